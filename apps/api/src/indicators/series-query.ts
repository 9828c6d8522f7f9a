import type { CellId, FormId, Indicator, ReasonClass } from '@gongkai/model';

/** How a series is parted. `region` without a level is directly below the scope; what belongs to the scope itself is its own part. */
export type Grouping = 'none' | 'region' | 'agency_kind' | 'agency' | 'system' | 'applicant' | 'outcome' | 'outcome_group';

/** The cells an indicator adds up, for one group of cells where they are parted by applicant or outcome; a form that cannot answer has no terms. */
export interface Question {
  readonly indicator: Indicator;
  /** Column or row of section three; null where cells are not parted. */
  readonly key: string | null;
  readonly terms: Indicator['terms'];
}

/** What the statements are asked. They know positions and cells, never names. */
export interface SeriesQuery {
  readonly regionId: string | null;
  readonly agencyId: string | null;
  readonly from: number;
  readonly to: number;
  readonly state: 'published' | 'accepted';
  readonly groupBy: Grouping;
  /** With `region`: 0 nation, 1 province, 2 prefecture, 3 county or functional zone, 4 township; null for the level directly below. */
  readonly levelRank: number | null;
  /** Agency kinds that enter the sum of a region. */
  readonly kinds: readonly string[];
  /** Null for all. */
  readonly regionIds: readonly string[] | null;
  readonly agencyIds: readonly string[] | null;
  /** 系统 as of 31 December of the year; null for all. */
  readonly systems: readonly string[] | null;
  readonly edition: 'latest' | 'first_published';
  /** ISO 8601; null for now. */
  readonly asOf: string | null;
  readonly questions: readonly Question[];
  /** The catalogue's own cells: their sums are kept, nothing has to be added up from the editions. */
  readonly kept: boolean;
}

/** One indicator's sum over a group, year and pair of forms. Figures are whole numbers as text, NULL for nothing. */
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

export interface CoverageRow {
  readonly groupKey: string;
  readonly groupName: string;
  readonly year: number;
  readonly expected: number;
  readonly reported: number;
  readonly late: number;
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

/** Whether the sums over regions that are kept hold the answer: latest editions, whole regions, no parting but by kind. */
export function isRolledUp({ regionId, groupBy, edition, asOf, kept, regionIds, agencyIds, systems }: SeriesQuery): boolean {
  const whole =
    regionId !== null && regionIds === null && agencyIds === null && systems === null && (groupBy === 'none' || groupBy === 'agency_kind');
  return whole && kept && edition === 'latest' && asOf === null;
}

/** Cells of a term as positions; null where the form has no such term. */
export interface TermCells {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

export type PositionOf = (cell: CellId) => number;
