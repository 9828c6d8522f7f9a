import { cellAt, type CellId, type Form, type Grid, type Rule, type Term } from '@gongkai/model';

/** A cell that is the sum of others. */
export interface SumOfCells {
  readonly total: CellId;
  readonly parts: readonly CellId[];
}

/** Two sums that are to be equal. */
export interface CellBalance {
  readonly left: readonly CellId[];
  readonly right: readonly CellId[];
}

/** What a form's own equations say within one report: totals it computes, each once (along its row where it is one of both), and what else is to be equal. */
export function sumsOf(form: Form): { readonly sums: readonly SumOfCells[]; readonly balances: readonly CellBalance[] } {
  const balances = form.rules.flatMap((rule) => {
    const grid = form.grids.find(({ id }) => id === rule.grid);
    return grid && isSum(rule) ? balancesOf(rule, grid) : [];
  });
  const computed = new Set(form.grids.flatMap(computedCells));
  const sums = new Map<CellId, readonly CellId[]>();
  for (const { left, right } of [...balances].sort((one, other) => one.left.length - other.left.length)) {
    const [total, ...others] = right;
    if (total !== undefined && others.length === 0 && computed.has(total) && !sums.has(total)) sums.set(total, left);
  }
  return { sums: [...sums].map(([total, parts]) => ({ total, parts })), balances };
}

/** An equation of plain sums over this report alone. */
function isSum({ relation, left, right }: Rule): boolean {
  return relation === '=' && [...left, ...right].every(({ year, factor, sign }) => year === 'this' && factor === 1 && sign === 1);
}

function balancesOf({ each, only, left, right }: Rule, grid: Grid): readonly CellBalance[] {
  const lines = (each === 'row' ? grid.rows : grid.columns).map(({ code }) => code);
  return lines
    .filter((code) => only === null || only.includes(code))
    .map((code) => {
      const cells = (terms: readonly Term[]): readonly CellId[] =>
        terms.flatMap((term) => term.lines.map((line) => (each === 'row' ? cellAt(grid, code, line) : cellAt(grid, line, code))));
      return { left: cells(left), right: cells(right) };
    });
}

function computedCells(grid: Grid): readonly CellId[] {
  return grid.rows.flatMap((row) =>
    grid.columns.filter((column) => row.computed || column.computed).map((column) => cellAt(grid, row.code, column.code)),
  );
}
