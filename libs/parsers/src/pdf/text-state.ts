import { IDENTITY, within, type Matrix } from './matrix';

/** The measures of a font that place its glyphs. */
export interface FontMeasures {
  /** From glyph space to text space, across: 0.001 but in fonts that are drawn (Type 3). */
  readonly scale: number;
  readonly vertical: boolean;
  /** It could not be read, and pdfjs leaves its text out: such a page would be read without its figures. */
  readonly broken: boolean;
}

/** The graphics state (ISO 32000-1, 8.4 and 9.3), as far as it says where and whether a glyph is seen. */
export interface GraphicsState {
  matrix: Matrix;
  lineWidth: number;
  fillAlpha: number;
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

export function initialState(matrix: Matrix): GraphicsState {
  return {
    matrix,
    lineWidth: 1,
    fillAlpha: 1,
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

/** Where the next glyph goes between BT and ET. */
export class TextPen {
  private line: Matrix = IDENTITY;
  private x = 0;
  private y = 0;

  begin(): void {
    this.set(IDENTITY);
  }

  set(matrix: Matrix): void {
    this.line = matrix;
    this.x = 0;
    this.y = 0;
  }

  moveLine(x: number, y: number): void {
    this.set(within(this.line, [1, 0, 0, 1, x, y]));
  }

  /** From glyphs placed at the origin in text space to user space. */
  get matrix(): Matrix {
    return within(this.line, [1, 0, 0, 1, this.x, this.y]);
  }

  advance(x: number, y: number): void {
    this.x += x;
    this.y += y;
  }
}
