import type { Grid, Line, Rule } from '@gongkai/model';
import { labelKey, labelKeys } from '../labels/label-key';
import { perObject, remembered } from '../labels/remembered';
import { keysOf } from '../labels/vocabulary';
import type { Leaf, Stretch } from '../tables/stretch';
import { addsUp } from './adds-up';
import { matchInOrder, type Match, type Target } from './match-in-order';
import { printedOrder, rowNamedIn } from '../labels/row-names';

/** A stretch as one grid sees it: for each leaf the index of the grid's column (or of row × column where it is printed flat). */
export interface GridView {
  readonly grid: Grid;
  readonly stretch: Stretch;
  readonly columns: readonly (Match | null)[];
}

type Columns = readonly (Match | null)[];

/**
 * A grid sees itself in a stretch where it finds at least half of its columns (a flat one at least half of those of one of its rows), or where
 * the stretch has as many columns, the rows are the grid's, and the sums hold: then the order of the form says which column is which.
 */
export function viewOf(grid: Grid, stretch: Stretch, rules: readonly Rule[]): readonly GridView[] {
  if (stretch.heads) return bareView(grid, stretch, rules);
  const columns = columnsIn(stretch, grid);
  const ordered = inStatutoryPlaces(grid, stretch, columns);
  if (ordered && isWitnessed(grid, stretch, rules)) return [{ grid, stretch, columns: ordered }];
  const width = grid.columns.length;
  const found =
    grid.printedAs === 'flat'
      ? Math.max(...grid.rows.map((_, row) => foundBetween(columns, row * width, width)))
      : foundBetween(columns, 0, width);
  return found > 0 && found * 2 >= width ? [{ grid, stretch, columns }] : [];
}

/** The columns of a grid by their headings in a stretch; forms that head a grid alike find the same, so that it is looked for once. */
function columnsIn(stretch: Stretch, grid: Grid): Columns {
  const known = columnsFound(stretch);
  const heads = headsOf(grid);
  const columns = known.get(heads) ?? onceEach(matchInOrder(pathsOf(grid, stretch), targetsOf(grid)));
  known.set(heads, columns);
  return columns;
}

const columnsFound = perObject((_: Stretch) => new Map<string, Columns>());

/** What a grid's columns are found by. */
const headsOf = perObject(({ printedAs, columns, rows }: Grid) => JSON.stringify([printedAs, columns, printedAs === 'flat' ? rows : []]));

/** The columns of a stretch that has none of its headings: as many as the grid's, in its order, if rows, sums and what is left of the headings agree. */
function bareView(grid: Grid, stretch: Stretch, rules: readonly Rule[]): readonly GridView[] {
  const heads = stretch.heads ?? [];
  if (stretch.leaves.length !== targetsOf(grid).length || !isWitnessed(grid, stretch, rules)) return [];
  if (grid.printedAs === 'lines' && !siblingsInOrder(labelKey(heads.join('')), grid.columns)) return [];
  const blocks = grid.printedAs === 'flat' ? (printedOrder(heads, grid) ?? grid.rows) : [];
  const width = grid.columns.length;
  const columns = stretch.leaves.map((_, at): Match => {
    const block = blocks[Math.floor(at / width)];
    return { index: block ? grid.rows.indexOf(block) * width + (at % width) : at, confidence: 'inferred' };
  });
  return [{ grid, stretch, columns }];
}

/** Columns under one heading are printed side by side, so that even broken headings begin in their order. */
function siblingsInOrder(printed: string, columns: readonly Line[]): boolean {
  const last = (line: Line) => line.under.at(-1);
  const own = columns.flatMap(({ under }) => under.map(labelKey)).reduce((rest, heading) => rest.replace(heading, ' '), printed);
  const siblings = columns.filter((one) => columns.filter((other) => last(other) === last(one)).length > 2);
  const places = siblings.flatMap((line) => {
    const start = labelKey(line.label.zh).slice(0, 2);
    const at = own.indexOf(start);
    return at < 0 || own.lastIndexOf(start) !== at ? [] : [at];
  });
  return places.every((place, at) => at === 0 || place > (places[at - 1] as number));
}

/**
 * Headings the form does not have, in the place of the only columns missing: every other column stands where the form has it, and there are
 * exactly as many. Null where nothing is missing, or where that is not so.
 */
function inStatutoryPlaces(grid: Grid, { leaves, lines }: Stretch, columns: Columns): Columns | null {
  const used = leaves.flatMap(({ path }, at) => (path.length > 0 || lines.some(({ cells }) => (cells[at]?.text ?? '') !== '') ? [at] : []));
  const count = targetsOf(grid).length;
  const isSettled = columns.filter((match) => match !== null).length === count;
  if (isSettled || used.length !== count || used.some((at, place) => (columns[at]?.index ?? place) !== place)) return null;
  return leaves.map((_, at) => {
    const place = used.indexOf(at);
    return columns[at] ?? (place < 0 ? null : { index: place, confidence: 'alike' });
  });
}

/** By its rows, word for word, and by their sums. */
function isWitnessed(grid: Grid, { lines }: Stretch, rules: readonly Rule[]): boolean {
  const printed = lines.map(({ cells }) => cells.flatMap((cell) => cell?.text ?? []));
  const width = grid.columns.length;
  if (grid.printedAs === 'flat') {
    const whole = printed.filter((row) => row.length === grid.rows.length * width);
    const blocks = whole.flatMap((row) => grid.rows.map((_, at) => row.slice(at * width, (at + 1) * width)));
    return whole.length > 0 && addsUp(blocks, grid, rules);
  }
  const own = lines.flatMap(({ labels }, at) => (isRowOf(grid, labels.at(-1)) ? [printed[at] ?? []] : []));
  const whole = own.filter((row) => row.length >= width).map((row) => row.slice(0, width));
  return whole.length > 0 && addsUp(whole, grid, rules);
}

function isRowOf({ rows }: Grid, label: string | undefined): boolean {
  const keys = labelKeys(label ?? '');
  return rows.some((row) => keys.some((key) => keysOf(row).has(key)));
}

function foundBetween(columns: Columns, from: number, width: number): number {
  return columns.filter((column) => column !== null && from <= column.index && column.index < from + width).length;
}

/** Under the rows that headings name; one that is printed over the first of its columns alone, and the caption of the table, name all of them. */
function pathsOf(grid: Grid, { leaves, caption }: Stretch): readonly Leaf['path'][] {
  if (grid.printedAs === 'lines') return leaves.map(({ path }) => path);
  const nameIn = (text: string) => rowNamedIn(text, grid)?.row.label.zh ?? [];
  const named = leaves.map(({ path }) => path.slice(0, -1).flatMap(nameIn));
  const printed = named.some((names) => names.length > 0) ? named.flat() : [...(caption ?? [])].reverse().flatMap(nameIn).slice(0, 1);
  const whole = leaves.length === grid.columns.length && new Set(printed).size === 1 ? printed.slice(0, 1) : [];
  return leaves.map(({ path }, at) => [...(whole.length > 0 ? whole : (named[at] ?? [])), ...path]);
}

const targetsOf = perObject((grid: Grid): readonly Target[] => {
  const columns = grid.columns.map((column) => ({ keys: keysOf(column), above: column.under.map(keySet) }));
  if (grid.printedAs === 'lines') return columns;
  return grid.rows.flatMap((row) => {
    const above = [...row.under.map(keySet), keysOf(row)];
    return columns.map((column) => ({ keys: column.keys, above: [...above, ...column.above] }));
  });
});

/** The keys of a heading of the forms. */
export const keySet = remembered((label): ReadonlySet<string> => new Set(labelKeys(label)));

/** A column that was found twice is the one in its own place, else the one found first. */
function onceEach(matches: Columns): Columns {
  return matches.map((match, at) => {
    const same = matches.flatMap((other, place) => (match !== null && other?.index === match.index ? [place] : []));
    const own = same.find((place) => place === match?.index) ?? same[0];
    return own === at ? match : null;
  });
}
