/** `section/row/column` in the codes of the specification, e.g. `s2/normative_documents/issued_count`. */
export type CellId = `${SectionCode}/${string}/${string}`;

/** The sections of the statutory form (国办公开办函〔2021〕30号): one, five and six are narrative, two to four are tables. */
export type SectionCode = 's1' | 's2' | 's3' | 's4' | 's5' | 's6';
export type TableSection = 's2' | 's3' | 's4';
export type NarrativeSection = 's1' | 's5' | 's6';

/** In the order in which a report prints them. */
export const TABLE_SECTIONS: readonly TableSection[] = ['s2', 's3', 's4'];
export const NARRATIVE_SECTIONS: readonly NarrativeSection[] = ['s1', 's5', 's6'];

/**
 * What a cell counts. Money is printed in 万元 (`cny_10k`) or 元 (`cny`) and kept in 分 whatever was printed, so that sums are exact.
 */
export type Unit = 'piece' | 'request' | 'case' | 'item' | 'cny_10k' | 'cny';

/**
 * Why a cell holds no amount. `blank` was seen empty, `mark` is `/`, `-`, `—` or `无`; `not_found` is a cell of the form that the reader could not
 * place, which says nothing about what the agency reported; `unit_unknown` is money printed without the unit the form forgot to fix.
 */
export type Absence = 'blank' | 'mark' | 'unreadable' | 'not_found' | 'not_in_form' | 'unit_unknown';
export type CellState = 'number' | Absence;

/** `flow` adds over agencies and years, `stock` over agencies only, `ratio` never. */
export type Additivity = 'flow' | 'stock' | 'ratio';

/** One entry of the append-only registry. `position` counts from 1, as SQL arrays do, and is for ever. */
export interface Cell {
  readonly position: number;
  readonly id: CellId;
  readonly section: TableSection;
  readonly unit: Unit;
  readonly additivity: Exclude<Additivity, 'ratio'>;
  /** 本年增/减 of the 2019 form is the only kind of cell that may be negative. */
  readonly signed: boolean;
}
