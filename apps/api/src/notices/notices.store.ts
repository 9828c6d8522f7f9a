import type { NoticeKind } from '@gongkai/contract';
import type { Sql } from '../database/sql';
import type { PageBounds } from '../requests/page';

export interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: Date;
  readonly read: boolean;
  /** One of the three is set. */
  readonly editionId: string | null;
  readonly recheckId: string | null;
  readonly importId: string | null;
  /** Of a decision; null where the edition may no longer be seen. */
  readonly comments: number | null;
}

/** Something that happened and was not told yet. */
export interface UntoldRow {
  readonly id: string;
  /** Whose decision may have changed what the next year is checked against; null where it is none. */
  readonly recheckedReportId: string | null;
}

/**
 * Whom an entry `o` of the outbox concerns: the agency of what was decided, the supervisors above it of what came from it, both agencies of a later
 * check, who started an import; nobody of an own act, nor of history that was brought in.
 */
const CONCERNED = `
  SELECT a.id FROM edition_events v JOIN editions e ON e.id = v.edition_id JOIN reports r ON r.id = e.report_id
    JOIN accounts a ON CASE WHEN o.kind IN ('returned', 'accepted', 'published') THEN a.agency_id = r.agency_id
      WHEN o.kind IN ('received', 'amended', 'answered') THEN a.role = 'supervisor' AND a.region_id = ANY (r.region_path) END
    WHERE v.edition_id = o.edition_id AND v.sequence = o.sequence AND e.origin = 'filed' AND (a.id <> v.by_account OR o.kind = 'answered') AND NOT a.disabled
  UNION SELECT a.id FROM rechecks k JOIN editions e ON e.id IN (k.edition_id, k.against_edition_id) JOIN reports r ON r.id = e.report_id
    JOIN accounts a ON a.agency_id = r.agency_id WHERE k.id = o.recheck_id AND NOT a.disabled
  UNION SELECT j.started_by FROM import_jobs j WHERE j.id = o.import_id`;

/** The outbox, and the notices its entries become: one for every account that an entry concerns. */
export class NoticesStore {
  constructor(private readonly sql: Sql) {}

  /** The oldest of what is not told, after an entry. */
  untold(after: string, limit: number): Promise<readonly UntoldRow[]> {
    return this.sql(
      `SELECT o.id, e.report_id AS "recheckedReportId"
       FROM outbox o LEFT JOIN editions e ON e.id = o.edition_id AND o.kind IN ('returned', 'accepted', 'published', 'withdrawn')
       WHERE o.told_at IS NULL AND o.id > :after ORDER BY o.id LIMIT :limit`,
      { after, limit },
    );
  }

  /** One statement: an entry is told to all or to nobody, by whoever comes first. */
  async tell(id: string, at: Date): Promise<void> {
    await this.sql(
      `WITH o AS (UPDATE outbox SET told_at = :at WHERE id = :id AND told_at IS NULL RETURNING *)
       INSERT INTO notices (outbox_id, account_id) SELECT o.id, concerned.id FROM o CROSS JOIN LATERAL (${CONCERNED}) concerned`,
      { id, at },
    );
  }

  /** Told to an account, newest first. */
  to(accountId: string, { limit, offset }: PageBounds): Promise<readonly NoticeRow[]> {
    return this.sql(
      `SELECT o.id, o.kind, o.at, n.read_at IS NOT NULL AS read, o.edition_id AS "editionId", o.recheck_id AS "recheckId", o.import_id AS "importId",
         jsonb_array_length(v.comments) AS comments
       FROM notices n JOIN outbox o ON o.id = n.outbox_id
       LEFT JOIN edition_events v ON v.edition_id = o.edition_id AND v.sequence = o.sequence AND o.answer_id IS NULL
       WHERE n.account_id = :accountId ORDER BY n.outbox_id DESC LIMIT :limit OFFSET :offset`,
      { accountId, limit, offset },
    );
  }

  async count(accountId: string): Promise<{ readonly total: number; readonly unread: number }> {
    const [counts] = await this.sql<{ total: number; unread: number }>(
      `SELECT count(*)::int AS total, (count(*) FILTER (WHERE read_at IS NULL))::int AS unread FROM notices WHERE account_id = :accountId`,
      { accountId },
    );
    if (counts === undefined) throw new Error('nothing was counted');
    return counts;
  }

  /** What was not read before. */
  async markRead(accountId: string, ids: readonly string[], at: Date): Promise<void> {
    await this.sql('UPDATE notices SET read_at = :at WHERE account_id = :accountId AND outbox_id = ANY (:ids) AND read_at IS NULL', {
      accountId,
      ids,
      at,
    });
  }
}
