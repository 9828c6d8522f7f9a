import { plainText } from '@gongkai/model';
import { edgesWithin } from './edges';
import type { GraphicsState } from './graphics-state';
import { within, type Matrix } from './matrix';
import { UNKNOWN, type Glyph } from './page-marks';

/** A glyph as pdfjs hands it over in `showText`. */
export interface ShownGlyph {
  readonly unicode: string;
  /** In glyph space. */
  readonly width: number;
  /** Code 32 of a simple font, which word spacing applies to; it may mean any character. */
  readonly isSpace: boolean;
  /** Advance downwards and the origin's offset, in vertical writing. */
  readonly vmetric?: readonly [number, number, number];
}

/** How far text may lean and still count as running along an axis: the sine of three degrees. */
const LEAN = 0.052;
/** Text narrowed further, in parts of its height, is not seen. */
const NARROWEST = 0.05;
const ASCENT = 0.88;
const DESCENT = -0.12;
/** Control characters and private ones are what a font says that does not say what its glyphs mean. */
const MEANINGLESS = /[\p{Cc}\p{Co}\p{Cs}]/u;
/** Radicals and compatibility ideographs: the same glyph as the character that was typed, so that many a PDF names the one for the other. */
const LOOKALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF]/;

/** Where a glyph stands; null for a blank and for text that leans (a watermark) or is narrowed to nothing. */
export function placeGlyph(shown: ShownGlyph, { matrix: outer, fontSize, stretch, rise, font }: GraphicsState, pen: Matrix): Glyph | null {
  const text = meaningOf(shown);
  if (text.trim() === '') return null;
  const matrix = within(outer, within(pen, [fontSize * stretch, 0, 0, fontSize, 0, rise]));
  const [across, down] = [Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3])];
  const turn = across <= NARROWEST * down ? null : turnOf(matrix, Math.sign(fontSize));
  if (turn === null) return null;
  const wide = shown.width * font.scale;
  const [left, bottom] = font.vertical ? [-wide / 2, -1] : [0, DESCENT];
  return { text, ...edgesWithin(matrix, [left, bottom, left + wide, bottom + ASCENT - DESCENT]), size: down, turn };
}

function meaningOf({ unicode }: ShownGlyph): string {
  if (unicode === '' || MEANINGLESS.test(unicode)) return UNKNOWN;
  return LOOKALIKE.test(unicode) ? plainText(unicode) : unicode;
}

/** Quarter turns clockwise; null where the text runs along no axis of the page. */
function turnOf([a, b]: Matrix, sign: number): Glyph['turn'] | null {
  const length = Math.hypot(a, b);
  const x = (sign * a) / length;
  const y = (sign * b) / length;
  if (Math.abs(y) <= LEAN) return x > 0 ? 0 : 2;
  if (Math.abs(x) <= LEAN) return y > 0 ? 1 : 3;
  return null;
}
