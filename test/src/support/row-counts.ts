import type { FreshDatabase } from './fresh-database';
import { untilTold } from './until-told';

/**
 * Rows of every table but the sessions, once all that happened is told: before and after what is refused or only rehearsed they are the same. Receipts of what arrived and was
 * refused, and what the trail says of refusals and readings, have tests of their own.
 */
export async function rowCounts(database: FreshDatabase): Promise<Readonly<Record<string, number>>> {
  await untilTold(database.owner);
  const tables = await database.owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('sessions', 'refused_arrivals', 'refusal_counts', 'log_in_attempts') ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows)
    counts[name] = Number((await database.owner.query<{ count: string }>(`SELECT count(*) FROM ${name}`)).rows[0]!.count);
  const receipts = await database.owner.query(
    `SELECT FROM audit_entries WHERE action = 'refused_arrivals.insert' OR action LIKE 'refused.%' OR action LIKE '%.read'`,
  );
  return { ...counts, audit_entries: counts.audit_entries! - receipts.rows.length };
}
