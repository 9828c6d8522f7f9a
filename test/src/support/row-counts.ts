import type { FreshDatabase } from './fresh-database';

/** Rows of every table but the sessions: before and after what is refused or only rehearsed they are the same. */
export async function rowCounts(database: FreshDatabase): Promise<Readonly<Record<string, number>>> {
  const tables = await database.owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'sessions' ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows)
    counts[name] = Number((await database.owner.query<{ count: string }>(`SELECT count(*) FROM ${name}`)).rows[0]!.count);
  return counts;
}
