import type { FreshDatabase } from './fresh-database';

/** Rows of every table a filing writes to: before and after a refusal they are the same. */
export async function rowCounts(database: FreshDatabase): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of ['editions', 'edition_events', 'provenance', 'findings', 'documents', 'standings', 'rollups', 'reports']) {
    counts[table] = Number((await database.owner.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]!.count);
  }
  return counts;
}
