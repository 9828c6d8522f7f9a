import type { PoolClient } from 'pg';

/** One statement inside the caller's transaction. Rows come back as the driver gives them: bigint columns as strings. */
export type Sql = <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** Binds statements to one connection. */
export function sqlOf(client: Pick<PoolClient, 'query'>): Sql {
  return async <Row>(text: string, values: readonly unknown[] = []) => {
    const result = await client.query(text, [...values]);
    return result.rows as readonly Row[];
  };
}

/** The only row of an answer; throws when there is another number of rows. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row, ...more] = rows;
  if (row === undefined || more.length > 0) throw new Error(`expected one row, got ${rows.length}`);
  return row;
}
