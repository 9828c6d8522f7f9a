import { cellAt } from '@gongkai/model';
import type { CellId, Form, Grid, Line, Words } from '@gongkai/model';
import { cellWords, columnWords, rowWords } from './place-words';

/** A whole row or column of a form, or a single cell, in words. */
interface CellGroup {
  readonly words: Words;
  readonly cells: readonly CellId[];
}

/** Some cells of a form as few places: columns that are whole, then rows that are whole, then what is left, in the order of the form. */
export function groupCells(form: Form, cells: readonly CellId[]): readonly CellGroup[] {
  const left = new Set(cells);
  return form.grids.flatMap((grid) => [
    ...takeLines(form, grid, 'columns', left),
    ...takeLines(form, grid, 'rows', left),
    ...takeRest(form, grid, left),
  ]);
}

function takeLines(form: Form, grid: Grid, direction: 'columns' | 'rows', left: Set<CellId>): readonly CellGroup[] {
  const lines = grid[direction];
  const across = direction === 'rows' ? grid.columns : grid.rows;
  const cellOf = (line: Line, other: Line): CellId =>
    direction === 'rows' ? cellAt(grid, line.code, other.code) : cellAt(grid, other.code, line.code);
  const whole = lines.map((line) => ({ line, cells: across.map((other) => cellOf(line, other)) }));
  const taken = whole.filter(({ cells }) => cells.length > 1 && cells.every((cell) => left.has(cell)));
  // A whole grid is said by its rows.
  if (direction === 'columns' && taken.length === lines.length) return [];
  for (const { cells } of taken) for (const cell of cells) left.delete(cell);
  const wordsOf = direction === 'rows' ? rowWords : columnWords;
  return taken.map(({ line, cells }) => ({ words: wordsOf(form, grid.section, line), cells }));
}

function takeRest(form: Form, grid: Grid, left: Set<CellId>): readonly CellGroup[] {
  const own = grid.rows
    .flatMap((row) => grid.columns.map((column) => cellAt(grid, row.code, column.code)))
    .filter((cell) => left.has(cell));
  for (const cell of own) left.delete(cell);
  return own.map((cell) => ({ words: cellWords(form, cell), cells: [cell] }));
}
