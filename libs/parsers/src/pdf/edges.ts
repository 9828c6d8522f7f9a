import { apply, type Matrix } from './matrix';

/** An upright rectangle on a page, in points from the upper left corner. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Two opposite corners of a rectangle: x, y, x, y. */
export type CornerPair = readonly [number, number, number, number];

/** Around a rectangle of some other space. */
export function edgesWithin(matrix: Matrix, [x, y, toX, toY]: CornerPair): Edges {
  const corners = [apply(matrix, x, y), apply(matrix, toX, y), apply(matrix, x, toY), apply(matrix, toX, toY)];
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

export function bothOf(one: Edges, other: Edges): Edges {
  return {
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** How much of its width and of its height a rectangle has within another, the smaller of both. */
export function shareWithin(one: Edges, area: Edges): number {
  return Math.min(shareOf([one.left, one.right], [area.left, area.right]), shareOf([one.top, one.bottom], [area.top, area.bottom]));
}

/** What has no extent is within where it stands. */
function shareOf([from, to]: readonly [number, number], [low, high]: readonly [number, number]): number {
  if (from === to) return from >= low && from <= high ? 1 : 0;
  return Math.max(0, Math.min(to, high) - Math.max(from, low)) / (to - from);
}
