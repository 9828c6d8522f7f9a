import type { Grid } from '@gongkai/model';
import { labelKeys } from '../labels/label-key';
import { keysOf } from '../labels/vocabulary';
import type { Stretch } from '../tables/stretch';
import { matchInOrder, type Match, type Target } from './match-in-order';

/** A stretch as one grid sees it: for each leaf the index of the grid's column (or of row × column where it is printed flat). */
export interface GridView {
  readonly grid: Grid;
  readonly stretch: Stretch;
  readonly columns: readonly (Match | null)[];
}

/** A grid sees itself in a stretch where it finds at least half of its columns; a flat one at least half of those of one of its rows. */
export function viewOf(grid: Grid, stretch: Stretch): readonly GridView[] {
  const targets = targetsOf(grid);
  const columns = onceEach(
    matchInOrder(
      stretch.leaves.map((leaf) => leaf.path),
      targets,
    ),
  );
  const width = grid.columns.length;
  const found =
    grid.printedAs === 'flat'
      ? Math.max(...grid.rows.map((_, row) => foundBetween(columns, row * width, width)))
      : foundBetween(columns, 0, width);
  return found > 0 && found * 2 >= width ? [{ grid, stretch, columns }] : [];
}

function foundBetween(columns: readonly (Match | null)[], from: number, width: number): number {
  return columns.filter((column) => column !== null && from <= column.index && column.index < from + width).length;
}

function targetsOf(grid: Grid): readonly Target[] {
  const columns = grid.columns.map((column) => ({ keys: keysOf(column), above: column.under.map(keySet) }));
  if (grid.printedAs === 'lines') return columns;
  return grid.rows.flatMap((row) => {
    const above = [...row.under.map(keySet), keysOf(row)];
    return columns.map((column) => ({ keys: column.keys, above: [...above, ...column.above] }));
  });
}

/** Of headings in the forms, which are few and stay. */
const KEY_SETS = new Map<string, ReadonlySet<string>>();

export function keySet(label: string): ReadonlySet<string> {
  const known = KEY_SETS.get(label);
  if (known) return known;
  const keys = new Set(labelKeys(label));
  KEY_SETS.set(label, keys);
  return keys;
}

/** A column that was found twice stays where it was found first. */
function onceEach(matches: readonly (Match | null)[]): readonly (Match | null)[] {
  return matches.map((match, at) => (matches.findIndex((other) => other?.index === match?.index) === at ? match : null));
}
