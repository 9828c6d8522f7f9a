import { isFigure } from '../labels/figure-text';
import { isKnown, type Vocabulary } from '../labels/vocabulary';
import type { PrintedCell, Table } from '../printed-document';
import type { Run } from './header-rows';
import type { HeadedLines, Leaf, PrintedLine } from './stretch';

type Row = readonly PrintedCell[];

/**
 * Reads a table that prints each merged cell once and nothing in the other places it covers (blanks may fill up the end of a row):
 * cells are counted from the left, behind the labels. Null where its header or none of its rows can be read so.
 */
export function ownCellLines(table: Table, run: Run, vocabulary: Vocabulary): HeadedLines | null {
  const leaves = ownHeader(table.rows.slice(run.headerStart, run.bodyStart), vocabulary);
  if (leaves.length === 0) return null;
  const printed = table.rows[run.bodyStart - 1]?.length ?? leaves.length;
  const lines = table.rows.slice(run.bodyStart, run.bodyEnd).map((row) => ownLine(row, { width: leaves.length, printed }, vocabulary));
  return lines.some((line) => line.stray.length === 0 && line.cells.length > 0) ? { leaves, lines } : null;
}

/** A heading of columns takes its share of the row beneath; a column stands for itself. A row that cannot be shared out ends the search. */
export function ownHeader(rows: readonly Row[], vocabulary: Vocabulary): readonly Leaf[] {
  const printed = rows.map(withoutEnd).filter((row) => row.length > 0);
  let leaves: readonly Leaf[] = (printed.at(-1) ?? []).map(({ text }) => ({ path: [text] }));
  for (const row of printed.slice(0, -1).reverse()) {
    const shared = shareOut(row, leaves, vocabulary);
    if (!shared) break;
    leaves = shared;
  }
  const labels = leaves.findIndex((leaf) => isKnown(vocabulary.columns, leaf.path.at(-1) ?? ''));
  return labels < 0 ? [] : leaves.slice(labels);
}

function shareOut(row: Row, lower: readonly Leaf[], vocabulary: Vocabulary): readonly Leaf[] | null {
  const isColumn = ({ text }: PrintedCell) => isKnown(vocabulary.leaves, text);
  const headings = row.filter((cell) => !isColumn(cell)).length;
  if (headings === 0 || lower.length % headings !== 0) return null;
  const share = lower.length / headings;
  let next = 0;
  return row.flatMap((cell) => {
    if (isColumn(cell)) return [{ path: [cell.text] }];
    next += share;
    return lower.slice(next - share, next).map(({ path }) => ({ path: [cell.text, ...path] }));
  });
}

/** Columns of a header, and the cells printed in its last row, blanks that fill it up included. */
interface HeaderWidth {
  readonly width: number;
  readonly printed: number;
}

/**
 * The cells behind the labels, one a column, and nothing behind them; any other row keeps none, nor does a row that is shorter than its header and
 * ends blank: there a cell is gone, and what fills up the row stands for the last one.
 */
function ownLine(row: Row, { width, printed }: HeaderWidth, vocabulary: Vocabulary): PrintedLine {
  const start = labelsEnd(row, vocabulary);
  const labels = row.slice(0, start).flatMap(({ text }) => (text === '' ? [] : [text]));
  const cells = row.slice(start, start + width);
  const fits = cells.length === width && (width > 1 || cells[0]?.text !== '') && row.slice(start + width).every(({ text }) => text === '');
  const place = row[0]?.place ?? {};
  const mayHaveMoved = row.length < printed && cells.at(-1)?.text === '';
  return fits && !mayHaveMoved
    ? { labels, cells, stray: [], place }
    : { labels, cells: new Array<null>(width).fill(null), stray: row.slice(start), place };
}

/** Behind the last label of the forms, else behind the words that the row begins with. */
export function labelsEnd(row: Row, vocabulary: Vocabulary): number {
  const known = row.findLastIndex(({ text }) => isKnown(vocabulary.rows, text));
  if (known >= 0) return known + 1;
  const first = row.findIndex(({ text }) => text !== '');
  const figures = row.findIndex(({ text }, index) => index >= first && (text === '' || isFigure(text)));
  return figures < 0 ? row.length : figures;
}

function withoutEnd(row: Row): Row {
  return row.slice(0, row.findLastIndex(({ text }) => text !== '') + 1);
}
