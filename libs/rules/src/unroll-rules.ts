import { cellAt, cellsOf } from '@gongkai/model';
import type { CellId, Form, Grid, Line, Rule, TableSection, Term } from '@gongkai/model';

/** One relation between cells: a rule at one row or column of its grid. The left side is what is expected, the right side what is printed. */
export interface Equation {
  readonly rule: Rule;
  readonly section: TableSection;
  /** The row or column the relation holds along. */
  readonly along: Line;
  readonly left: readonly Addend[];
  readonly right: readonly Addend[];
  /** The total of computed lines that the equation defines; null where it only compares. */
  readonly defines: CellId | null;
}

export interface Addend {
  readonly cell: CellId;
  /** The line of the other direction that names the cell inside the equation. */
  readonly line: Line;
  readonly factor: bigint;
  readonly year: 'this' | 'last';
}

/**
 * The rules of a form written out, one equation a row or column, in the order of the form.
 * Rules that read last year's report are left out without `lastForm`, and where that form has no such cell.
 */
export function unrollRules(form: Form, lastForm: Form | null): readonly Equation[] {
  const lastCells = new Set(lastForm ? lastForm.grids.flatMap(cellsOf) : []);
  const holds = (equation: Equation): boolean =>
    [...equation.left, ...equation.right].every((addend) => addend.year === 'this' || lastCells.has(addend.cell));
  return form.rules.flatMap((rule) => unrollRule(form, rule)).filter(holds);
}

/** One rule written out along its rows or columns. Throws where the form does not have its grid. */
export function unrollRule(form: Form, rule: Rule): readonly Equation[] {
  const grid = form.grids.find((candidate) => candidate.id === rule.grid);
  if (!grid) throw new RangeError(`rule ${rule.id} names the grid ${rule.grid}, which ${form.id} does not have`);
  const lines = rule.each === 'row' ? grid.rows : grid.columns;
  return lines
    .filter((along) => rule.only === null || rule.only.includes(along.code))
    .map((along) => {
      const left = addendsOf(grid, rule, along, rule.left);
      const right = addendsOf(grid, rule, along, rule.right);
      return { rule, section: grid.section, along, left, right, defines: definedBy(rule, left, right) };
    });
}

function addendsOf(grid: Grid, rule: Rule, along: Line, terms: readonly Term[]): readonly Addend[] {
  const across = rule.each === 'row' ? grid.columns : grid.rows;
  return terms.flatMap((term) =>
    across
      .filter((line) => term.lines.includes(line.code))
      .map((line) => ({
        cell: rule.each === 'row' ? cellAt(grid, along.code, line.code) : cellAt(grid, line.code, along.code),
        line,
        factor: BigInt(term.factor * term.sign),
        year: term.year,
      })),
  );
}

function definedBy(rule: Rule, left: readonly Addend[], right: readonly Addend[]): CellId | null {
  const [total, ...more] = right;
  if (rule.relation !== '=' || total === undefined || more.length > 0) return null;
  if (!total.line.computed || total.factor !== 1n) return null;
  return [total, ...left].every((addend) => addend.year === 'this') ? total.cell : null;
}
