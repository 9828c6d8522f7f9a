import type { CellId } from '@gongkai/model';
import type { TrialFigure } from './trial-report';

/** A report laid out, before a writer turns it into the bytes of one format. */
export interface TrialPage {
  readonly title: string;
  readonly blocks: readonly PageBlock[];
}

export type PageBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly PageRow[] };

/** The cells that begin in this row, from left to right, as in HTML. */
export type PageRow = readonly PageCell[];

export interface PageCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Set where the cell is one for figures: what it prints, and of which cell of the form. */
  readonly figure: TrialFigure | null;
  readonly cell: CellId | null;
}

export const label = (text: string, columnSpan = 1, rowSpan = 1): PageCell => ({ text, columnSpan, rowSpan, figure: null, cell: null });
export function figureCell(cell: CellId, figure: TrialFigure, columnSpan = 1): PageCell {
  return { text: figure.raw, columnSpan, rowSpan: 1, figure, cell };
}

/** A place of the full grid: the cell that covers it, and whether the cell begins here. */
export interface GridPlace {
  readonly cell: PageCell;
  readonly begins: boolean;
  /** Covered from the row above. */
  readonly fromAbove: boolean;
}

/** Every place of a table, row by row; null where nothing covers it. */
export function gridOf(rows: readonly PageRow[]): readonly (readonly (GridPlace | null)[])[] {
  const grid: (GridPlace | null)[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      while (grid[at]?.[column]) column += 1;
      grid.slice(at, at + cell.rowSpan).forEach((line, down) => cover(line, cell, column, down > 0));
      column += cell.columnSpan;
    }
  });
  return grid.map((line) => Array.from(line, (place) => place ?? null));
}

function cover(line: (GridPlace | null)[], cell: PageCell, column: number, fromAbove: boolean): void {
  for (let right = 0; right < cell.columnSpan; right += 1) {
    line[column + right] = { cell, begins: !fromAbove && right === 0, fromAbove };
  }
}
