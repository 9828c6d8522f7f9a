import type { CellState, Severity, Unit, Words } from '@gongkai/model';

/** A cell as it is shown: figures are decimal strings in the printed unit. */
export interface ShownCell {
  readonly cell: string;
  readonly state: CellState;
  readonly amount: string | null;
  readonly unit: Unit;
  readonly raw: string;
  /** A total the document left blank, computed from its parts. */
  readonly derived: boolean;
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
}

export interface ShownContributor {
  readonly cell: string;
  readonly year: number | null;
  readonly state: CellState;
  readonly amount: string | null;
}

export type Language = keyof Words;
