import type { Edges } from './edges';
import type { Matrix } from './matrix';
import { BLACK, type Colour } from './paper';

/** The measures of a font that place its glyphs. */
export interface FontMeasures {
  /** From glyph space to text space, across: 0.001 but in fonts that are drawn (Type 3). */
  readonly scale: number;
  readonly vertical: boolean;
  /** It could not be read, and pdfjs leaves its text out: such a page would be read without its figures. */
  readonly broken: boolean;
}

/** The graphics state (ISO 32000-1, 8.4 and 9.3), as far as it says where and whether a mark is seen. */
export interface GraphicsState {
  matrix: Matrix;
  lineWidth: number;
  /** Null for a pattern. */
  fillColour: Colour | null;
  strokeColour: Colour | null;
  fillAlpha: number;
  strokeAlpha: number;
  /** Of the transparency groups around. */
  groupAlpha: number;
  /** Painted over what is beneath, not mixed with it nor seen through a mask. */
  plain: boolean;
  /** Some group around is not plain. */
  inMixedGroup: boolean;
  /** Nothing is seen beyond. On the page. */
  clip: Edges;
  font: FontMeasures;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 for unscaled. */
  stretch: number;
  leading: number;
  rise: number;
  /** Rendering mode: 3 and 7 paint nothing. */
  mode: number;
}

export function initialState(matrix: Matrix, page: Edges): GraphicsState {
  return {
    matrix,
    lineWidth: 1,
    fillColour: BLACK,
    strokeColour: BLACK,
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    plain: true,
    inMixedGroup: false,
    clip: page,
    font: { scale: 0.001, vertical: false, broken: false },
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

/** Sets what an ExtGState names (8.4.5), the font apart. */
export function setEntry(state: GraphicsState, key: string, value: unknown): void {
  if (key === 'LW') state.lineWidth = value as number;
  if (key === 'ca') state.fillAlpha = value as number;
  if (key === 'CA') state.strokeAlpha = value as number;
  if (key === 'BM') state.plain = value === 'source-over';
  if (key === 'SMask' && value === true) state.plain = false;
}
