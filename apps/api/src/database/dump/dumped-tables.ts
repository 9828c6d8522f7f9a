import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { DumpedSequence, DumpedTable } from './dump-format';

/** Tables that are not dumped, and why. Other schemas are not dumped either: the queue of jobs in `pgboss` makes itself anew. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  migrations: 'the manifest names them, and restoring runs them',
  schema_files: 'what stands over the tables is put up again, not restored',
  leases: 'what programs had in hand that no longer run',
  heartbeats: 'what programs said that no longer run',
  sessions: 'a log-out must not be undone by an old dump: everybody logs in again',
};

const OURS = `c.relnamespace = 'public'::regnamespace`;

/** Whatever the catalog has in `public`, by name: a new table is dumped because it is there. */
export async function tablesOf(client: PoolClient): Promise<readonly DumpedTable[]> {
  const { rows } = await client.query<DumpedTable>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE ${OURS} AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL ($1) GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
    [Object.keys(LEFT_OUT)],
  );
  return rows;
}

/** Where each sequence stands. Read after the snapshot of the rows was taken: never behind them. */
export async function sequencesOf(client: PoolClient): Promise<readonly DumpedSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE ${OURS} AND c.relkind = 'S' AND NOT EXISTS (SELECT FROM pg_depend d
       WHERE d.objid = c.oid AND d.refobjid IN (SELECT to_regclass(left_out) FROM unnest($1::text[]) left_out)) ORDER BY c.relname COLLATE "C"`,
    [Object.keys(LEFT_OUT)],
  );
  const sequences: DumpedSequence[] = [];
  for (const { name } of rows) {
    const read = await client.query<DumpedSequence>(
      `SELECT $1 AS name, last_value::text AS last, is_called AS called FROM ${quoted(name)}`,
      [name],
    );
    sequences.push(...read.rows);
  }
  return sequences;
}

/** Text that any version of PostgreSQL, set in any way, writes and reads alike; a row that a policy hides is an error, never left out. */
export const PLAIN_TEXT = `SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL row_security = off`;

/** The rows of a table by its primary key, whatever the server sorts texts by: equal tables are equal bytes. */
export async function dumpedRows(client: PoolClient, table: DumpedTable): Promise<AsyncIterable<Buffer>> {
  const { rows } = await client.query<{ key: string }>(
    `SELECT format('t.%I', a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END AS key
     FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey::int[]) WITH ORDINALITY k(number, place)
     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
     WHERE i.indisprimary AND i.indrelid = to_regclass($1) ORDER BY k.place`,
    [quoted(table.name)],
  );
  const order = rows.length > 0 ? rows.map(({ key }) => key).join(', ') : 't::text COLLATE "C"';
  const columns = table.columns.map((column) => `t.${quoted(column)}`).join(', ');
  return client.query(copyTo(`COPY (SELECT ${columns} FROM ${quoted(table.name)} t ORDER BY ${order}) TO STDOUT`));
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
