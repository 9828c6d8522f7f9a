import { seemsKnown, type Vocabulary } from '../labels/vocabulary';
import type { PrintedCell, Table } from '../printed-document';
import type { Run } from './header-rows';
import { pairCells, type Range } from './pair-cells';
import type { PrintedLine, HeadedLines } from './stretch';

/** A leaf with the columns it covers; `end` is not included. */
interface PlacedLeaf extends Range {
  readonly path: readonly string[];
}

/** For each row the cells that stand in it, those merged down from above included, from left to right. */
export type OccupiedRows = readonly (readonly PrintedCell[])[];

/** Reads a header and its lines by the columns that cells cover. Null where no heading is one of a form. */
export function keptLines(table: Table, rows: OccupiedRows, run: Run, vocabulary: Vocabulary): HeadedLines | null {
  const placed = leavesOf(rows.slice(run.headerStart, run.bodyStart));
  const first = placed.findIndex((leaf) => seemsKnown(vocabulary.columns, leaf.path.at(-1) ?? ''));
  if (first < 0) return null;
  const leaves = placed.slice(first).filter((leaf) => leaf.path.length > 0);
  const start = (placed[first] as PlacedLeaf).start;
  const lines: PrintedLine[] = [];
  for (let row = run.bodyStart; row < run.bodyEnd; row += 1) {
    lines.push(lineOf(table.rows[row] ?? [], rows[row] ?? [], leaves, start));
  }
  return { leaves, lines };
}

export function occupiedRows(table: Table): OccupiedRows {
  const rows: PrintedCell[][] = table.rows.map(() => []);
  table.rows.forEach((row, index) => {
    for (const cell of row) {
      for (const occupied of rows.slice(index, index + cell.rowSpan)) occupied.push(cell);
    }
  });
  return rows.map((row) => row.sort((left, right) => left.column - right.column));
}

function leavesOf(header: readonly (readonly PrintedCell[])[]): readonly PlacedLeaf[] {
  const bottom = header.at(-1) ?? [];
  return bottom.map((cell) => {
    const above = header.map((row) => row.find((other) => covers(other, cell.column)));
    const texts = [...new Set(above)].map((other) => other?.text ?? '');
    return { path: texts.filter((text) => text !== ''), start: cell.column, end: cell.column + cell.columnSpan };
  });
}

function covers(cell: PrintedCell, column: number): boolean {
  return cell.column <= column && column < cell.column + cell.columnSpan;
}

function lineOf(
  own: readonly PrintedCell[],
  occupied: readonly PrintedCell[],
  leaves: readonly PlacedLeaf[],
  firstColumn: number,
): PrintedLine {
  const labels = occupied.filter((cell) => cell.column < firstColumn && cell.text !== '');
  const figures = own.filter((cell) => cell.column >= firstColumn);
  const cells = pairCells(leaves, figures.map(rangeOf)).map((index) => (index === null ? null : (figures[index] ?? null)));
  const stray = figures.filter((cell) => !cells.includes(cell));
  return { labels: labels.map((cell) => cell.text), cells, stray, place: own[0]?.place ?? {} };
}

function rangeOf(cell: PrintedCell): Range {
  return { start: cell.column, end: cell.column + cell.columnSpan };
}
