import { spotOf, type LaidTable, type Spot } from './form-layout';
import type { GridSelection } from './grid-state';
import type { EntryGrid } from './open-grid';

/**
 * `next` and `previous` go from one cell that is typed into to the other, line by line, `enter` and `back` within a column; all of them, `up` and `down` go on
 * in the next table, as do `page_up` and `page_down` from the first and the last line. The rest goes where the keys of a sheet go.
 */
export type GridMove =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'page_up'
  | 'page_down'
  | 'enter'
  | 'back'
  | 'next'
  | 'previous'
  | 'line_start'
  | 'line_end'
  | 'table_start'
  | 'table_end';

/** How a move is made. */
export interface MoveManner {
  /** Keeps the anchor, and so stays in the table. */
  readonly extend?: boolean;
  /** Lines of a page. */
  readonly page?: number;
}

/** The selection after a move; the same one where there is nowhere to go. */
export function moveSelection(
  grid: EntryGrid,
  selection: GridSelection,
  move: GridMove,
  { extend = false, page = 1 }: MoveManner = {},
): GridSelection {
  const table = grid.tables.find(({ section }) => section === selection.focus.section);
  if (table === undefined) return selection;
  const to = spotAfter(grid, table, selection.focus, { move, page }) ?? (extend ? null : beyond(grid, table, selection.focus, move));
  if (to === null) return extend || isOne(selection) ? selection : { anchor: selection.focus, focus: selection.focus };
  return { anchor: extend ? selection.anchor : to, focus: to };
}

function isOne({ anchor, focus }: GridSelection): boolean {
  return anchor.row === focus.row && anchor.column === focus.column;
}

interface PagedMove {
  readonly move: GridMove;
  readonly page: number;
}

function spotAfter(grid: EntryGrid, table: LaidTable, { row, column }: Spot, { move, page }: PagedMove): Spot | null {
  const { lines, section } = table;
  const line = lines[row] ?? [];
  const at = (toRow: number, toColumn: number): Spot | null =>
    lines[toRow]?.[toColumn] === undefined ? null : { section, row: toRow, column: toColumn };
  switch (move) {
    case 'left':
      return at(row, startOf(line, column) - 1);
    case 'right':
      return at(row, endOf(line, column) + 1);
    case 'up':
    case 'down':
      return at(row + (move === 'up' ? -1 : 1), column);
    case 'page_up':
      return row === 0 ? null : at(Math.max(0, row - page), column);
    case 'page_down':
      return row === lines.length - 1 ? null : at(Math.min(lines.length - 1, row + page), column);
    case 'enter':
    case 'back':
      return alongColumn(grid, table, { section, row, column }, move === 'enter' ? 1 : -1);
    case 'next':
    case 'previous':
      return alongLines(grid, table, { section, row, column }, move === 'next' ? 1 : -1);
    case 'line_start':
      return at(row, 0);
    case 'line_end':
      return at(row, startOf(line, line.length - 1));
    case 'table_start':
      return at(0, 0);
    case 'table_end':
      return at(lines.length - 1, startOf(lines.at(-1) ?? [], line.length - 1));
  }
}

function startOf(line: LaidTable['lines'][number], column: number): number {
  return line.indexOf(line[column] as (typeof line)[number]);
}

function endOf(line: LaidTable['lines'][number], column: number): number {
  return line.lastIndexOf(line[column] as (typeof line)[number]);
}

function alongColumn(grid: EntryGrid, { lines }: LaidTable, { section, row, column }: Spot, by: 1 | -1): Spot | null {
  for (let to = row + by; lines[to] !== undefined; to += by) {
    const cell = lines[to]?.[column];
    if (cell !== undefined && !grid.totals.has(cell)) return { section, row: to, column };
  }
  return null;
}

function alongLines(grid: EntryGrid, table: LaidTable, { row, column }: Spot, by: 1 | -1): Spot | null {
  const cells = table.lines.flat();
  const here = table.lines[row]?.[column];
  for (let to = row * (table.lines[0]?.length ?? 1) + column + by; cells[to] !== undefined; to += by) {
    const cell = cells[to] as (typeof cells)[number];
    if (cell !== here && !grid.totals.has(cell)) return spotOf(grid.tables, cell);
  }
  return null;
}

const BEYOND: Partial<Readonly<Record<GridMove, 1 | -1>>> = {
  ...{ down: 1, page_down: 1, enter: 1, next: 1 },
  ...{ up: -1, page_up: -1, back: -1, previous: -1 },
};

/** Down from the last line is the first of the next table, up from the first the last of the one before; in reading order it is what is typed first, or last. */
function beyond(grid: EntryGrid, table: LaidTable, { column }: Spot, move: GridMove): Spot | null {
  const by = BEYOND[move];
  const next = by === undefined ? undefined : grid.tables[grid.tables.indexOf(table) + by];
  if (by === undefined || next === undefined) return null;
  if (move === 'next' || move === 'previous') {
    const typed = next.lines.flat().filter((cell) => !grid.totals.has(cell));
    const cell = typed.at(by === 1 ? 0 : -1);
    return cell === undefined ? null : spotOf(grid.tables, cell);
  }
  const row = by === 1 ? 0 : next.lines.length - 1;
  const width = next.lines[row]?.length ?? 1;
  return { section: next.section, row, column: Math.min(column, width - 1) };
}
