import type { Glyph } from './page-marks';

/** A character drawn again this close, in parts of its size, only thickens or shades the first. */
const SAME_PLACE = 0.15;

/** Glyphs in the order they were drawn, without those drawn again over themselves (bold or shaded text made by drawing twice). */
export function drawnOnce(glyphs: readonly Glyph[]): readonly Glyph[] {
  const known = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const band = Math.round(glyph.bottom / glyph.size);
    const near = [band - 1, band, band + 1].flatMap((one) => known.get(`${glyph.text}@${one}`) ?? []);
    if (near.some((other) => isSame(glyph, other))) return false;
    const key = `${glyph.text}@${band}`;
    const there = known.get(key);
    if (there) there.push(glyph);
    else known.set(key, [glyph]);
    return true;
  });
}

function isSame(one: Glyph, other: Glyph): boolean {
  const most = one.size * SAME_PLACE;
  return Math.abs(one.left - other.left) <= most && Math.abs(one.bottom - other.bottom) <= most && one.turn === other.turn;
}
