import type { Sql } from '../database/sql';

/** One act in the trail. */
export interface AuditRow {
  readonly id: string;
  /** Its place in the chain. */
  readonly sequence: string;
  readonly recordedAt: Date;
  readonly role: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly tokenId: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly subject: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly sha256: string;
}

export interface AuditQuery {
  readonly accountId: string | null;
  /** Beginning of the action, e.g. `edition_events`. */
  readonly action: string | null;
  readonly subject: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly limit: number;
  /** Entries before this place in the chain. */
  readonly before: string | null;
}

/** The trail of acts, which the database itself writes; here it is read, and acts that change no register are added. */
export class AuditStore {
  constructor(private readonly sql: Sql) {}

  /** An act that changes no register, e.g. an export. Who acts, the door has said. */
  async note(action: string, subject: string | null, after: unknown): Promise<void> {
    await this.sql('SELECT note_act(:action, :subject, NULL, :after)', { action, subject, after: JSON.stringify(after) });
  }

  /** Newest first. */
  async search(query: AuditQuery): Promise<{ readonly items: readonly AuditRow[]; readonly total: number }> {
    const rows = await this.sql<AuditRow & { readonly total: number }>(
      `WITH found AS (
         SELECT * FROM audit_entries WHERE (:accountId::bigint IS NULL OR account_id = :accountId) AND (:action::text IS NULL OR starts_with(action, :action))
           AND (:subject::text IS NULL OR subject = :subject) AND (:from::timestamptz IS NULL OR recorded_at >= :from) AND (:until::timestamptz IS NULL OR recorded_at < :until)
       )
       SELECT f.id, f.sequence, f.recorded_at AS "recordedAt", f.role, f.account_id AS "accountId", a.name AS "accountName", f.token_id AS "tokenId",
         f.address, f.action, f.subject, f.before, f.after, f.sha256, (SELECT count(*) FROM found)::int AS total
       FROM found f LEFT JOIN accounts a ON a.id = f.account_id
       WHERE :before::bigint IS NULL OR f.sequence < :before ORDER BY f.sequence DESC LIMIT :limit`,
      {
        accountId: query.accountId,
        action: query.action,
        subject: query.subject,
        from: query.from,
        until: query.until,
        before: query.before,
        limit: query.limit,
      },
    );
    const [first] = rows;
    return { items: rows, total: first === undefined ? 0 : first.total };
  }
}
