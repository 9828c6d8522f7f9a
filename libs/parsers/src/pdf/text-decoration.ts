import type { Glyph, Ruling } from './page-marks';
import type { Rulings } from './path-rulings';

/** Where a line strikes text out and where it underlines it, in parts of the height of its box. */
const STRUCK = { from: 0.28, to: 0.72 };
const UNDERLINED = { from: 0.86, to: 1.1 };
/** Such a line begins and ends with the text, in parts of its size; one that goes on is a line of a table. */
const LEEWAY = { struck: 0.4, underlined: 0.2 };
/** The pieces of a line of a table meet, in points. */
const MEETING = 2;

/** What is left of a page's text and lines without what lines strike out, and without the lines that belong to text: they part no cells. */
export function withoutDecoration(
  glyphs: readonly Glyph[],
  { horizontals, verticals }: Rulings,
): Rulings & { readonly glyphs: readonly Glyph[] } {
  const across = decorationOf(horizontals, glyphs.filter(({ turn }) => turn % 2 === 0).map(acrossOf));
  const down = decorationOf(verticals, glyphs.filter(({ turn }) => turn % 2 === 1).map(downOf));
  const struck = new Set([...across.struck, ...down.struck]);
  return {
    glyphs: struck.size === 0 ? glyphs : glyphs.filter((glyph) => !struck.has(glyph)),
    horizontals: horizontals.filter((ruling) => !across.lines.has(ruling)),
    verticals: verticals.filter((ruling) => !down.lines.has(ruling)),
  };
}

interface Decoration {
  readonly struck: readonly Glyph[];
  readonly lines: ReadonlySet<Ruling>;
}

function decorationOf(rulings: readonly Ruling[], spans: readonly TextSpan[]): Decoration {
  const sorted = [...spans].sort((one, other) => one.middle - other.middle);
  const largest = Math.max(0, ...sorted.map(({ glyph }) => glyph.size));
  const struck: Glyph[] = [];
  const lines = new Set<Ruling>();
  for (const ruling of rulings) {
    const through = textAt(ruling, sorted, { largest, ...STRUCK, leeway: LEEWAY.struck });
    const above = through.length > 0 ? [] : textAt(ruling, sorted, { largest, ...UNDERLINED, leeway: LEEWAY.underlined });
    if (through.length === 0 && (above.length === 0 || goesOn(ruling, rulings))) continue;
    struck.push(...through);
    lines.add(ruling);
  }
  return { struck, lines };
}

/** Whether another piece of line meets one of its ends. */
function goesOn(ruling: Ruling, rulings: readonly Ruling[]): boolean {
  return rulings.some(
    (other) =>
      other !== ruling && Math.abs(other.at - ruling.at) <= 1 && other.from <= ruling.to + MEETING && other.to >= ruling.from - MEETING,
  );
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

interface Search {
  readonly largest: number;
  readonly from: number;
  readonly to: number;
  readonly leeway: number;
}

/** The text a line belongs to by where it runs and how far it reaches; none for a line of something else. */
function textAt(ruling: Ruling, sorted: readonly TextSpan[], { largest, from, to, leeway }: Search): readonly Glyph[] {
  const found: TextSpan[] = [];
  for (let at = firstFrom(sorted, ruling.at - largest); at < sorted.length; at += 1) {
    const one = sorted[at] as TextSpan;
    if (one.middle > ruling.at + largest) break;
    const middle = (one.from + one.to) / 2;
    const share = (ruling.at - one.start) / one.glyph.size;
    if (share > from && share < to && middle > ruling.from && middle < ruling.to) found.push(one);
  }
  if (found.length === 0) return [];
  const [first, last] = [Math.min(...found.map((one) => one.from)), Math.max(...found.map((one) => one.to))];
  const most = leeway * Math.max(...found.map(({ glyph }) => glyph.size));
  return Math.abs(first - ruling.from) <= most && Math.abs(last - ruling.to) <= most ? found.map(({ glyph }) => glyph) : [];
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
