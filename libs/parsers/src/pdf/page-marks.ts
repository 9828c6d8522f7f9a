/** A character a reader sees, with its box on the page; all measures in points from the upper left corner. */
export interface Glyph {
  /** What the font says the glyph means; U+FFFD where it does not say. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Font size. */
  readonly size: number;
  /** Quarter turns clockwise against upright text. */
  readonly turn: 0 | 1 | 2 | 3;
}

/** A straight line along one axis: `at` across it, from `from` to `to` along it. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is drawn on a page, as far as a table or a text may consist of it. */
export interface PageMarks {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly horizontals: readonly Ruling[];
  readonly verticals: readonly Ruling[];
}

/** Stands for a glyph without meaning, and for the cut through a number that two cells seem to share: no figure holds it. */
export const UNKNOWN = '\uFFFD';

export function isDigit({ text }: Glyph): boolean {
  return /^\p{Nd}$/u.test(text);
}
