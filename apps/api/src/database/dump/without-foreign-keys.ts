import type { PoolClient } from 'pg';
import type { DumpedTable } from './dump-format';
import { quoted } from './dumped-tables';

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Empties the tables and lets rows come in as they once were, no table before another. Afterwards every foreign key has been checked for all
 * rows. An owner of the tables may do all of it; session_replication_role would need a superuser.
 */
export async function withoutForeignKeys(client: PoolClient, tables: readonly DumpedTable[], work: () => Promise<void>): Promise<void> {
  const names = tables.map(({ name }) => quoted(name));
  const keys = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace ORDER BY oid`,
  );
  for (const { table, name } of keys.rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')}`);
  await work();
  for (const { table, name, definition } of keys.rows) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
}
