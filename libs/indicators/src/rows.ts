import type { FormId, ReasonClass } from '@gongkai/model';
import type { AgencyCounts } from './coverage';

/** What the editions of the same forms, one a section, make of one question: figures are whole numbers as text (分 for money), null for nothing. */
export interface SumRow {
  readonly groupKey: string;
  readonly year: number;
  /** Index of the indicator among those asked for. */
  readonly index: number;
  readonly s2Form: FormId;
  readonly s3Form: FormId;
  readonly s4Form: FormId;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Editions of these forms, and those among them in which every needed cell is present. */
  readonly editions: number;
  readonly answered: number;
}

export interface CoverageRow extends AgencyCounts {
  readonly groupKey: string;
  readonly groupName: string;
  readonly year: number;
}

/** What amended reports make now (`now`) and made when they were first published (`first`); reports that make the same are not in it. */
export interface RestatedRow extends Omit<SumRow, 'editions'> {
  readonly side: 'first' | 'now';
  readonly since: Date;
  readonly reasonClasses: readonly string[];
  readonly reports: number;
}

/** Reason classes as statements join them, each once and in order. */
export function reasonClassesOf(joined: string): readonly ReasonClass[] {
  return [...new Set(joined.split(',').filter((reason) => reason !== ''))].sort() as ReasonClass[];
}

/** What the agencies that answered in a year and in the one before make in both, by the forms of both years. */
export interface PanelRow {
  readonly groupKey: string;
  readonly year: number;
  readonly index: number;
  readonly members: number;
  readonly before: PanelSide;
  readonly now: PanelSide;
}

export interface PanelSide {
  readonly s2Form: FormId;
  readonly s3Form: FormId;
  readonly s4Form: FormId;
  readonly numerator: string;
  readonly denominator: string | null;
}
