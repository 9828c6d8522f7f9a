import type { TableSection } from '@gongkai/model';
import { isFigure } from '../labels/figure-text';
import { labelKeys, likeness } from '../labels/label-key';
import { isKnown, type Vocabulary } from '../labels/vocabulary';
import type { SectionedDocument } from '../narrative/find-sections';
import type { PrintedCell, Table } from '../printed-document';
import { printedRows, type PrintedRow } from './printed-rows';
import type { PrintedLine, Stretch } from './stretch';

/** A row as words and the figures behind them. */
interface SplitRow {
  readonly words: readonly PrintedCell[];
  /** Blanks among them count as figures that are not there. */
  readonly figures: readonly PrintedCell[];
}

/** As for a stream of cells: beyond that the text is something else. */
const MOST_CELLS = 5000;
/** A label may be broken over this many pieces before and behind its figures. */
const MOST_PIECES = 4;

/**
 * Reads a section by its rows alone: words, and behind them as many figures as a grid has columns, whatever became of the headings; a row with
 * another number of figures keeps its label and none of them. One stretch for each such number; the words before its first row are kept as what
 * is left of the headings.
 */
export function bareStretches(
  document: SectionedDocument,
  section: TableSection,
  { vocabulary, widths }: { readonly vocabulary: Vocabulary; readonly widths: readonly number[] },
): readonly Stretch[] {
  const printed = printedRows(document, section, vocabulary);
  if (printed.reduce((sum, row) => sum + row.length, 0) > MOST_CELLS) return [];
  const rows = printed.map((row) => splitRow(row, vocabulary));
  const filled = rows.flatMap((row, at) => (row.figures.some(({ text }) => text !== '') ? [at] : []));
  const table: Table = { kind: 'table', number: 0, spans: 'lost', rows: rows.map(({ words, figures }) => [...words, ...figures]) };
  const [firstLine = rows.length] = filled;
  const heads = rows.slice(0, firstLine).flatMap(({ words }) => words.map(({ text }) => text));
  return widths.flatMap((width): readonly Stretch[] => {
    const lines = filled.flatMap((at, index) => {
      const printed = rows[at]?.figures ?? [];
      const figures = isContested(rows, filled, index) ? null : exactly(printed, width);
      const line = lineOf(rows, { before: filled[index - 1] ?? -1, at, after: filled[index + 1] ?? rows.length }, printed, vocabulary);
      return [figures ? { ...line, cells: figures } : { ...line, cells: new Array<null>(width).fill(null), stray: printed }];
    });
    const leaves = Array.from({ length: width }, () => ({ path: [] }));
    return lines.every(({ stray }) => stray.length > 0) ? [] : [{ table, home: section, leaves, lines, heads }];
  });
}

/** A single figure with another one in the line before or behind it and no words between: one of them may be the number of a page. */
function isContested(rows: readonly SplitRow[], filled: readonly number[], index: number): boolean {
  const isBare = (before = -1, at = -1) =>
    rows[before]?.figures.length === 1 &&
    rows[at]?.figures.length === 1 &&
    rows.slice(before + 1, at + 1).every(({ words }) => words.length === 0);
  return isBare(filled[index - 1], filled[index]) || isBare(filled[index], filled[index + 1]);
}

/** Behind the last label of the form, else behind the last words. */
function splitRow(row: PrintedRow, { rows }: Vocabulary): SplitRow {
  const known = row.findLastIndex(({ text }) => isKnown(rows, text));
  const isBehind = known >= 0 && row.slice(known + 1).some(({ text }) => isFigure(text));
  const last = isBehind ? known : row.findLastIndex(({ text }) => text !== '' && !isFigure(text));
  return { words: row.slice(0, last + 1).filter(({ text }) => text !== ''), figures: row.slice(last + 1) };
}

/** So many figures, where blanks before and behind them are merged or empty cells; null where there are more or fewer. */
function exactly(figures: readonly PrintedCell[], width: number): readonly PrintedCell[] | null {
  const first = figures.findIndex(({ text }) => text !== '');
  const end = figures.findLastIndex(({ text }) => text !== '') + 1;
  if (end - first === width) return figures.slice(first, end);
  return figures.length === width && end === width ? figures : null;
}

interface Around {
  readonly before: number;
  readonly at: number;
  readonly after: number;
}

function lineOf(
  rows: readonly SplitRow[],
  { before, at, after }: Around,
  cells: readonly PrintedCell[],
  vocabulary: Vocabulary,
): PrintedLine {
  const wordsOf = (from: number, to: number) => rows.slice(from, to).flatMap(({ words }) => words.map(({ text }) => text));
  const own = wordsOf(at, at + 1);
  const label = labelOf(wordsOf(before + 1, at).slice(-MOST_PIECES), own, wordsOf(at + 1, after).slice(0, 2), vocabulary);
  return { labels: label === '' ? [] : [label], cells, stray: [], place: cells[0]?.place ?? {} };
}

/** The last words before the figures; where these are no label of the form, what is one together with the pieces around them, else what is most like one. */
function labelOf(before: readonly string[], own: readonly string[], behind: readonly string[], vocabulary: Vocabulary): string {
  const pieces = [...before, ...own];
  const last = pieces.at(-1) ?? '';
  const endings = pieces.map((_, index) => pieces.slice(index).join('')).reverse();
  const skipping = pieces.slice(0, -1).map((piece) => piece + last);
  const going = behind.map((_, index) => last + behind.slice(0, index + 1).join(''));
  const candidates = [...endings, ...skipping, ...going];
  return candidates.find((text) => isKnown(vocabulary.rows, text)) ?? mostLike(candidates, vocabulary.rows) ?? last;
}

function mostLike(candidates: readonly string[], keys: ReadonlySet<string>): string | undefined {
  const scored = candidates.map((text) => ({
    text,
    score: Math.max(0, ...labelKeys(text).flatMap((key) => [...keys].map((known) => likeness(key, known)))),
  }));
  return scored.sort((left, right) => right.score - left.score)[0]?.text;
}
