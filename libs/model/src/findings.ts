import type { CellId, CellState, SectionCode } from './cells';
import type { Severity } from './forms';
import type { Words } from './words';

/** What is wrong with a report, as data. Figures are decimal strings in the printed unit of the cells concerned. */
export interface Finding {
  /** Stable code, e.g. `S4-SUM`. */
  readonly code: string;
  readonly severity: Severity;
  readonly section: SectionCode | null;
  /** The cells to light up, the one to look at first standing first. */
  readonly cells: readonly CellId[];
  /** Where it is in the form's words, e.g. 第四部分 行政复议 × 总计. */
  readonly path: Words;
  /** The whole message for a person, with both numbers. */
  readonly message: Words;
  readonly expected: string | null;
  readonly found: string | null;
  readonly difference: string | null;
  readonly contributors: readonly Contributor[];
  readonly says: Words;
  readonly basis: string;
  readonly remedy: Words;
}

export interface Contributor {
  readonly cell: CellId;
  readonly year: number | null;
  readonly state: CellState;
  /** Decimal string; null where the cell holds no amount. */
  readonly amount: string | null;
}
