import type { Ruling } from './page-marks';

/** Lines that touch each other and so make one table: where its columns and rows may part, and which parts are drawn. */
export interface Frame {
  /** Edges of columns, from left to right. */
  readonly xs: readonly number[];
  /** Edges of rows, from top to bottom. */
  readonly ys: readonly number[];
  readonly horizontals: readonly Ruling[];
  readonly verticals: readonly Ruling[];
}

/** Lines closer than this are one (double lines, borders side by side); no cell is as small. In points. */
export const SAME_LINE = 4;
/** Pieces of a dashed or dotted line, or of lines drawn cell by cell, stand no further apart. */
const LARGEST_GAP = 4;
const SHORTEST = 6;
/** Lines that end this close to another touch it. */
const TOUCH = 3;

/** The tables that lines draw on a page. A line that touches no line across it (an underline, a rule under a title) draws none. */
export function findFrames(horizontals: readonly Ruling[], verticals: readonly Ruling[]): readonly Frame[] {
  const across = joinPieces(horizontals);
  const down = joinPieces(verticals);
  const groups = withLoneSides(touching(across, down));
  return groups.flatMap((group) => frameOf(group.horizontals, group.verticals));
}

/** Pieces of the same line put together; what stays shorter than any cell is dropped. */
function joinPieces(pieces: readonly Ruling[]): readonly Ruling[] {
  const lines: { at: number; from: number; to: number }[][] = [];
  for (const piece of [...pieces].sort((one, other) => one.at - other.at)) {
    const line = lines.at(-1);
    const near = line !== undefined && piece.at - (line[0] as Ruling).at <= 1;
    if (near) line.push({ ...piece });
    else lines.push([{ ...piece }]);
  }
  return lines.flatMap((line) => joinAlong(line)).filter(({ from, to }) => to - from >= SHORTEST);
}

function joinAlong(pieces: readonly Ruling[]): readonly Ruling[] {
  const joined: { at: number; from: number; to: number }[] = [];
  for (const piece of [...pieces].sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && piece.from - last.to <= LARGEST_GAP) last.to = Math.max(last.to, piece.to);
    else joined.push({ ...piece });
  }
  return joined;
}

interface Group {
  readonly horizontals: Ruling[];
  readonly verticals: Ruling[];
}

function touching(across: readonly Ruling[], down: readonly Ruling[]): readonly Group[] {
  const parent = Array.from({ length: across.length + down.length }, (_, index) => index);
  across.forEach((horizontal, index) => {
    down.forEach((vertical, other) => {
      if (touches(horizontal, vertical)) unite(parent, index, across.length + other);
    });
  });
  const groups = new Map<number, Group>();
  [...across, ...down].forEach((ruling, index) => {
    const root = rootOf(parent, index);
    const group = groups.get(root) ?? { horizontals: [], verticals: [] };
    (index < across.length ? group.horizontals : group.verticals).push(ruling);
    groups.set(root, group);
  });
  return [...groups.values()];
}

/** A cell that covers all rows of its page ends at a line that touches no other: it is as long as those beside it. */
function withLoneSides(groups: readonly Group[]): readonly Group[] {
  const tables = groups.filter(({ horizontals, verticals }) => horizontals.length > 0 && verticals.length > 0);
  for (const { horizontals, verticals } of groups) {
    const [side] = verticals;
    if (!side || horizontals.length > 0) continue;
    const beside = tables.filter((table) => table.verticals.some((one) => isAlong(one, side)));
    if (beside.length === 1) beside[0]?.verticals.push(side);
  }
  return tables;
}

function isAlong(one: Ruling, other: Ruling): boolean {
  return Math.abs(one.from - other.from) <= TOUCH && Math.abs(one.to - other.to) <= TOUCH;
}

function touches(horizontal: Ruling, vertical: Ruling): boolean {
  return (
    horizontal.at >= vertical.from - TOUCH &&
    horizontal.at <= vertical.to + TOUCH &&
    vertical.at >= horizontal.from - TOUCH &&
    vertical.at <= horizontal.to + TOUCH
  );
}

export function rootOf(parent: number[], index: number): number {
  let root = index;
  while (parent[root] !== root) root = parent[root] as number;
  for (let at = index; parent[at] !== root;) {
    const next = parent[at] as number;
    parent[at] = root;
    at = next;
  }
  return root;
}

export function unite(parent: number[], one: number, other: number): void {
  parent[rootOf(parent, one)] = rootOf(parent, other);
}

/** Where an outer edge is not drawn, the ends of the lines across it stand for it. */
function frameOf(horizontals: readonly Ruling[], verticals: readonly Ruling[]): readonly Frame[] {
  if (horizontals.length === 0 || verticals.length === 0) return [];
  const xs = placesOf([...verticals.map(({ at }) => at), ...endsOf(horizontals)]);
  const ys = placesOf([...horizontals.map(({ at }) => at), ...endsOf(verticals)]);
  return xs.length < 2 || ys.length < 2 ? [] : [{ xs, ys, horizontals, verticals }];
}

function endsOf(rulings: readonly Ruling[]): readonly number[] {
  return [Math.min(...rulings.map(({ from }) => from)), Math.max(...rulings.map(({ to }) => to))];
}

/** Values that are nearly equal as one, in order. */
export function placesOf(values: readonly number[]): readonly number[] {
  const places: number[][] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    const last = places.at(-1);
    if (last && value - (last[0] as number) <= SAME_LINE) last.push(value);
    else places.push([value]);
  }
  return places.map((place) => place.reduce((sum, value) => sum + value, 0) / place.length);
}
