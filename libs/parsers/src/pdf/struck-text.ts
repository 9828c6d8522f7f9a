import type { Glyph, Ruling } from './page-marks';
import type { Rulings } from './path-rulings';

/** Where a line strikes text out, in parts of the height of its box. */
const STRUCK = { from: 0.28, to: 0.72 };
/** A line through text begins and ends with it, in parts of its size; one that goes on is a line of a table. */
const LEEWAY = 0.4;

/** Without what a line strikes out. */
export function withoutStruck(glyphs: readonly Glyph[], { horizontals, verticals }: Rulings): readonly Glyph[] {
  const struck = new Set<Glyph>();
  const along = [
    { rulings: horizontals, own: glyphs.filter(({ turn }) => turn % 2 === 0).map(acrossOf) },
    { rulings: verticals, own: glyphs.filter(({ turn }) => turn % 2 === 1).map(downOf) },
  ];
  for (const { rulings, own } of along) {
    const sorted = [...own].sort((one, other) => one.middle - other.middle);
    const largest = Math.max(0, ...sorted.map(({ glyph }) => glyph.size));
    for (const ruling of rulings) for (const glyph of struckBy(ruling, sorted, largest)) struck.add(glyph);
  }
  return struck.size === 0 ? glyphs : glyphs.filter((glyph) => !struck.has(glyph));
}

/** A glyph by how far it reaches along its line of text, and where it starts and has its middle across. */
interface TextSpan {
  readonly glyph: Glyph;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly middle: number;
}

function acrossOf(glyph: Glyph): TextSpan {
  const { left: from, right: to, top: start, bottom: end } = glyph;
  return { glyph, from, to, start, middle: (start + end) / 2 };
}

function downOf(glyph: Glyph): TextSpan {
  const { top: from, bottom: to, left: start, right: end } = glyph;
  return { glyph, from, to, start, middle: (start + end) / 2 };
}

function struckBy(ruling: Ruling, sorted: readonly TextSpan[], largest: number): readonly Glyph[] {
  const through: TextSpan[] = [];
  for (let at = firstFrom(sorted, ruling.at - largest); at < sorted.length; at += 1) {
    const one = sorted[at] as TextSpan;
    if (one.middle > ruling.at + largest) break;
    const middle = (one.from + one.to) / 2;
    const share = (ruling.at - one.start) / one.glyph.size;
    if (share > STRUCK.from && share < STRUCK.to && middle > ruling.from && middle < ruling.to) through.push(one);
  }
  if (through.length === 0) return [];
  const [from, to] = [Math.min(...through.map((one) => one.from)), Math.max(...through.map((one) => one.to))];
  const most = LEEWAY * Math.max(...through.map(({ glyph }) => glyph.size));
  return Math.abs(from - ruling.from) <= most && Math.abs(to - ruling.to) <= most ? through.map(({ glyph }) => glyph) : [];
}

/** The first whose middle is not before, by halves. */
function firstFrom(sorted: readonly TextSpan[], middle: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if ((sorted[half] as TextSpan).middle < middle) low = half + 1;
    else high = half;
  }
  return low;
}
