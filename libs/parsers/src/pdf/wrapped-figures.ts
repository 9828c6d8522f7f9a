import type { Glyph } from './page-marks';

/** So many digits before the edge of their cell are one number with those of the next line; wide ones, which break anywhere, need fewer. */
const FEWEST_DIGITS = { narrow: 5, wide: 3 };
const NUMBER = /^[\d０-９,，.．]$/;
const DIGIT = /^[\d０-９]$/;
const WIDE_DIGIT = /^[０-９]$/;
const COMMA = /^[,，]$/;
const SAME_SIZE = 0.05;

/**
 * Whether a number goes on in the next line of its cell, which is no wider than `room`: the line is full of its digits, so that not one more had a
 * place, or it ends with the comma before three more. Two figures one below the other look like it only where the first fills its cell.
 */
export function isWrapped(line: readonly Glyph[], next: readonly Glyph[], room: number | null): boolean {
  const [first, last, after] = [line[0], line.at(-1), next[0]];
  if (!first || !last || !after || !DIGIT.test(first.text) || !line.every(({ text }) => NUMBER.test(text))) return false;
  if (Math.abs(last.size - after.size) > SAME_SIZE * last.size) return false;
  const digits = next.findIndex(({ text }) => !DIGIT.test(text));
  if (COMMA.test(last.text)) return (digits < 0 ? next.length : digits) === 3;
  if (room === null || !NUMBER.test(after.text)) return false;
  const fewest = line.some(({ text }) => WIDE_DIGIT.test(text)) ? FEWEST_DIGITS.wide : FEWEST_DIGITS.narrow;
  const isLong = line.filter(({ text }) => DIGIT.test(text)).length >= fewest;
  return isLong && last.right - first.left + (after.right - after.left) > room;
}

/** How close words come to the sides of their cells, which is as far as the lines of any cell reach; null where there are none. */
export function marginOf(lines: readonly { readonly glyphs: readonly Glyph[]; readonly side: number }[]): number | null {
  const sides = lines.flatMap(({ glyphs, side }) => (glyphs.some(({ text }) => /\p{Script=Han}/u.test(text)) && side >= 0 ? [side] : []));
  return sides.length === 0 ? null : Math.min(...sides);
}
