import { labelKeys } from '../labels/label-key';
import { isFigure } from '../labels/figure-text';
import { printedOrder } from '../labels/row-names';
import { isKnown, type Vocabulary } from '../labels/vocabulary';
import type { PrintedCell } from '../printed-document';
import { cutDigits, type DigitSums } from './cut-digits';
import type { HeadedLines, Leaf, PrintedLine } from './stretch';

/** A label may be broken over this many cells. */
const MOST_PIECES = 4;

/** A header while its lines are collected; a line goes on until the next label, heading or sentence. */
interface Block {
  readonly header: PrintedCell[];
  readonly lines: { readonly labels: PrintedCell[]; readonly cells: PrintedCell[] }[];
}

/**
 * Reads cells that only follow one another, row by row, because nothing says where a row ends: a label of the form begins a row, and a
 * row counts where exactly as many cells follow as there are columns (blanks may fill it up). Any other row keeps none of its cells.
 */
export function streamLines(cells: readonly PrintedCell[], vocabulary: Vocabulary): readonly HeadedLines[] {
  return blocksOf(joinPieces(cells, vocabulary), vocabulary).flatMap(({ header, lines }) => {
    const leaves = leavesOf(header, vocabulary);
    return leaves.length === 0 ? [] : [{ leaves, lines: lines.map((line) => lineOf(line, sumsOf(leaves, vocabulary))) }];
  });
}

/** Cells that are a label of the form only when put together become one. */
function joinPieces(cells: readonly PrintedCell[], vocabulary: Vocabulary): readonly PrintedCell[] {
  const joined: PrintedCell[] = [];
  for (let at = 0; at < cells.length;) {
    const first = cells[at] as PrintedCell;
    const pieces = isWord(first) ? piecesAt(cells.slice(at, at + MOST_PIECES), vocabulary) : 1;
    joined.push(pieces === 1 ? first : { ...first, text: cells.slice(at, at + pieces).map(({ text }) => text).join('') }); // prettier-ignore
    at += pieces;
  }
  return joined;
}

function piecesAt(cells: readonly PrintedCell[], vocabulary: Vocabulary): number {
  const isLabel = (text: string) => isKnown(vocabulary.columns, text) || isKnown(vocabulary.rows, text);
  if (isLabel(cells[0]?.text ?? '')) return 1;
  for (let count = 2; count <= cells.length && isWord(cells[count - 1]); count += 1) {
    if (isLabel(cells.slice(0, count).map(({ text }) => text).join(''))) return count; // prettier-ignore
  }
  return 1;
}

function blocksOf(cells: readonly PrintedCell[], vocabulary: Vocabulary): readonly Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const cell of cells) {
    const block = blocks.at(-1);
    const inHeader = block !== undefined && block.lines.length === 0;
    const line = open ? block?.lines.at(-1) : undefined;
    if (isKnown(vocabulary.rows, cell.text) && !(inHeader && isKnown(vocabulary.leaves, cell.text))) {
      if (line?.cells.length === 0) line.labels.push(cell);
      else block?.lines.push({ labels: [cell], cells: [] });
      open = true;
    } else if (isKnown(vocabulary.columns, cell.text)) {
      if (inHeader) block.header.push(cell);
      else blocks.push({ header: [cell], lines: [] });
      open = false;
    } else if (!isWord(cell)) {
      if (line) line.cells.push(cell);
      else if (inHeader && cell.text !== '') open = block.lines.push({ labels: [], cells: [cell] }) > 0;
    } else if (line && line.cells.length > 0) open = false;
  }
  return blocks;
}

/** The columns in their order: those printed beneath a heading stand in its place. */
function leavesOf(header: readonly PrintedCell[], vocabulary: Vocabulary): readonly Leaf[] {
  const headings = new Set(header.flatMap(({ text }) => labelKeys(text)));
  const headingOf = ({ text }: PrintedCell) => labelKeys(text).flatMap((key) => [...(vocabulary.under.get(key) ?? [])]).find((key) => headings.has(key)); // prettier-ignore
  const leaves = header.filter(({ text }) => isKnown(vocabulary.leaves, text));
  const placed = header.flatMap((cell) => {
    if (leaves.includes(cell)) return headingOf(cell) === undefined ? [cell] : [];
    return leaves.filter((leaf) => labelKeys(cell.text).includes(headingOf(leaf) ?? ''));
  });
  return inBlocks(
    placed.map(({ text }) => ({ path: [text] })),
    header,
    vocabulary,
  );
}

/** Columns that come again under each row of a flat grid stand under the rows as their names are printed. */
function inBlocks(leaves: readonly Leaf[], header: readonly PrintedCell[], { flat }: Vocabulary): readonly Leaf[] {
  const grid = flat.find(({ rows, columns }) => rows.length * columns.length === leaves.length);
  const order = grid && printedOrder(header.map(({ text }) => text), grid); // prettier-ignore
  if (!grid || !order) return leaves;
  return leaves.map(({ path }, at) => ({ path: [order[Math.floor(at / grid.columns.length)]?.label.zh ?? '', ...path] }));
}

/** A total is the sum of the columns since the total before it. */
function sumsOf(leaves: readonly Leaf[], vocabulary: Vocabulary): DigitSums {
  const isTotal = leaves.map(({ path }) => isKnown(vocabulary.totals, path.at(-1) ?? ''));
  return isTotal.map((total, index) => {
    const first = isTotal.lastIndexOf(true, index - 1) + 1;
    return total && index > 0 ? Array.from({ length: index - (index > 0 ? first : 0) }, (_, at) => first + at) : null;
  });
}

function lineOf({ labels, cells }: Block['lines'][number], sums: DigitSums): PrintedLine {
  const width = sums.length;
  const fits = cells.length >= width && cells.slice(width).every(({ text }) => text === '');
  const place = (labels[0] ?? cells[0])?.place ?? {};
  const words = labels.map(({ text }) => text);
  if (fits) return { labels: words, cells: cells.slice(0, width), stray: [], place };
  const apart = { labels: words, cells: new Array<null>(width).fill(null), stray: cells, place };
  const printed = cells.map(({ text }) => text);
  const ways = cells.length > 0 && cells.length < width && printed.every(isFigure) ? cutDigits(printed, sums) : [];
  if (ways?.length === 0) return apart;
  const cut = { text: printed.join(' '), ways: ways ?? [] };
  const [only, ...others] = cut.ways;
  return only && others.length === 0
    ? { ...apart, cells: only.map((text) => ({ ...(cells[0] as PrintedCell), text })), stray: [], spent: cells, cut }
    : { ...apart, cut };
}

function isWord(cell: PrintedCell | undefined): boolean {
  return cell !== undefined && cell.text !== '' && !isFigure(cell.text);
}
