import type { Grid, Rule, Term } from '@gongkai/model';
import { figureParts } from '../labels/figure-parts';
import { isMark } from '../labels/figure-text';

/** Of lines that are not all zero so many must add up: a single sum may be the agency's own mistake. */
const MOST = 0.8;

/** Amounts of one row, in the order of the grid's columns; null for what is no number. */
type Row = readonly (number | null)[];

/**
 * Whether rows add up as the form has it (parts and their total along the row), so that their columns can be nothing else. A grid whose form
 * states no such sum, rows of nothing but zeros, and rows with a blank total or a figure that cannot be read speak neither for nor against it.
 */
export function addsUp(rows: readonly (readonly string[])[], grid: Grid, rules: readonly Rule[]): boolean {
  const sums = rules.filter((rule) => rule.grid === grid.id && rule.each === 'row' && rule.relation === '=' && rule.only === null && isOfThisYear(rule)); // prettier-ignore
  const totals = sums.flatMap(({ right }) =>
    right.flatMap(({ lines }) => lines.map((code) => grid.columns.findIndex((column) => column.code === code))),
  );
  const telling = rows
    .filter((row) => totals.every((at) => (row[at] ?? '') !== ''))
    .map((row) => row.map(amountOf))
    .filter((row) => row.every((amount) => amount !== null) && row.some((amount) => amount !== 0));
  const right = telling.filter((row) => sums.every((rule) => holds(rule, row, grid)));
  return right.length >= telling.length * MOST;
}

function isOfThisYear({ left, right }: Rule): boolean {
  return [...left, ...right].every(({ year }) => year === 'this');
}

function amountOf(text: string): number | null {
  const figure = figureParts(text).figure.replaceAll(',', '');
  if (figure === '' || isMark(text)) return 0;
  const digits = /^(\d{1,15})\D{0,3}$/.exec(figure)?.[1];
  return digits === undefined ? null : Number(digits);
}

function holds({ left, right }: Rule, row: Row, grid: Grid): boolean {
  const [before, after] = [sumOf(left, row, grid), sumOf(right, row, grid)];
  return before !== null && before === after;
}

function sumOf(terms: readonly Term[], row: Row, { columns }: Grid): number | null {
  const parts = terms.flatMap(({ lines, sign, factor }) =>
    lines.map((code) => ({ amount: row[columns.findIndex((column) => column.code === code)] ?? null, weight: sign * factor })),
  );
  return parts.reduce<number | null>((sum, { amount, weight }) => (sum === null || amount === null ? null : sum + amount * weight), 0);
}
