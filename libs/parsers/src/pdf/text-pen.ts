import { IDENTITY, within, type Matrix } from './matrix';

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
