import type { CellId, CellState, SectionCode } from './cells';
import type { Severity } from './forms';
import type { Words } from './words';

/**
 * One cause of trouble in a report, as plain data that travels as JSON and reads the same everywhere.
 * Figures are decimal strings in the printed unit of the cells concerned.
 */
export interface Finding {
  /** Stable code, e.g. `S4-SUM`; the rule book has its law, its remedy and what a blank means to it. */
  readonly code: string;
  readonly severity: Severity;
  readonly section: SectionCode | null;
  /** The cells to light up, the one to look at first standing first. */
  readonly cells: readonly CellId[];
  /** Where it is in the form's words, e.g. 四·行政复议 × 总计. */
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
  /** What else is wrong because of the same cause, and will be right with it. */
  readonly consequences: readonly Consequence[];
  /** The smallest changes after which this finding and its consequences are gone; null where figures cannot tell. Only ever a proposal. */
  readonly repair: Repair | null;
}

export interface Contributor {
  readonly cell: CellId;
  readonly year: number | null;
  readonly state: CellState;
  /** Decimal string; null where the cell holds no amount. */
  readonly amount: string | null;
}

/** A rule that does not hold, or a hint, told under the finding that caused it. */
export interface Consequence {
  readonly code: string;
  readonly severity: Severity;
  readonly cells: readonly CellId[];
  readonly path: Words;
  readonly message: Words;
  readonly expected: string | null;
  readonly found: string | null;
  readonly difference: string | null;
}

export interface Repair {
  /** Ways of equal size, the most plausible first; at most ten are told. */
  readonly alternatives: readonly Alternative[];
  /** How many ways there are, told or not. */
  readonly count: number;
  /** False where the search was stopped before it had seen every way of this size. */
  readonly complete: boolean;
}

/** Cells to change together. */
export interface Alternative {
  readonly changes: readonly Change[];
}

export interface Change {
  readonly cell: CellId;
  readonly path: Words;
  /** Decimal string as it is; null where the cell is blank. */
  readonly from: string | null;
  readonly to: string;
  /** The slip of the pen that would explain it, if one does. */
  readonly slip: Slip | null;
}

export interface Slip {
  readonly code: SlipCode;
  readonly words: Words;
}

/** Two digits swapped, a zero too many or too few, the figure of the row or column beside it, a severable answer counted twice. */
export type SlipCode = 'digits_swapped' | 'factor_ten' | 'row_beside' | 'column_beside' | 'partial_counted_twice';
