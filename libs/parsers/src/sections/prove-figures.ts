import { cellAt, type Cell, type CellId, type Doubt, type Form, type Grid, type Reading, type Rule, type Term } from '@gongkai/model';
import { figureParts } from '../labels/figure-parts';

/** A cell as it was read, with what the reader could not make of it. */
export interface CellRead {
  readonly reading: Reading;
  readonly doubt: Doubt | null;
}

type Amounts = ReadonlyMap<CellId, bigint>;
type Choice = (code: string) => CellId;

/** Thousands parted by blanks, or a figure broken over two lines. */
const PARTED = /^\d{1,9}(?: \d{1,9}){1,3}$/;

/**
 * Digits that stand apart in a cell (`1 234`) are one figure where the sums say so: all equations of its form that can be worked out hold with it,
 * and there is one at least. Such a figure is `inferred`; any other stays unreadable.
 */
export function proveFigures(read: readonly CellRead[], { grids, rules }: Form, units: ReadonlyMap<CellId, Cell>): readonly CellRead[] {
  if (!read.some(({ doubt }) => doubt?.code === 'figures_apart')) return read;
  const known: Amounts = new Map(read.flatMap(({ reading }) => amountIn(reading)));
  return read.map((one) => {
    const { reading, doubt } = one;
    const { figure, note } = figureParts(reading.raw);
    if (doubt?.code !== 'figures_apart' || !PARTED.test(figure) || reading.state === 'number') return one;
    const amount = BigInt(figure.replaceAll(' ', ''));
    const amounts = new Map([...known, [reading.cell, amount]]);
    const held = rules.flatMap((rule) => holding(rule, grids, amounts, reading.cell));
    if (held.length === 0 || held.includes(false)) return one;
    const unit = units.get(reading.cell)?.unit;
    if (unit === undefined || unit === 'cny' || unit === 'cny_10k') return one;
    const proven = {
      cell: reading.cell,
      raw: reading.raw,
      place: reading.place,
      confidence: 'inferred',
      ...(note === '' ? {} : { note }),
    } as const;
    return {
      reading: { ...proven, state: 'number', amount, unit },
      doubt: { ...doubt, code: 'cells_inferred', text: `${reading.raw.replace(/\s+/g, ' ')}：${amount}` },
    };
  });
}

/** Blanks and marks count as nothing, as the equations have it; what was not read counts as nothing known. */
function amountIn(reading: Reading): readonly (readonly [CellId, bigint])[] {
  if (reading.state === 'number') return [[reading.cell, reading.amount]];
  return reading.state === 'blank' || reading.state === 'mark' ? [[reading.cell, 0n]] : [];
}

/** Whether a rule holds in each of its rows or columns that has the cell and can be worked out. */
function holding(rule: Rule, grids: readonly Grid[], amounts: Amounts, cell: CellId): readonly boolean[] {
  const grid = grids.find(({ id }) => id === rule.grid);
  const terms = [...rule.left, ...rule.right];
  if (!grid || rule.relation !== '=' || terms.some(({ year }) => year !== 'this')) return [];
  const lines = (rule.each === 'row' ? grid.rows : grid.columns).map(({ code }) => code);
  return lines
    .filter((line) => rule.only === null || rule.only.includes(line))
    .flatMap((line) => {
      const at: Choice = (code) => (rule.each === 'row' ? cellAt(grid, line, code) : cellAt(grid, code, line));
      if (!terms.some((term) => term.lines.some((code) => at(code) === cell))) return [];
      const [left, right] = [sumOf(rule.left, amounts, at), sumOf(rule.right, amounts, at)];
      return left === null || right === null ? [] : [left === right];
    });
}

/** Null where one of its cells is not known. */
function sumOf(terms: readonly Term[], amounts: Amounts, at: Choice): bigint | null {
  let sum = 0n;
  for (const { lines, sign, factor } of terms) {
    for (const code of lines) {
      const amount = amounts.get(at(code));
      if (amount === undefined) return null;
      sum += amount * BigInt(sign * factor);
    }
  }
  return sum;
}
