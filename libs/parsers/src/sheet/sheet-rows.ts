import type { PrintedCell } from '../printed-document';
import { textAt, type GridText, type SheetGrid, type SheetRange } from './sheet-grid';
import type { SheetRow } from './sheet-row';

/**
 * The visible rows of a sheet that hold something or that a merged cell reaches into. A merged cell stands in its first visible row and column
 * and covers the visible ones; what stands beneath it is not printed.
 */
export function sheetRows(name: string, grid: SheetGrid): readonly SheetRow[] {
  const printed = new Map<number, PrintedCell[]>();
  const merged = grid.merges.flatMap((range) => mergedCell(name, grid, range));
  for (const range of grid.merges) clear(grid, range);
  for (const [row, { hidden, texts }] of grid.rows) {
    const shown = [...texts.keys()].filter((column) => !grid.isHidden(column));
    const cells = shown.map((column) => printedCell(name, textAt(grid, row, column), { row, column }));
    if (!hidden && cells.length > 0) printed.set(row, cells);
  }
  for (const { cell, rows } of merged) {
    for (const row of rows) printed.set(row, printed.get(row) ?? []);
    printed.get(rows[0] as number)?.push(cell);
  }
  const numbers = [...printed.keys()].sort((left, right) => left - right);
  return numbers.map((row, index) => ({
    cells: (printed.get(row) ?? []).sort((left, right) => left.column - right.column),
    place: { sheet: name, row },
    afterGap: hasGap(grid, numbers[index - 1] ?? row, row),
    uneven: false,
  }));
}

function printedCell(sheet: string, printed: GridText, { row, column }: { readonly row: number; readonly column: number }): PrintedCell {
  const cell = { text: printed.text, column: column - 1, columnSpan: 1, rowSpan: 1, place: { sheet, row, column } };
  return printed.workedOut ? { ...cell, workedOut: true } : cell;
}

/** With the visible rows it covers; none where it is blank or hidden. */
function mergedCell(
  sheet: string,
  grid: SheetGrid,
  { left, right, top, bottom }: SheetRange,
): readonly { readonly cell: PrintedCell; readonly rows: readonly number[] }[] {
  const { rows, isHidden } = grid;
  const printed = textAt(grid, top, left);
  const columns = numbersBetween(left, right).filter((column) => !isHidden(column));
  const visible = numbersBetween(top, bottom).filter((row) => rows.get(row)?.hidden !== true);
  const [column, row] = [columns[0], visible[0]];
  if (printed.text === '' || column === undefined || row === undefined) return [];
  const columnSpan = (columns.at(-1) ?? column) - column + 1;
  return [{ cell: { ...printedCell(sheet, printed, { row, column }), columnSpan, rowSpan: visible.length }, rows: visible }];
}

function clear({ rows }: SheetGrid, { left, right, top, bottom }: SheetRange): void {
  for (let row = top; row <= bottom; row += 1) {
    const texts = rows.get(row)?.texts;
    for (let column = left; texts && column <= right; column += 1) texts.delete(column);
  }
}

function numbersBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
}

/** Whether a visible row without anything in it stands between two rows. */
function hasGap({ rows }: SheetGrid, before: number, row: number): boolean {
  for (let between = before + 1; between < row; between += 1) {
    if (rows.get(between)?.hidden !== true) return true;
  }
  return false;
}
