import type { CellState, Confidence, Severity, SlipCode, Unit, Words } from '@gongkai/model';

/** A cell as it is shown: figures are decimal strings in the printed unit. */
export interface ShownCell {
  readonly cell: string;
  readonly state: CellState;
  readonly amount: string | null;
  readonly unit: Unit;
  readonly raw: string;
  /** The mark of a note, or a remark, beside the figure. */
  readonly note?: string | null;
  /** A total the document left blank, computed from its parts. */
  readonly derived: boolean;
  /** How sure the reader was; `exact` where it is not said. */
  readonly confidence?: Confidence;
}

/** A finding as it is shown; cells are ids, the one to look at first standing first. */
export interface ShownFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly cells: readonly string[];
  readonly path: Words;
  readonly message: Words;
  readonly expected: string | null;
  readonly found: string | null;
  readonly difference: string | null;
  readonly contributors: readonly ShownContributor[];
  readonly says: Words;
  readonly basis: string;
  readonly remedy: Words;
  readonly consequences: readonly ShownConsequence[];
  readonly repair: ShownRepair | null;
}

/** What else is wrong because of the same cause. */
export interface ShownConsequence {
  readonly code: string;
  readonly severity: Severity;
  readonly cells: readonly string[];
  readonly path: Words;
  readonly message: Words;
}

/** The smallest changes that would make it right; the most plausible first. */
export interface ShownRepair {
  readonly alternatives: readonly { readonly changes: readonly ShownChange[] }[];
  readonly count: number;
  readonly complete: boolean;
}

export interface ShownChange {
  readonly cell: string;
  readonly path: Words;
  /** Null where the cell is blank. */
  readonly from: string | null;
  readonly to: string;
  readonly slip: { readonly code: SlipCode; readonly words: Words } | null;
}

export interface ShownContributor {
  readonly cell: string;
  readonly year: number | null;
  readonly state: CellState;
  readonly amount: string | null;
}
