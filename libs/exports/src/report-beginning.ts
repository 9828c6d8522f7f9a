import type { CellId, FormSection, TableSection } from '@gongkai/model';

/** What is known of a report before it is written. */
export interface ReportBeginning {
  /** As the title names it; null for a title to be written over. */
  readonly agency: string | null;
  readonly year: number | null;
  /** Figures that last year's report carries over, as decimal strings in the printed unit. */
  readonly carried: ReadonlyMap<CellId, string>;
}

export const NOTHING_KNOWN: ReportBeginning = { agency: null, year: null, carried: new Map() };

export function titleOf({ agency, year }: ReportBeginning): string {
  return `${agency ?? '××机关'}${year ?? '××××'}年政府信息公开工作年度报告`;
}

export function isTable(section: FormSection['code']): section is TableSection {
  return section === 's2' || section === 's3' || section === 's4';
}
