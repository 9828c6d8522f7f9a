import { trimmedText } from '@gongkai/model';
import { isDigit, UNKNOWN, type Glyph } from './page-marks';
import { withMarks } from './raised-marks';
import { isWrapped } from './wrapped-figures';

/** Glyphs side by side, from left to right. */
export interface PdfLine {
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The largest font size. */
  readonly size: number;
}

/** All in parts of the font size. */
const SAME_LINE = 0.45;
/** A gap between Latin letters or digits that is a space, and one that is a space between any characters. */
const WORD_GAP = 0.15;
const WIDE_GAP = 0.6;
/** Digits further apart than this are two numbers. */
const NUMBER_GAP = 0.8;
/** So are digits of clearly different sizes. */
const OTHER_NUMBER = 0.8;

/** Lines from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): readonly PdfLine[] {
  return rowsOf(withMarks(glyphs)).map(lineOf);
}

/**
 * The text of a cell, line by line; turned text is read in its own direction, after the upright. Two numbers side by side are kept apart by
 * U+FFFD. `room`: how wide a line of the cell can be, where its sides are drawn.
 */
export function cellText(glyphs: readonly Glyph[], room: number | null = null): string {
  const turns = [0, 1, 2, 3] as const;
  const texts = turns.flatMap((turn) => {
    const own = glyphs.filter((glyph) => glyph.turn === turn).map(turnUpright);
    const rows = rowsOf(withMarks(own));
    return rows.map((row, at) => {
      const before = rows[at - 1];
      const isRest = before !== undefined && isWrapped(before, row, turn === 0 ? room : null);
      return (isRest ? '' : '\n') + joined(row, true);
    });
  });
  return trimmedText(texts.join(''));
}

function rowsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const rows: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((one, other) => one.bottom - other.bottom)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && glyph.bottom - last.bottom <= SAME_LINE * Math.min(glyph.size, last.size)) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.map((row) => row.sort((one, other) => one.left - other.left));
}

function lineOf(glyphs: readonly Glyph[]): PdfLine {
  return {
    glyphs,
    text: trimmedText(joined(glyphs, false)),
    left: Math.min(...glyphs.map(({ left }) => left)),
    right: Math.max(...glyphs.map(({ right }) => right)),
    top: Math.min(...glyphs.map(({ top }) => top)),
    bottom: Math.max(...glyphs.map(({ bottom }) => bottom)),
    size: Math.max(...glyphs.map(({ size }) => size)),
  };
}

function joined(glyphs: readonly Glyph[], inCell: boolean): string {
  let text = '';
  glyphs.forEach((glyph, index) => {
    const before = glyphs[index - 1];
    text += (before ? between(before, glyph, inCell) : '') + glyph.text;
  });
  return text;
}

function between(before: Glyph, after: Glyph, inCell: boolean): string {
  const gap = (after.left - before.right) / Math.max(before.size, after.size);
  const isSmaller = Math.min(before.size, after.size) < OTHER_NUMBER * Math.max(before.size, after.size);
  if (inCell && (gap > NUMBER_GAP || isSmaller) && isDigit(before) && isDigit(after)) return UNKNOWN;
  if (gap > WIDE_GAP) return ' ';
  return gap > WORD_GAP && isLatin(before) && isLatin(after) ? ' ' : '';
}

function isLatin({ text }: Glyph): boolean {
  return /^[\p{Script=Latin}\p{Nd}]/u.test(text);
}

/** As if the page were turned until the glyph stands upright. */
function turnUpright(glyph: Glyph): Glyph {
  const { left, right, top, bottom } = glyph;
  if (glyph.turn === 1) return { ...glyph, left: top, right: bottom, top: -right, bottom: -left, turn: 0 };
  if (glyph.turn === 2) return { ...glyph, left: -right, right: -left, top: -bottom, bottom: -top, turn: 0 };
  if (glyph.turn === 3) return { ...glyph, left: -bottom, right: -top, top: left, bottom: right, turn: 0 };
  return glyph;
}
