import { type Sql, onlyRow } from '../database/sql';

/** Whose bucket, and how much it holds when it is full. */
export interface Bucket {
  readonly owner: string;
  readonly size: number;
}

export class BudgetsStore {
  constructor(private readonly sql: Sql) {}

  /** Out of all buckets or out of none; the seconds after which there would be enough, 0 where it was taken. */
  async take(buckets: readonly Bucket[], cost: number, fillsIn: number): Promise<number> {
    const rows = await this.sql<{ wait: number }>('SELECT budgets.take(:owners, :sizes, :cost, :fillsIn) AS wait', {
      owners: buckets.map(({ owner }) => owner),
      sizes: buckets.map(({ size }) => size),
      cost,
      fillsIn,
    });
    return onlyRow(rows).wait;
  }
}
