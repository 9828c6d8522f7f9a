import { apply, type Matrix, type Point } from './matrix';
import type { Edges } from './edges';
import type { Ruling } from './page-marks';

/** The codes of a path as pdfjs hands it over, with how many numbers follow each. */
const LENGTHS = [2, 2, 6, 4, 0] as const;
const FEWEST_CORNERS = 4;
const MOST_CORNERS = 6;
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
/** A filled rectangle up to this is a line; so is the gap between the two rectangles of a drawn border. In points. */
export const THICKEST = 3;
/** How far a line may lean. */
const LEAN = 0.6;

export interface Rulings {
  readonly horizontals: Ruling[];
  readonly verticals: Ruling[];
}

/** Adds the lines of a stroked path along either axis. */
export function strokeRulings(path: ArrayLike<number>, matrix: Matrix, found: Rulings): void {
  for (const points of subpathsOf(path, matrix)) {
    for (let at = 1; at < points.length; at += 1) addSegment(points[at - 1] as Point, points[at] as Point, found);
  }
}

/** Adds filled rectangles that are as thin as a line, and borders drawn as one rectangle within another. */
export function fillRulings(path: ArrayLike<number>, matrix: Matrix, found: Rulings): void {
  const rectangles = rectanglesOf(path, matrix);
  for (const each of rectangles) addThin(each, found);
  const [outer, inner] = rectangles;
  if (rectangles.length !== 2 || !outer || !inner) return;
  if (isRing(outer, inner)) addBorder(outer, found);
  else if (isRing(inner, outer)) addBorder(inner, found);
}

function subpathsOf(path: ArrayLike<number>, matrix: Matrix): readonly (readonly Point[])[] {
  const subpaths: Point[][] = [];
  for (let at = 0; at < path.length;) {
    const code = path[at] as number;
    const length = LENGTHS[code];
    if (length === undefined) break;
    const last = apply(matrix, path[at + length - 1] as number, path[at + length] as number);
    const open = subpaths.at(-1);
    if (code === MOVE) subpaths.push([last]);
    else if (code === LINE) open?.push(last);
    else if (code === CLOSE) open?.push(open[0] as Point);
    // A curve ends the straight run: what follows starts where it ended.
    else subpaths.push([last]);
    at += length + 1;
  }
  return subpaths;
}

function addSegment(start: Point, end: Point, found: Rulings): void {
  const wide = Math.abs(end.x - start.x);
  const high = Math.abs(end.y - start.y);
  if (high <= LEAN && wide > high) {
    found.horizontals.push({ at: (start.y + end.y) / 2, from: Math.min(start.x, end.x), to: Math.max(start.x, end.x) });
  } else if (wide <= LEAN && high > wide) {
    found.verticals.push({ at: (start.x + end.x) / 2, from: Math.min(start.y, end.y), to: Math.max(start.y, end.y) });
  }
}

/** The rectangles among the parts of a path. A dotted border fills thousands of dots: nothing is laid down for what is none. */
export function rectanglesOf(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): readonly Edges[] {
  const found: Edges[] = [];
  const corners = new Corners();
  for (let at = 0; at < path.length;) {
    const code = path[at] as number;
    const length = LENGTHS[code];
    if (length === undefined) break;
    if (code === CLOSE) corners.close();
    else {
      if (code !== LINE) corners.finish(found);
      const [x, y] = [path[at + length - 1] as number, path[at + length] as number];
      corners.add(a * x + c * y + e, b * x + d * y + f);
    }
    at += length + 1;
  }
  corners.finish(found);
  return found;
}

/** The corners of one straight run; more than six are no rectangle. */
class Corners {
  private readonly xs = [0, 0, 0, 0, 0, 0];
  private readonly ys = [0, 0, 0, 0, 0, 0];
  private count = 0;

  add(x: number, y: number): void {
    this.xs[this.count] = x;
    this.ys[this.count] = y;
    this.count = Math.min(this.count + 1, MOST_CORNERS + 1);
  }

  close(): void {
    if (this.count > 0) this.add(this.xs[0] as number, this.ys[0] as number);
  }

  finish(found: Edges[]): void {
    if (this.count >= FEWEST_CORNERS && this.count <= MOST_CORNERS) {
      const [xs, ys] = [this.xs.slice(0, this.count), this.ys.slice(0, this.count)];
      const box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
      if (xs.every((x) => near(x, box.left, box.right)) && ys.every((y) => near(y, box.top, box.bottom))) found.push(box);
    }
    this.count = 0;
  }
}

function near(value: number, low: number, high: number): boolean {
  return Math.min(Math.abs(value - low), Math.abs(value - high)) <= LEAN;
}

/** A dot of a dotted line is a piece of both kinds of line. */
function addThin({ left, top, right, bottom }: Edges, { horizontals, verticals }: Rulings): void {
  if (bottom - top <= THICKEST) horizontals.push({ at: (top + bottom) / 2, from: left, to: right });
  if (right - left <= THICKEST) verticals.push({ at: (left + right) / 2, from: top, to: bottom });
}

function isRing(outer: Edges, inner: Edges): boolean {
  const gaps = [inner.left - outer.left, inner.top - outer.top, outer.right - inner.right, outer.bottom - inner.bottom];
  return gaps.every((gap) => gap >= -LEAN && gap <= THICKEST);
}

function addBorder({ left, top, right, bottom }: Edges, { horizontals, verticals }: Rulings): void {
  horizontals.push({ at: top, from: left, to: right }, { at: bottom, from: left, to: right });
  verticals.push({ at: left, from: top, to: bottom }, { at: right, from: top, to: bottom });
}
