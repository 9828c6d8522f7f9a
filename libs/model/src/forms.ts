import type { CellId, SectionCode, TableSection } from './cells';
import type { FormId } from './generated/form-id';
import type { Words } from './words';

export { FORM_NAMES, type FormId } from './generated/form-id';

/** One statutory form edition: which cells exist, how they are printed and what must hold between them. */
export interface Form {
  readonly id: FormId;
  readonly title: Words;
  readonly document: string;
  readonly issuedOn: string;
  /** Where the document says what checks hold a report to that are no line of the form, e.g. `fees: 一（六）`. */
  readonly passages: Readonly<Record<string, string>>;
  /** Report years for which the form was in force; `last` is null while it still is. */
  readonly years: { readonly first: number; readonly last: number | null };
  readonly sections: readonly FormSection[];
  readonly grids: readonly Grid[];
  readonly rules: readonly Rule[];
}

export interface FormSection {
  readonly code: SectionCode;
  readonly title: Words;
  /** Other headings seen in published reports. */
  readonly aliases: readonly string[];
}

/** A block of a section: rows times columns of cells, the cell of row r and column c being `section/r/c`. */
export interface Grid {
  readonly id: string;
  readonly section: TableSection;
  /** The heading printed above the block, e.g. 第二十条第（一）项; null where the section is one table. */
  readonly heading: string | null;
  /**
   * `lines`: a printed line for each row. `flat`: one printed line holding all rows one after the other,
   * each row being a group of columns (section four).
   */
  readonly printedAs: 'lines' | 'flat';
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

/** A row or a column of a grid. */
export interface Line {
  readonly code: string;
  readonly label: Words;
  /** Headings printed above or before the label, outermost first, e.g. 三、本年度办理结果 → （三）不予公开. */
  readonly under: readonly string[];
  readonly aliases: readonly string[];
  /** Rows or columns of one group are named together by rules and indicators, e.g. `denied`. */
  readonly group: string | null;
  /** Computed lines are totals of others; a blank one is derived for aggregates and flagged as derived. */
  readonly computed: boolean;
  /** Article of 国令711号 or other source of the line. */
  readonly basis: string | null;
  readonly note: Words | null;
}

/** `error` cannot be filed; `inconsistency` is fixed or explained in writing; `warning` and `info` never hold a report back. */
export type Severity = 'error' | 'inconsistency' | 'warning' | 'info';
export type Relation = '=' | '<=' | '>=';

/** What an absent amount means to a rule: `zero` counts blanks and marks as nothing, `skip` leaves the relation unchecked. */
export type MissingStrategy = 'zero' | 'skip';

/**
 * A relation that holds along every row (`each: row`) or down every column (`each: column`) of a grid.
 * A term names a line, or a group of lines, of the other direction.
 */
export interface Rule {
  readonly id: string;
  readonly grid: string;
  readonly each: 'row' | 'column';
  /** Only these rows or columns; null for all of them. */
  readonly only: readonly string[] | null;
  readonly relation: Relation;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly severity: Severity;
  readonly missing: MissingStrategy;
  readonly says: Words;
  readonly basis: string;
  readonly remedy: Words;
}

export interface Term {
  /** Codes of the lines whose sum this term is: one line, or the members of a group. */
  readonly lines: readonly string[];
  readonly sign: 1 | -1;
  readonly factor: number;
  readonly year: 'this' | 'last';
}

/** Where a filing of one level must be, counted in the year after the report year (R711 Art. 49, F30 二). */
export interface Deadline {
  readonly level: 'department' | 'county_government' | 'prefecture_government' | 'province_government' | 'vertical_system';
  readonly month: number;
  readonly day: number;
  readonly basis: string;
}

/** What a report says of itself in words, e.g. 公开政府信息12件, and the cells of its tables that it may be held against. */
export interface DeclaredFigure {
  readonly code: string;
  readonly title: Words;
  readonly unit: Words;
  /** Counts are kept as they are, money in 分 and printed in 元. */
  readonly measure: 'piece' | 'cny';
  readonly sections: readonly SectionCode[];
  /** Code of the finding where the text and the tables disagree, or the text with itself; null where nothing is compared. */
  readonly rule: string | null;
  /** Sums of cells that the claim may equal, any one of them; empty where no table holds what is claimed. */
  readonly cells: readonly AcceptedSum[];
  /** Shown as what the report says of itself: by default exactly what no table holds. */
  readonly selfDeclared: boolean;
  readonly note: Words;
}

/** A form that lacks one of the cells is not held against the sum. */
export interface AcceptedSum {
  readonly of: readonly CellId[];
  /** Said where only this sum fits; null where it is the plain meaning of the words. */
  readonly note: Words | null;
}

export interface GlossaryEntry {
  readonly code: string;
  readonly term: Words;
  readonly meaning: Words;
  readonly basis: string;
}

/** Grids never change, so their cells are listed once. */
const CELLS_OF = new WeakMap<Grid, readonly CellId[]>();

/** The cells of a grid, row by row. */
export function cellsOf(grid: Grid): readonly CellId[] {
  const known = CELLS_OF.get(grid);
  if (known) return known;
  const cells = grid.rows.flatMap((row) => grid.columns.map((column) => cellAt(grid, row.code, column.code)));
  CELLS_OF.set(grid, cells);
  return cells;
}

export function cellAt(grid: Pick<Grid, 'section'>, row: string, column: string): CellId {
  return `${grid.section}/${row}/${column}`;
}

/** Whether a form is the one the law prescribes for a report year. */
export function isInForce({ years }: Pick<Form, 'years'>, year: number): boolean {
  return years.first <= year && (years.last === null || year <= years.last);
}

/** Whether two forms ask for the same cells in a section, in the same order. */
export function asksAlike(section: TableSection, one: Form, other: Form): boolean {
  const [left, right] = [one, other].map((form) => sectionCells(form, section));
  return one === other || (left?.length === right?.length && left?.every((cell, at) => cell === right?.[at]) === true);
}

/** Every cell of a form, in the order they are printed. */
export function cellsOfForm(form: Form): readonly CellId[] {
  return form.grids.flatMap(cellsOf);
}

/** Forms never change, so their cells are listed once. */
const CELLS = new WeakMap<Form, Map<TableSection, readonly CellId[]>>();

/** The cells a form asks for in a section, in the order they are printed. */
export function sectionCells(form: Form, section: TableSection): readonly CellId[] {
  const known = CELLS.get(form) ?? new Map<TableSection, readonly CellId[]>();
  CELLS.set(form, known);
  const cells = known.get(section) ?? form.grids.filter((grid) => grid.section === section).flatMap(cellsOf);
  known.set(section, cells);
  return cells;
}
