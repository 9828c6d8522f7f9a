import { loweredText, raisedText } from '../labels/printed-marks';
import { isDigit, type Glyph } from './page-marks';

/** All in parts of the font size of the text a mark stands at. */
const NEAR = { from: -0.2, to: 0.3 };
/** A mark is set in smaller type, and its line of writing is another. */
const SMALLER = 0.9;
const SHIFTED = 0.12;
/** A digit of the same size that stands this high is one, too. */
const LIFTED = 0.25;
/** It stands beside the text, not above or below it: in parts of its own height. */
const BESIDE = 0.3;
const DESCENT = 0.12;

/**
 * Small text set high or low beside larger (marks of notes: 128¹) in the characters Unicode has for it and on the line of the larger, so that no
 * digit of it runs together with a figure nor stands before it. All others as they are.
 */
export function withMarks(glyphs: readonly Glyph[]): readonly Glyph[] {
  const upright = glyphs.filter(({ turn }) => turn === 0);
  const lines = new Set(upright.map(({ size, bottom }) => `${Math.round(size * 4)}@${Math.round(bottom)}`));
  if (lines.size < 2) return glyphs;
  const sorted = [...upright].sort((one, other) => one.left - other.left);
  const marks = new Map<Glyph, Glyph>();
  sorted.forEach((glyph, at) => {
    const mark = markOf(glyph, neighbours(sorted, at), marks);
    if (mark) marks.set(glyph, mark);
  });
  // A mark before its text is met first: its own neighbours show it from behind.
  for (let at = sorted.length - 1; at >= 0; at -= 1) {
    const glyph = sorted[at] as Glyph;
    const mark = marks.has(glyph) ? null : markOf(glyph, neighbours(sorted, at), marks);
    if (mark) marks.set(glyph, mark);
  }
  return marks.size === 0 ? glyphs : glyphs.map((glyph) => marks.get(glyph) ?? glyph);
}

function neighbours(sorted: readonly Glyph[], at: number): readonly Glyph[] {
  const { left, right, size } = sorted[at] as Glyph;
  const found: Glyph[] = [];
  for (let before = at - 1; before >= 0 && left - (sorted[before] as Glyph).left <= 4 * size; before -= 1)
    found.push(sorted[before] as Glyph);
  for (let behind = at + 1; behind < sorted.length && (sorted[behind] as Glyph).left - right <= size; behind += 1)
    found.push(sorted[behind] as Glyph);
  return found;
}

function markOf(glyph: Glyph, near: readonly Glyph[], marks: ReadonlyMap<Glyph, Glyph>): Glyph | null {
  for (const other of near) {
    if (!isBeside(glyph, other)) continue;
    const known = marks.get(other);
    // The next character of a mark: as large, and on the same line of writing.
    if (known && Math.abs(other.size - glyph.size) < 0.05 * glyph.size && Math.abs(other.bottom - glyph.bottom) < 0.05 * glyph.size) {
      return setBeside(glyph, lineOf(known), lineOf(known) > lineOf(other));
    }
    if (known) continue;
    const lift = lineOf(other) - lineOf(glyph);
    const isSmall = glyph.size <= SMALLER * other.size && Math.abs(lift) > SHIFTED * other.size;
    const isLifted = glyph.size < other.size / SMALLER && lift > LIFTED * other.size && isDigit(glyph) && isDigit(other);
    if (isSmall || isLifted) return setBeside(glyph, lineOf(other), lift > 0);
  }
  return null;
}

function isBeside(glyph: Glyph, other: Glyph): boolean {
  const gap = Math.max(other.left - glyph.right, glyph.left - other.right) / Math.max(other.size, glyph.size);
  const shared = Math.min(glyph.bottom, other.bottom) - Math.max(glyph.top, other.top);
  return gap >= NEAR.from && gap <= NEAR.to && shared >= BESIDE * (glyph.bottom - glyph.top);
}

/** Where the characters of a line stand. */
function lineOf({ bottom, size }: Glyph): number {
  return bottom - DESCENT * size;
}

function setBeside(glyph: Glyph, line: number, raised: boolean): Glyph {
  const bottom = line + DESCENT * glyph.size;
  const text = raised ? raisedText(glyph.text) : loweredText(glyph.text);
  return { ...glyph, text, top: bottom - (glyph.bottom - glyph.top), bottom };
}
