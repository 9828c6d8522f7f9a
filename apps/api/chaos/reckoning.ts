import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { History } from './bring-in-history';
import type { AcknowledgedFiling } from './file-and-publish';
import type { KillablePlatform } from './killable-platform';

/** What the database holds afterwards, held against what was acknowledged. Everything but the counts must be empty or null. */
export interface Reckoning {
  readonly editions: number;
  readonly imported: number;
  readonly events: number;
  readonly auditEntries: number;
  readonly rollups: number;
  /** Receipts the database does not know, or knows for other content. */
  readonly missing: readonly string[];
  /** Reports with more than one edition, and keys used twice. */
  readonly twice: readonly string[];
  /** Editions without their parts, or with other events than submitted, accepted, published, or with another number of entries in the trail. */
  readonly torn: readonly string[];
  /** Filings that somebody above was not told of, or not once each, or that nobody told the agency what became of; imports whose end was not told once. */
  readonly untold: readonly string[];
  /** What bears a time before the first filing or after the reckoning, by the clock of the database. */
  readonly misdated: readonly string[];
  /** Files of imports that were not kept, and imports that have not ended. */
  readonly notImported: readonly string[];
  readonly auditBroken: unknown;
  readonly rollupsDiffer: unknown;
}

/** What went before: what was acknowledged and begun, and when by the clock of the database. */
export interface ToReckon {
  readonly acknowledged: readonly AcknowledgedFiling[];
  readonly history: History;
  readonly began: Date;
}

export async function databaseTime(platform: KillablePlatform): Promise<Date> {
  const owner = new Client({ connectionString: platform.databaseUrl });
  await owner.connect();
  const { rows } = await owner.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  await owner.end();
  return rows[0]?.now ?? new Date(NaN);
}

export async function reckon(platform: KillablePlatform, { acknowledged, history, began }: ToReckon): Promise<Reckoning> {
  const owner = new Client({ connectionString: platform.databaseUrl });
  await owner.connect();
  try {
    await untilThrough(owner, UNENDED);
    await untilThrough(owner, WAITING);
    const names = async (statement: string, values: readonly unknown[] = []): Promise<readonly string[]> =>
      (await owner.query<{ name: string }>(statement, [...values])).rows.map(({ name }) => name);
    const { rows: counts } = await owner.query<Pick<Reckoning, 'editions' | 'imported' | 'events'>>(COUNTS);
    const audit = (await platform.command('verify', 'audit')) as { entries: number; broken: unknown };
    const rollups = (await platform.command('verify', 'rollups')) as { rollups: number; differs: unknown };
    return {
      editions: counts[0]?.editions ?? NaN,
      imported: counts[0]?.imported ?? NaN,
      events: counts[0]?.events ?? NaN,
      auditEntries: audit.entries,
      rollups: rollups.rollups,
      missing: await names(MISSING, [JSON.stringify(acknowledged)]),
      twice: await names(TWICE),
      torn: await names(TORN),
      untold: [...(await names(UNTOLD)), ...(await names(UNTOLD_IMPORTS))],
      misdated: await names(MISDATED, [began]),
      notImported: await names(NOT_IMPORTED, [history.jobId, history.files]),
      auditBroken: audit.broken,
      rollupsDiffer: rollups.differs,
    };
  } finally {
    await owner.end();
  }
}

const COUNTS = `
  SELECT (count(*) FILTER (WHERE origin = 'filed'))::int AS editions, (count(*) FILTER (WHERE origin = 'imported'))::int AS imported,
    (SELECT count(*)::int FROM edition_events v JOIN editions e ON e.id = v.edition_id WHERE e.origin = 'filed') AS events
  FROM editions`;

const MISSING = `
  SELECT a."receipt" AS name FROM jsonb_to_recordset($1::jsonb)
    AS a("agencyId" bigint, year int, key text, receipt text, "contentSha256" text, "editionId" bigint)
  WHERE NOT EXISTS (SELECT FROM editions e JOIN reports r ON r.id = e.report_id WHERE e.receipt_number = a.receipt AND e.id = a."editionId"
    AND e.content_sha256 = a."contentSha256" AND e.idempotency_key = a.key AND r.agency_id = a."agencyId" AND r.year = a.year)`;

const TWICE = `
  SELECT 'report ' || report_id AS name FROM editions GROUP BY report_id HAVING count(*) > 1
  UNION ALL SELECT 'key ' || idempotency_key FROM editions WHERE idempotency_key IS NOT NULL GROUP BY submitted_by, idempotency_key HAVING count(*) > 1`;

const TORN = `
  SELECT 'edition ' || e.id AS name FROM editions e
  WHERE NOT EXISTS (SELECT FROM provenance p WHERE p.edition_id = e.id)
    OR e.document_sha256 IS NOT NULL AND NOT EXISTS (SELECT FROM documents d WHERE d.sha256 = e.document_sha256 AND encode(sha256(d.content), 'hex') = d.sha256)
    OR (SELECT array_agg(v.state ORDER BY v.sequence) FROM edition_events v WHERE v.edition_id = e.id) <>
      CASE e.origin WHEN 'filed' THEN '{submitted,accepted,published}'::text[] ELSE '{published}' END
    OR (SELECT count(*) FROM audit_entries a WHERE a.subject = 'editions:' || e.id AND a.action = 'editions.insert') <> 1
    OR (SELECT count(*) FROM audit_entries a WHERE a.subject = 'edition_events:' || e.id) <> CASE e.origin WHEN 'filed' THEN 3 ELSE 1 END`;

/** Every supervisor above has exactly one notice that the edition came, and the agency one that it was accepted and one that it was published. */
const UNTOLD = `
  SELECT 'edition ' || e.id || ' to ' || a.login AS name
  FROM editions e JOIN reports r ON r.id = e.report_id
  JOIN accounts a ON a.agency_id = r.agency_id OR a.role = 'supervisor' AND a.region_id = ANY (r.region_path)
  LEFT JOIN LATERAL (SELECT array_agg(o.kind ORDER BY o.sequence) AS kinds FROM notices n JOIN outbox o ON o.id = n.outbox_id
    WHERE n.account_id = a.id AND o.edition_id = e.id) told ON true
  WHERE e.origin = 'filed' AND told.kinds IS DISTINCT FROM CASE WHEN a.role = 'agency' THEN '{accepted,published}'::text[] ELSE '{received}'::text[] END`;

const UNTOLD_IMPORTS = `
  SELECT 'import ' || j.id AS name FROM import_jobs j
  WHERE (SELECT count(*) FROM outbox o JOIN notices n ON n.outbox_id = o.id WHERE o.import_id = j.id AND n.account_id = j.started_by) <> 1`;

const MISDATED = `
  SELECT named.name FROM (
    SELECT 'edition ' || id AS name, received_at AS at FROM editions
    UNION ALL SELECT 'event ' || edition_id || ' ' || state, at FROM edition_events
    UNION ALL SELECT 'notice ' || id, at FROM outbox UNION ALL SELECT 'told ' || id, told_at FROM outbox
    UNION ALL SELECT 'entry ' || sequence, greatest(recorded_at, $1) FROM audit_entries
    UNION ALL SELECT 'import ' || id, ended_at FROM import_jobs) named
  WHERE named.at NOT BETWEEN $1 AND clock_timestamp()`;

/** Also a file that the platform does not know at all. */
const NOT_IMPORTED = `
  SELECT 'file ' || f.ordinal || ': ' || COALESCE(f.code, f.result, 'open') AS name FROM import_files f WHERE f.job_id = $1 AND f.result IS DISTINCT FROM 'kept'
  UNION ALL SELECT 'file ' || f.ordinal || ' was kept at another attempt' FROM import_files f WHERE f.job_id = $1 AND f.repeated
  UNION ALL SELECT 'of ' || $2::int || ' files there are ' || count(*) FROM import_files WHERE job_id = $1 HAVING count(*) <> $2::int
  UNION ALL SELECT 'import ' || id || ' is ' || state FROM import_jobs WHERE id = $1 AND state <> 'ended'`;

const PATIENCE_MS = 120_000;
const UNENDED = `SELECT FROM import_jobs WHERE state <> 'ended' LIMIT 1`;
const WAITING = 'SELECT FROM outbox WHERE told_at IS NULL LIMIT 1';

/** What ended last is through within moments; what is not after two minutes is lost. */
async function untilThrough(owner: Client, open: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(100)) {
    const { rows } = await owner.query(open);
    if (rows.length === 0) return;
  }
}
