import { isFigure } from '../labels/figure-text';
import type { Edges } from './edges';
import type { Glyph, PageMarks, Ruling } from './page-marks';
import { cellText, type PdfLine } from './text-lines';

/** Text that no frame holds, as far as it belongs together: lines of a cell one below the other, parted from the next cell by room or by a line. */
export interface LooseBlock extends Edges {
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly isFigure: boolean;
  /** The bottoms of its first and of its last line. */
  readonly first: number;
  readonly last: number;
  /** The largest font size. */
  readonly size: number;
  /** Where the next line above it is drawn, over the whole of it; null where none is, or none below it. */
  readonly rule: number | null;
}

/** A page's lines outside of frames, with what is drawn around them. */
export interface LoosePage extends Pick<PageMarks, 'page' | 'horizontals' | 'verticals'> {
  readonly lines: readonly PdfLine[];
}

/** How far the rows and the lines of a cell stand apart in the tables of a document, in points. */
export interface Steps {
  /** From one row to the next, where both have a single line. */
  readonly row: number;
  /** Lines closer than this are lines of one cell; 0 where no cell seems to have two. */
  readonly line: number;
}

/** All in parts of the font size. A wider gap parts two cells of a row. */
const CELL_GAP = 0.55;
/** A number and the text it numbers stand no further apart. */
const NUMBER_GAP = 2;
const NUMBER = /^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、])$/;
/** The room of one full-width space between two characters of a label. */
const SPACE = { from: 0.96, to: 1.04 };
const SAME_LINE = 0.45;
const WIDEST_HEADING = 12;
/** A line between two cells leaves at least this room, in points. */
const NARROWEST = 1;
/** A line of the same cell stands clearly closer than one of the next row, in parts of its distance. */
const CLOSER = 0.93;
const LINE_LEEWAY = 1.12;
/** No table of a report has as many pieces; beyond that the pages hold something else. */
const MOST_PIECES = 10_000;

/** The blocks of all pages in reading order, and the distances that told them apart; null where no figures stand below one another. */
export function looseBlocks(pages: readonly LoosePage[]): { readonly blocks: readonly LooseBlock[]; readonly steps: Steps } | null {
  const pieces = pages.map((page) => page.lines.flatMap((line) => piecesOf(line, page)).sort((one, other) => one.last - other.last));
  if (pieces.reduce((sum, own) => sum + own.length, 0) > MOST_PIECES) return null;
  const steps = stepsOf(pieces);
  if (!steps) return null;
  return { blocks: pages.flatMap((page, index) => joinLines(pieces[index] ?? [], page, steps)), steps };
}

function piecesOf(line: PdfLine, page: LoosePage): readonly LooseBlock[] {
  const pieces: Glyph[][] = [];
  for (const glyph of line.glyphs.filter(({ turn }) => turn === 0)) {
    const before = pieces.at(-1)?.at(-1);
    const open = pieces.at(-1) ?? [];
    const widest = NUMBER.test(open.map(({ text }) => text).join('')) ? NUMBER_GAP : CELL_GAP;
    if (before && !isGap(before, glyph, { widest, verticals: page.verticals })) open.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces.map((glyphs) => blockOf(glyphs, page));
}

function isGap(
  before: Glyph,
  after: Glyph,
  { widest, verticals }: { readonly widest: number; readonly verticals: readonly Ruling[] },
): boolean {
  if (after.left - before.right > widest * Math.max(before.size, after.size)) return true;
  // Most characters stand close to each other, and a page may have thousands of lines.
  if (after.left - before.right < NARROWEST) return false;
  const [left, right, middle] = [before.right - 1, after.left + 1, (after.top + after.bottom) / 2];
  return verticals.some(({ at, from, to }) => at >= left && at <= right && from <= middle && to >= middle);
}

/** Side by side with the room of one full-width space: perhaps one text in two pieces. */
export function isOneText(one: LooseBlock, other: LooseBlock): boolean {
  if (one.page !== other.page || one.first > other.last + 1 || other.first > one.last + 1) return false;
  const gap = Math.max(one.left - other.right, other.left - one.right) / Math.max(one.size, other.size);
  return gap > SPACE.from && gap < SPACE.to && !one.isFigure && !other.isFigure;
}

/** Two blocks side by side as one. */
export function joinBeside(one: LooseBlock, other: LooseBlock): LooseBlock {
  return { ...blockOf([...one.glyphs, ...other.glyphs], { page: one.page, horizontals: [] }), rule: one.rule };
}

function blockOf(glyphs: readonly Glyph[], { page, horizontals }: Pick<LoosePage, 'page' | 'horizontals'>): LooseBlock {
  const bottoms = glyphs.map(({ bottom }) => bottom);
  const text = cellText(glyphs);
  const last = Math.max(...bottoms);
  const size = Math.max(...glyphs.map((glyph) => glyph.size));
  const edges = {
    left: Math.min(...glyphs.map(({ left }) => left)),
    right: Math.max(...glyphs.map(({ right }) => right)),
    top: Math.min(...glyphs.map(({ top }) => top)),
    bottom: last,
  };
  const rule = ruleAbove(edges, size, horizontals);
  return { page, glyphs, text, isFigure: isFigure(text), ...edges, first: Math.min(...bottoms), last, size, rule };
}

function ruleAbove({ left, right, top }: Edges, size: number, horizontals: readonly Ruling[]): number | null {
  const along = horizontals.filter(({ from, to }) => from <= left + 1 && to >= right - 1);
  const above = along.filter(({ at }) => at <= top + size / 2);
  return above.length === 0 || above.length === along.length ? null : Math.max(...above.map(({ at }) => at));
}

/** The distance of figures below one another tells the rows, that of words near them which is clearly smaller the lines of a cell. */
function stepsOf(pages: readonly (readonly LooseBlock[])[]): Steps | null {
  const figures = pages.flatMap((pieces) => distancesBelow(pieces.filter((piece) => piece.isFigure)));
  const row = figures.sort((one, other) => one - other)[Math.floor(figures.length / 10)];
  if (row === undefined) return null;
  const words = pages.flatMap((pieces) => {
    const rows = pieces.filter((piece) => piece.isFigure);
    return distancesBelow(pieces.filter((piece) => !piece.isFigure && rows.some((figure) => isLabelOf(piece, figure, row))));
  });
  const line = Math.min(...words.filter((distance) => distance < row * CLOSER));
  return { row, line: line === Infinity ? 0 : Math.min(line * LINE_LEEWAY, line + (row - line) * 0.6) };
}

/** Words beside a figure or over it, and no line of a paragraph. */
function isLabelOf(words: LooseBlock, figure: LooseBlock, row: number): boolean {
  if (Math.abs(words.last - figure.last) > 1.2 * row) return false;
  return words.right <= figure.left || (overlap(words, figure) && words.right - words.left <= WIDEST_HEADING * words.size);
}

/** From every piece to the next one below it. */
function distancesBelow(pieces: readonly LooseBlock[]): readonly number[] {
  return pieces.flatMap((piece, index) => {
    const below = pieces.slice(index + 1, index + 200).find((other) => isBelow(piece, other));
    return below ? [below.last - piece.last] : [];
  });
}

function isBelow(above: LooseBlock, below: LooseBlock): boolean {
  return below.first - above.last > SAME_LINE * Math.min(above.size, below.size) && overlap(above, below);
}

export function overlap(one: Pick<Edges, 'left' | 'right'>, other: Pick<Edges, 'left' | 'right'>): boolean {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5;
}

function joinLines(pieces: readonly LooseBlock[], page: LoosePage, steps: Steps): readonly LooseBlock[] {
  const blocks: LooseBlock[][] = [];
  const open = new Map<LooseBlock, LooseBlock[]>();
  pieces.forEach((piece, index) => {
    const above: LooseBlock[] = [];
    for (let at = index - 1; at >= 0 && piece.last - (pieces[at] as LooseBlock).last <= steps.line; at -= 1) {
      const other = pieces[at] as LooseBlock;
      if (isBelow(other, piece) && !isRuled(other, piece, page.horizontals)) above.push(other);
    }
    const joined = [...new Set(above.map((one) => open.get(one) as LooseBlock[]))];
    const block = joined.length === 0 ? [] : (joined[0] as LooseBlock[]);
    for (const other of joined.slice(1)) {
      for (const one of other.splice(0)) {
        block.push(one);
        open.set(one, block);
      }
    }
    block.push(piece);
    open.set(piece, block);
    if (joined.length === 0) blocks.push(block);
  });
  return blocks.filter((block) => block.length > 0).map((block) => (block.length === 1 ? (block[0] as LooseBlock) : blockOf(block.flatMap(({ glyphs }) => glyphs), page))); // prettier-ignore
}

function isRuled(above: LooseBlock, below: LooseBlock, horizontals: readonly Ruling[]): boolean {
  const [left, right] = [Math.max(above.left, below.left), Math.min(above.right, below.right)];
  return horizontals.some(
    ({ at, from, to }) => at > above.last - above.size / 2 && at < below.last - below.size / 2 && from < right && to > left,
  );
}
