import { shareWithin, type Edges } from './edges';
import { isDigit, UNKNOWN, type Glyph } from './page-marks';

/** Red, green and blue, each up to 255. */
export type Colour = readonly [number, number, number];

export const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];
/** Text whose colour differs from what is beneath by less in every component is not seen. */
const LEAST_CONTRAST = 20;
/** Nothing is left of a character of which more is covered. */
const COVERED = 0.9;
/** A character of which less lies within a clipped area or the page is not seen. */
const CUT_OFF = 0.3;
/** The digits of one number stand closer, in parts of their size. */
const ONE_NUMBER = 0.15;
/** Ink stands within this part of a glyph's box on either side of its middle. */
const CORE = 0.28;
/** Marks are kept by the height they stand at, in points. */
const BAND = 24;

/** What text is painted with: the colours of its inside and outline, null for a pattern. */
export interface Ink {
  readonly colours: readonly (Colour | null)[];
  readonly alpha: number;
  readonly clip: Edges;
}

/** An area painted over the page. */
export interface Patch {
  readonly area: Edges;
  /** Null for a picture or a pattern. */
  readonly colour: Colour | null;
  /** It fills its area and nothing shows through. */
  readonly opaque: boolean;
  /** A picture may have been left out here. */
  readonly supposed?: true;
}

/** What a reader sees of a page whose marks are painted one over the other. */
export class Paper {
  /** Whether pictures that were left out decide what is seen. */
  isUndecided = false;
  private last: { readonly glyph: Glyph; readonly clip: Edges } | null = null;
  private readonly seen = new Set<Glyph>();
  private readonly glyphs = new Bands<Glyph>();
  private readonly patches = new Bands<Patch>();

  constructor(private readonly page: Edges) {}

  /** In the order they were painted. */
  get seenGlyphs(): readonly Glyph[] {
    return [...this.seen];
  }

  write(glyph: Glyph, { colours, alpha, clip }: Ink): void {
    if (shareWithin(glyph, clip) < CUT_OFF) return this.cutOff(glyph, clip);
    const beneath = this.beneath(glyph);
    const isSeen = colours.some((colour) => beneath.some((under) => differ(colour, under, alpha)));
    if (!isSeen) return;
    this.seen.add(glyph);
    this.glyphs.add(glyph, glyph, this.page);
    this.last = { glyph, clip };
  }

  /** Of a number that runs over an edge nobody knows the rest. */
  private cutOff(glyph: Glyph, clip: Edges): void {
    const { last } = this;
    if (last?.clip !== clip || !isDigit(glyph) || !isDigit(last.glyph)) return;
    const gap = Math.max(glyph.left - last.glyph.right, glyph.top - last.glyph.bottom) / glyph.size;
    if (gap < ONE_NUMBER && this.seen.has(last.glyph)) this.seen.add({ ...last.glyph, left: last.glyph.right, text: UNKNOWN });
  }

  cover(patch: Patch): void {
    const { area } = patch;
    if (!(area.left < area.right && area.top < area.bottom)) return;
    this.patches.add(patch, area, this.page);
    if (!patch.opaque) return;
    for (const glyph of this.glyphs.over(area, this.page)) {
      if (!this.seen.has(glyph) || shareWithin(coreOf(glyph), area) < COVERED) continue;
      if (patch.supposed) this.isUndecided = true;
      else this.seen.delete(glyph);
    }
  }

  /** The colours a glyph may stand on. */
  private beneath(glyph: Glyph): readonly (Colour | null)[] {
    const core = coreOf(glyph);
    const colours: (Colour | null)[] = [];
    const patches = this.patches.at((core.top + core.bottom) / 2);
    for (let at = patches.length - 1; at >= 0; at -= 1) {
      const patch = patches[at] as Patch;
      if (shareWithin(core, patch.area) < COVERED) continue;
      if (patch.supposed) this.isUndecided = true;
      else colours.push(patch.colour);
      if (patch.opaque && !patch.supposed) return colours;
    }
    return [...colours, WHITE];
  }
}

function differ(colour: Colour | null, under: Colour | null, alpha: number): boolean {
  if (colour === null || under === null) return alpha * 255 >= LEAST_CONTRAST;
  return colour.some((one, at) => Math.abs(one - (under[at] as number)) * alpha >= LEAST_CONTRAST);
}

function coreOf({ left, right, top, bottom }: Edges): Edges {
  const [x, y, wide, high] = [(left + right) / 2, (top + bottom) / 2, (right - left) * CORE, (bottom - top) * CORE];
  return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
}

class Bands<Mark> {
  private readonly bands = new Map<number, Mark[]>();

  add(mark: Mark, area: Edges, page: Edges): void {
    for (const at of bandsOf(area, page)) {
      const band = this.bands.get(at);
      if (band) band.push(mark);
      else this.bands.set(at, [mark]);
    }
  }

  at(y: number): readonly Mark[] {
    return this.bands.get(Math.floor(y / BAND)) ?? [];
  }

  over(area: Edges, page: Edges): readonly Mark[] {
    return bandsOf(area, page).flatMap((at) => this.bands.get(at) ?? []);
  }
}

function bandsOf({ top, bottom }: Edges, page: Edges): readonly number[] {
  const [first, last] = [Math.floor(Math.max(top, page.top) / BAND), Math.floor(Math.min(bottom, page.bottom) / BAND)];
  return last < first ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
