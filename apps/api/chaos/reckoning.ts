import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Acknowledged } from './file-and-publish';
import type { KillablePlatform } from './killable-platform';

/** What the database holds afterwards, held against what was acknowledged. Everything but the first line must be 0, empty or null. */
export interface Reckoning {
  readonly editions: number;
  readonly events: number;
  readonly auditEntries: number;
  readonly rollups: number;
  /** Receipts the database does not know, or knows for other content. */
  readonly missing: readonly string[];
  /** Reports with more than one edition, and keys used twice. */
  readonly twice: readonly string[];
  /** Editions without their parts, or with other events than submitted, accepted, published, or with another number of entries in the trail. */
  readonly torn: readonly string[];
  /** Filings that somebody above was not told of, or not once each, or that nobody told the agency what became of. */
  readonly untold: readonly string[];
  readonly auditBroken: unknown;
  readonly rollupsDiffer: unknown;
}

export async function reckon(platform: KillablePlatform, acknowledged: readonly Acknowledged[]): Promise<Reckoning> {
  const owner = new Client({ connectionString: platform.databaseUrl });
  await owner.connect();
  try {
    await untilTold(owner);
    const names = async (statement: string, values: readonly unknown[] = []): Promise<readonly string[]> =>
      (await owner.query<{ name: string }>(statement, [...values])).rows.map(({ name }) => name);
    const counts = await owner.query<{ editions: number; events: number }>(
      'SELECT (SELECT count(*)::int FROM editions) AS editions, (SELECT count(*)::int FROM edition_events) AS events',
    );
    const audit = (await platform.command('verify', 'audit')) as { entries: number; broken: unknown };
    const rollups = (await platform.command('verify', 'rollups')) as { rollups: number; differs: unknown };
    return {
      editions: counts.rows[0]?.editions ?? NaN,
      events: counts.rows[0]?.events ?? NaN,
      auditEntries: audit.entries,
      rollups: rollups.rollups,
      missing: await names(MISSING, [JSON.stringify(acknowledged)]),
      twice: await names(TWICE),
      torn: await names(TORN),
      untold: await names(UNTOLD),
      auditBroken: audit.broken,
      rollupsDiffer: rollups.differs,
    };
  } finally {
    await owner.end();
  }
}

const MISSING = `
  SELECT a."receipt" AS name FROM jsonb_to_recordset($1::jsonb)
    AS a("agencyId" bigint, year int, key text, receipt text, "contentSha256" text, "editionId" bigint)
  WHERE NOT EXISTS (SELECT FROM editions e JOIN reports r ON r.id = e.report_id WHERE e.receipt_number = a.receipt AND e.id = a."editionId"
    AND e.content_sha256 = a."contentSha256" AND e.idempotency_key = a.key AND r.agency_id = a."agencyId" AND r.year = a.year)`;

const TWICE = `
  SELECT 'report ' || report_id AS name FROM editions GROUP BY report_id HAVING count(*) > 1
  UNION ALL SELECT 'key ' || idempotency_key FROM editions GROUP BY submitted_by, idempotency_key HAVING count(*) > 1`;

const TORN = `
  SELECT 'edition ' || e.id AS name FROM editions e
  WHERE NOT EXISTS (SELECT FROM provenance p WHERE p.edition_id = e.id)
    OR e.document_sha256 IS NOT NULL AND NOT EXISTS (SELECT FROM documents d WHERE d.sha256 = e.document_sha256 AND encode(sha256(d.content), 'hex') = d.sha256)
    OR (SELECT array_agg(v.state ORDER BY v.sequence) FROM edition_events v WHERE v.edition_id = e.id) <> '{submitted,accepted,published}'
    OR (SELECT count(*) FROM audit_entries a WHERE a.subject = 'editions:' || e.id AND a.action = 'editions.insert') <> 1
    OR (SELECT count(*) FROM audit_entries a WHERE a.subject = 'edition_events:' || e.id) <> 3`;

/** Every supervisor above has exactly one notice that the edition came, and the agency one that it was accepted and one that it was published. */
const UNTOLD = `
  SELECT 'edition ' || e.id || ' to ' || a.login AS name
  FROM editions e JOIN reports r ON r.id = e.report_id
  JOIN accounts a ON a.agency_id = r.agency_id OR a.role = 'supervisor' AND a.region_id = ANY (r.region_path)
  LEFT JOIN LATERAL (SELECT array_agg(o.kind ORDER BY o.sequence) AS kinds FROM notices n JOIN outbox o ON o.id = n.outbox_id
    WHERE n.account_id = a.id AND o.edition_id = e.id) told ON true
  WHERE told.kinds IS DISTINCT FROM CASE WHEN a.role = 'agency' THEN '{accepted,published}'::text[] ELSE '{received}'::text[] END`;

const PATIENCE_MS = 60_000;

/** What was put into the outbox last is told within moments; what is not told after a minute is lost. */
async function untilTold(owner: Client): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(100)) {
    const { rows } = await owner.query('SELECT FROM outbox WHERE told_at IS NULL LIMIT 1');
    if (rows.length === 0) return;
  }
}
