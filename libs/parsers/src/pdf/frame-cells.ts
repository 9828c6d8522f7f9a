import { rootOf, SAME_LINE, unite, type Frame } from './frames';
import type { Ruling } from './page-marks';

/** A cell of a frame by the columns and rows it covers, from 0; `right` and `below` are not included. */
export interface FrameCell {
  readonly column: number;
  readonly row: number;
  readonly right: number;
  readonly below: number;
}

/** An edge is drawn where a line covers this share of it. */
const DRAWN = 0.6;

/**
 * The cells that the lines of a frame part, in reading order. Together they cover it without overlap: where lines are missing so that
 * an area is no rectangle, it is cut into the pieces of each row, and its text stays in the piece it stands in.
 */
export function cellsOfFrame(frame: Frame): readonly FrameCell[] {
  const width = frame.xs.length - 1;
  const height = frame.ys.length - 1;
  const parent = Array.from({ length: width * height }, (_, index) => index);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const here = row * width + column;
      if (column + 1 < width && !isParted(frame.verticals, frame.xs, column + 1, spanOf(frame.ys, row))) unite(parent, here, here + 1);
      if (row + 1 < height && !isParted(frame.horizontals, frame.ys, row + 1, spanOf(frame.xs, column))) unite(parent, here, here + width);
    }
  }
  const areas = new Map<number, number[]>();
  parent.forEach((_, index) => {
    const root = rootOf(parent, index);
    const area = areas.get(root);
    if (area) area.push(index);
    else areas.set(root, [index]);
  });
  return [...areas.values()]
    .flatMap((area) => cellsOfArea(area, width))
    .sort((one, other) => one.row - other.row || one.column - other.column);
}

/** Whether a line is drawn along the upper edge of a cell, and along its lower one. */
export function closedEdges(
  { xs, ys, horizontals }: Frame,
  { column, row, right, below }: FrameCell,
): { readonly above: boolean; readonly below: boolean } {
  const span = { from: xs[column] as number, to: xs[right] as number };
  return { above: isParted(horizontals, ys, row, span), below: isParted(horizontals, ys, below, span) };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(edges: readonly number[], index: number): Span {
  return { from: edges[index] as number, to: edges[index + 1] as number };
}

function isParted(rulings: readonly Ruling[], edges: readonly number[], edge: number, { from, to }: Span): boolean {
  const at = edges[edge] as number;
  const covered = rulings.reduce((sum, ruling) => {
    if (Math.abs(ruling.at - at) > SAME_LINE) return sum;
    return sum + Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from));
  }, 0);
  return covered >= (to - from) * DRAWN;
}

function cellsOfArea(area: readonly number[], width: number): readonly FrameCell[] {
  const places = area.map((index) => ({ column: index % width, row: Math.floor(index / width) }));
  const box = boxOf(places);
  if ((box.right - box.column) * (box.below - box.row) === area.length) return [box];
  const pieces: FrameCell[] = [];
  for (const { column, row } of places) {
    const last = pieces.at(-1);
    if (last && last.row === row && last.right === column) pieces[pieces.length - 1] = { ...last, right: column + 1 };
    else pieces.push({ column, row, right: column + 1, below: row + 1 });
  }
  return pieces;
}

function boxOf(places: readonly { readonly column: number; readonly row: number }[]): FrameCell {
  const columns = places.map(({ column }) => column);
  const rows = places.map(({ row }) => row);
  return { column: Math.min(...columns), row: Math.min(...rows), right: Math.max(...columns) + 1, below: Math.max(...rows) + 1 };
}
