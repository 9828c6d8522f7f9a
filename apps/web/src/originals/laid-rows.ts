import type { OriginalCell, OriginalTable } from '@gongkai/model';

/** A cell as HTML lays it out, or the room that no cell of the file fills. */
export interface LaidCell {
  readonly cell: OriginalCell | null;
  /** The first column it stands in, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** No sheet is shown wider than this: what is further right stands beside it without the room between. */
const WIDEST_GAP = 40;

/**
 * The rows of a table with the room between cells spelled out, so that each stands in its own column. Where the file lost its spans a row is as long as
 * it is. Cells that a file lays over one another stand side by side.
 */
export function laidRows({ rows, spans }: OriginalTable): readonly (readonly LaidCell[])[] {
  /** So many rows more each column is covered from above. */
  let covered: number[] = [];
  return rows.map((row, index) => {
    const laid: LaidCell[] = [];
    const below = covered.map((count) => Math.max(0, count - 1));
    let column = 0;
    for (const cell of row) {
      const columnSpan = Math.max(1, cell.columnSpan);
      const rowSpan = Math.max(1, Math.min(cell.rowSpan, rows.length - index));
      while (isCovered(covered, column)) column += 1;
      const gap = spans === 'kept' ? roomBefore(covered, column, cell.column) : NO_ROOM;
      if (gap > 0) laid.push({ cell: null, column, columnSpan: Math.min(gap, WIDEST_GAP), rowSpan: 1 });
      column += gap;
      laid.push({ cell, column, columnSpan, rowSpan });
      for (let at = column; at < column + columnSpan; at += 1) below[at] = Math.max(below[at] ?? NO_ROOM, rowSpan - 1);
      column += columnSpan;
    }
    covered = Array.from(below, (count) => count ?? NO_ROOM);
    return laid;
  });
}

/** The column before the first that a figure was read from: it names the rows; null where there is none. */
export function labelColumn(rows: readonly (readonly LaidCell[])[], isFigure: (cell: OriginalCell) => boolean): number | null {
  const figures = rows.flatMap((row) => row.filter(({ cell }) => cell !== null && isFigure(cell)).map(({ column }) => column));
  const first = Math.min(...figures);
  return Number.isFinite(first) && first > 0 ? first - 1 : null;
}

const NO_ROOM = 0;

function isCovered(covered: readonly number[], column: number): boolean {
  return (covered[column] ?? NO_ROOM) > 0;
}

/** Columns from here to there that nothing covers from above. */
function roomBefore(covered: readonly number[], from: number, to: number): number {
  let room = 0;
  for (let column = from; column < to && !isCovered(covered, column); column += 1) room += 1;
  return room;
}
