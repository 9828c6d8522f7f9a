import type { CellId } from '@gongkai/model';
import { cellIn, spotOf, type Spot } from './form-layout';
import type { EntryGrid } from './open-grid';
import { entriesFrom, type CellTexts } from './totals-in';

/** From where to where is selected, in one table; the focus is where typing goes. */
export interface GridSelection {
  readonly anchor: Spot;
  readonly focus: Spot;
}

/** What one step changed, and what was selected as it did. */
export interface EntryChange {
  readonly cells: readonly { readonly cell: CellId; readonly from: string | undefined; readonly to: string | undefined }[];
  readonly selection: GridSelection;
}

export interface GridState {
  readonly entries: CellTexts;
  readonly selection: GridSelection;
  /** What can be undone, the latest last, and what can be done again, the next last. */
  readonly past: readonly EntryChange[];
  readonly future: readonly EntryChange[];
}

/** A form with some texts in it and nothing to undo, its first cell in focus. Throws where the form has no table. */
export function startGrid(grid: EntryGrid, texts: CellTexts): GridState {
  const [table] = grid.tables;
  if (table === undefined) throw new RangeError(`${grid.form.id} has no table`);
  const first: Spot = { section: table.section, row: 0, column: 0 };
  return { entries: entriesFrom(grid, texts), selection: { anchor: first, focus: first }, past: [], future: [] };
}

/** The cell that typing goes to. */
export function focusCell(grid: EntryGrid, { selection: { focus } }: Pick<GridState, 'selection'>): CellId {
  const cell = cellIn(grid.tables, focus);
  if (cell === undefined) throw new RangeError(`no cell at ${focus.section} ${focus.row} ${focus.column}`);
  return cell;
}

/** A selection of one cell; null where the form does not have it. */
export function selectCell(grid: EntryGrid, cell: CellId): GridSelection | null {
  const spot = spotOf(grid.tables, cell);
  return spot && { anchor: spot, focus: spot };
}

/** The corners of what is selected, widened until no cell that reaches over several columns is cut. */
export interface SelectedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function rangeOf(grid: EntryGrid, { anchor, focus }: GridSelection): SelectedRange {
  const lines = grid.tables.find(({ section }) => section === focus.section)?.lines ?? [];
  const [top, bottom] = ordered(anchor.row, focus.row);
  let [left, right] = ordered(anchor.column, focus.column);
  for (const line of lines.slice(top, bottom + 1)) {
    while (left > 0 && line[left - 1] === line[left]) left -= 1;
    while (right < line.length - 1 && line[right + 1] === line[right]) right += 1;
  }
  return { top, bottom, left, right };
}

/** The cells that are selected, each once, line by line. */
export function selectionCells(grid: EntryGrid, selection: GridSelection): readonly CellId[] {
  const { top, bottom, left, right } = rangeOf(grid, selection);
  const lines = grid.tables.find(({ section }) => section === selection.focus.section)?.lines ?? [];
  return [...new Set(lines.slice(top, bottom + 1).flatMap((line) => line.slice(left, right + 1)))];
}

function ordered(one: number, other: number): [number, number] {
  return one <= other ? [one, other] : [other, one];
}
