import type { Vocabulary } from '../labels/vocabulary';
import { isFigure } from '../labels/figure-text';
import type { PrintedCell, Table } from '../printed-document';
import { firstColumn, type Run } from './header-rows';
import { lostHeader } from './lost-header';
import type { PrintedLine, HeadedLines } from './stretch';

/** How many cells a row has before and under the header; `labels` is null where no header says so. */
interface RowShape {
  readonly labels: number | null;
  readonly leaves: number;
}

/** Reads a header and its lines by counting cells from the right. Null where no heading is one of a form. */
export function lostLines(table: Table, run: Run, vocabulary: Vocabulary): HeadedLines | null {
  const leaves = lostHeader(table.rows.slice(run.headerStart, run.bodyStart));
  const labels = firstColumn(leaves, vocabulary);
  if (labels < 0) return null;
  const figures = leaves.slice(labels);
  const shape = { labels, leaves: figures.length };
  return { leaves: figures, lines: linesWithoutSpans(table.rows.slice(run.bodyStart, run.bodyEnd), shape) };
}

/** The lines of rows whose spans are not known. A row with too few or too many cells keeps none of them: nobody can say which is missing. */
export function linesWithoutSpans(rows: readonly (readonly PrintedCell[])[], shape: RowShape): readonly PrintedLine[] {
  const carried: string[] = [];
  return rows.map((row) => {
    const count = labelCount(row, shape);
    const labels = carryLabels(carried, row.slice(0, count ?? labelsBeforeFigures(row)));
    const figures = row.slice(count ?? labelsBeforeFigures(row));
    const none = new Array<null>(shape.leaves).fill(null);
    return { labels, cells: count === null ? none : figures, stray: count === null ? figures : [], place: row[0]?.place ?? {} };
  });
}

/** Null where the row does not fit the header: what stands before the figures must be a label, and what follows fewer labels no blank one. */
function labelCount(row: readonly PrintedCell[], { labels, leaves }: RowShape): number | null {
  const count = row.length - leaves;
  if (count === labels) return count;
  if (count < 1 || labels === 0) return count === 0 && labels === null ? 0 : null;
  const [last = '', next = ''] = [row[count - 1]?.text, row[count]?.text];
  if (last === '' || isFigure(last)) return null;
  return labels !== null && count < labels && next === '' ? null : count;
}

function labelsBeforeFigures(row: readonly PrintedCell[]): number {
  const index = row.findIndex((cell) => isFigure(cell.text));
  return index < 0 ? row.length : index;
}

/** Blank labels before the last printed one are merged with the row above. */
function carryLabels(carried: string[], own: readonly PrintedCell[]): readonly string[] {
  const last = own.findLastIndex((cell) => cell.text !== '');
  own.slice(0, last + 1).forEach((cell, index) => {
    if (cell.text === '') return;
    carried[index] = cell.text;
    carried.length = index + 1;
  });
  return last < 0 ? [] : carried.slice(0, last + 1).filter(Boolean);
}
