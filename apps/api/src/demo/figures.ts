import type { CellId } from '@gongkai/model';

/** Amounts by cell, money in 分; every cell of both forms that the year can print, totals included. */
export type DemoFigures = ReadonlyMap<CellId, number>;

/** The amount of a cell. Throws where the city forgot to count it. */
export function amountOf(figures: DemoFigures, cell: CellId): number {
  const amount = figures.get(cell);
  if (amount === undefined) throw new RangeError(`the demo city has no figure for ${cell}`);
  return amount;
}

/** Cell by cell, as a combined report adds up those below. */
export function addFigures(parts: readonly DemoFigures[]): DemoFigures {
  const sums = new Map<CellId, number>();
  for (const [cell, amount] of parts.flatMap((part) => [...part])) {
    const sum = sums.get(cell);
    sums.set(cell, sum === undefined ? amount : sum + amount);
  }
  return sums;
}

export function withAmounts(figures: DemoFigures, changes: DemoFigures): DemoFigures {
  return new Map([...figures, ...changes]);
}
