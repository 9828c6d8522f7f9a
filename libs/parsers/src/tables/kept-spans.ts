import { isFigure } from '../labels/figure-text';
import { isKnown, type Vocabulary } from '../labels/vocabulary';
import type { PrintedCell, Table } from '../printed-document';
import { firstColumn, type Run } from './header-rows';
import { labelsEnd } from './own-cells';
import { pairCells, type Range } from './pair-cells';
import type { Leaf, PrintedLine, HeadedLines } from './stretch';

/** A leaf with the columns it covers; `end` is not included. */
interface PlacedLeaf extends Range {
  readonly path: readonly string[];
}

/** For each row the cells that stand in it, those merged down from above included, from left to right. */
export type OccupiedRows = readonly (readonly PrintedCell[])[];

/** Reads a header and its lines by the columns that cells cover. Null where no heading is one of a form. */
export function keptLines(table: Table, rows: OccupiedRows, run: Run, vocabulary: Vocabulary): HeadedLines | null {
  const placed = leavesOf(rows.slice(run.headerStart, run.bodyStart));
  const first = firstColumn(placed, vocabulary);
  if (first < 0) return null;
  const leaves = placed.slice(first).filter((leaf) => leaf.path.length > 0);
  const start = (placed[first] as PlacedLeaf).start;
  return { leaves, lines: linesOf(table, rows, run, (own, occupied) => lineByColumns({ own, occupied, vocabulary }, leaves, start)) };
}

/** Goes on with the columns of a header that stands in another run or table: cells are counted from the right. */
export function continuedLines(
  table: Table,
  rows: OccupiedRows,
  run: Run,
  { leaves, vocabulary }: { readonly leaves: readonly Leaf[]; readonly vocabulary: Vocabulary },
): HeadedLines {
  const body = table.rows.slice(run.bodyStart, run.bodyEnd);
  const labels = labelColumns(body, leaves, vocabulary);
  const read: ReadLine = (own, occupied) => {
    if (isTooNarrow(body, leaves.length, vocabulary)) return strayLine(own, leaves, vocabulary);
    const line = labels === null ? lineByCount({ own, occupied, vocabulary }, leaves.length) : lineBehind(own, labels);
    return line ?? strayLine(own, leaves, vocabulary);
  };
  return { leaves, lines: linesOf(table, rows, run, read) };
}

/**
 * How many columns of labels a table has whose rows are all equally long: figures never stand in the last of them, and either a label does
 * somewhere or they are as many as before the columns it goes on with.
 */
function labelColumns(rows: readonly (readonly PrintedCell[])[], leaves: readonly Leaf[], vocabulary: Vocabulary): number | null {
  const width = leaves.length;
  const [first] = rows;
  if (!first) return null;
  const count = first.length - width;
  const last = rows.map((row) => row[count - 1]?.text ?? '');
  const isEven = rows.length > 1 && count > 0 && rows.every((row) => row.length === width + count);
  const isSure = leaves[0]?.start === count || last.some((text) => isKnown(vocabulary.rows, text));
  return isEven && isSure && !last.some(isFigure) ? count : null;
}

/** Rows equally long, one with a label where figures would stand: a column is gone, and nobody can say which. */
function isTooNarrow(rows: readonly (readonly PrintedCell[])[], width: number, vocabulary: Vocabulary): boolean {
  const [first] = rows;
  const isEven = first !== undefined && first.length > width && rows.every(({ length }) => length === first.length);
  return isEven && rows.some((row) => row.slice(-width).some(({ text }) => isKnown(vocabulary.rows, text)));
}

function lineBehind(own: readonly PrintedCell[], labels: number): PrintedLine {
  return { labels: labelsOf([], own.slice(0, labels)), cells: own.slice(labels), stray: [], place: own[0]?.place ?? {} };
}

type ReadLine = (own: readonly PrintedCell[], occupied: readonly PrintedCell[]) => PrintedLine;

/** The cells of a row, those that stand in it with the ones merged down from above, and the words that are labels. */
interface KeptRow {
  readonly own: readonly PrintedCell[];
  readonly occupied: readonly PrintedCell[];
  readonly vocabulary: Vocabulary;
}

function linesOf(table: Table, rows: OccupiedRows, run: Run, readLine: ReadLine): readonly PrintedLine[] {
  return table.rows.slice(run.bodyStart, run.bodyEnd).map((own, index) => readLine(own, rows[run.bodyStart + index] ?? []));
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

/**
 * By the columns of the header; where the row does not keep to them (its label merged too wide or too narrow) by counting from the right.
 * A row that is too short or too long keeps none of its cells, nor does one with a cell from its labels across all columns: nobody can say
 * which is missing.
 */
function lineByColumns(row: KeptRow, leaves: readonly PlacedLeaf[], start: number): PrintedLine {
  const { own, occupied, vocabulary } = row;
  const { end } = leaves.at(-1) as PlacedLeaf;
  const across = own.filter((cell) => cell.column < start && rangeOf(cell).end >= end);
  const figures = own.filter((cell) => cell.column >= start);
  const cells = pairCells(leaves, figures.map(rangeOf)).map((index) => (index === null ? null : (figures[index] ?? null)));
  const stray = figures.filter((cell) => !cells.includes(cell));
  const tooLong = across.length > 0 || stray.some((cell) => cell.text !== '');
  const keepsTo = !tooLong && cells.every((cell) => cell !== null && !isKnown(vocabulary.rows, cell.text));
  const counted = keepsTo ? null : lineByCount(row, leaves.length);
  if (counted) return counted;
  const before = own.filter((cell) => cell.column < start && !across.includes(cell));
  const above = occupied.filter((cell) => cell.column < start && !own.includes(cell));
  const line = { labels: labelsOf(above, before), place: own[0]?.place ?? {} };
  const tooShort = cells.includes(null) && Math.max(...occupied.map((cell) => rangeOf(cell).end)) < end;
  return tooLong || tooShort ? { ...line, cells: leaves.map(() => null), stray: [...across, ...figures] } : { ...line, cells, stray };
}

/** Labels, then exactly one cell a column, none of which is a label; null for any other row. */
function lineByCount({ own, occupied, vocabulary }: KeptRow, width: number): PrintedLine | null {
  const figures = own.slice(-width);
  const before = own.slice(0, -width);
  const label = before.at(-1)?.text ?? '';
  if (label === '' || isFigure(label) || figures.some((cell) => isKnown(vocabulary.rows, cell.text))) return null;
  const above = occupied.filter((cell) => !own.includes(cell));
  return { labels: labelsOf(above, before), cells: figures, stray: [], place: own[0]?.place ?? {} };
}

/** Labels merged down from above, then those of the row itself. */
function labelsOf(above: readonly PrintedCell[], before: readonly PrintedCell[]): readonly string[] {
  return [...above, ...before].map((cell) => cell.text).filter((text) => text !== '');
}

/** A row that keeps none of its cells; its words still say which row it is. */
function strayLine(own: readonly PrintedCell[], leaves: readonly Leaf[], vocabulary: Vocabulary): PrintedLine {
  return {
    labels: labelsOf([], own.slice(0, labelsEnd(own, vocabulary))),
    cells: leaves.map(() => null),
    stray: own,
    place: own[0]?.place ?? {},
  };
}

function rangeOf(cell: PrintedCell): Range {
  return { start: cell.column, end: cell.column + cell.columnSpan };
}
