import type { Grid, Line, Rule } from '@gongkai/model';
import { rowNamedIn } from '../labels/row-names';
import { keysOf } from '../labels/vocabulary';
import { labelKeys } from '../labels/label-key';
import type { Stretch } from '../tables/stretch';
import { addsUp } from './adds-up';

/**
 * Section four as tables of one row each, of which one has lost its name: it has the only name that is left, where its sum holds. Of several without
 * a name nobody knows which is which.
 */
export function nameTheLast(grids: readonly Grid[], stretches: readonly Stretch[], rules: readonly Rule[]): readonly Stretch[] {
  return grids
    .filter(({ printedAs }) => printedAs === 'flat')
    .reduce((named, grid) => {
      const [only, ...others] = named.filter((stretch) => isOneRow(grid, stretch) && rowsNamedBy(grid, stretch).length === 0);
      const [row, ...rows] = rowsLeft(grid, named);
      if (!only || !row || others.length > 0 || rows.length > 0 || !holds(grid, only, rules)) return named;
      return named.map((stretch) => (stretch === only ? withName(stretch, row) : stretch));
    }, stretches);
}

/** The rows that nothing names. */
function rowsLeft(grid: Grid, stretches: readonly Stretch[]): readonly Line[] {
  const named = stretches.flatMap((stretch) => rowsNamedBy(grid, stretch));
  return grid.rows.filter((row) => !named.includes(row));
}

function withName(stretch: Stretch, row: Line): Stretch {
  return { ...stretch, caption: [...(stretch.caption ?? []), row.label.zh], nameInferred: true };
}

/** Exactly the columns of one row, word for word. */
function isOneRow({ section, columns }: Grid, { home, heads, leaves }: Stretch): boolean {
  if (home !== section || heads !== undefined || leaves.length !== columns.length) return false;
  return leaves.every(({ path }, at) => path.length === 1 && labelKeys(path[0] ?? '').some((key) => keysOf(columns[at] as Line).has(key)));
}

function rowsNamedBy(grid: Grid, { leaves, caption = [], lines }: Stretch): readonly Line[] {
  const texts = [...leaves.flatMap(({ path }) => path.slice(0, -1)), ...caption, ...lines.flatMap(({ labels }) => labels)];
  return texts.flatMap((text) => rowNamedIn(text, grid)?.row ?? []);
}

function holds(grid: Grid, { lines }: Stretch, rules: readonly Rule[]): boolean {
  const rows = lines.map(({ cells }) => cells.flatMap((cell) => cell?.text ?? [])).filter((row) => row.some((text) => text !== ''));
  return rows.length === 1 && rows.every((row) => row.length === grid.columns.length) && addsUp(rows, grid, rules);
}
