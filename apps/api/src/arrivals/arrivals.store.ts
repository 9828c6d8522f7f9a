import type { Words, Finding } from '@gongkai/model';
import type { RefusalCode } from '@gongkai/contract';
import type { Sql } from '../database/sql';
import type { PageBounds } from '../requests/page';

/** Why something that arrived was not filed, as it was told. */
export interface KeptRefusal {
  readonly code: RefusalCode;
  readonly message: Words;
  readonly findings: readonly Finding[];
}

/** Something that was sent: kept as an edition, or refused. */
export interface ArrivalRow {
  readonly number: string;
  readonly reportId: string;
  readonly receivedAt: Date;
  /** Name of the account, of the agency to those who may not know it. */
  readonly submittedBy: string;
  readonly documentName: string | null;
  readonly documentSha256: string | null;
  readonly contentSha256: string | null;
  readonly editionId: string | null;
  readonly refusal: KeptRefusal | null;
}

/** A page of what arrived for one report. */
export interface ArrivalsOfReport {
  readonly reportId: string;
  readonly items: readonly ArrivalRow[];
  readonly total: number;
}

export interface NewArrival extends Pick<ArrivalRow, 'documentName' | 'documentSha256' | 'contentSha256' | 'receivedAt'> {
  readonly agencyId: string;
  readonly year: number;
  readonly accountId: string;
  readonly refusal: KeptRefusal;
}

const ARRIVALS = `
  SELECT a.number, a.report_id AS "reportId", a.received_at AS "receivedAt", COALESCE(p.name, r.agency_name) AS "submittedBy",
    a.document_name AS "documentName", a.document_sha256 AS "documentSha256", a.content_sha256 AS "contentSha256", a.edition_id AS "editionId", a.refusal::json AS refusal
  FROM (
    SELECT receipt_number AS number, report_id, received_at, submitted_by, document_name, document_sha256, content_sha256, id AS edition_id, NULL AS refusal
    FROM editions
    UNION ALL
    SELECT number, report_id, received_at, submitted_by, document_name, document_sha256, content_sha256, NULL, refusal FROM refused_arrivals
  ) a JOIN reports r ON r.id = a.report_id LEFT JOIN accounts p ON p.id = a.submitted_by`;

/** Receipts of all that was sent; those of editions are theirs, those of what was refused are kept here, for ever. */
export class ArrivalsStore {
  constructor(private readonly sql: Sql) {}

  async numbered(number: string): Promise<ArrivalRow | null> {
    const [row] = await this.sql<ArrivalRow>(`${ARRIVALS} WHERE a.number = :number`, { number });
    return row === undefined ? null : row;
  }

  /** The same page of each report, newest first, and how many each has. */
  async ofReports(reportIds: readonly string[], { limit, offset }: PageBounds): Promise<readonly ArrivalsOfReport[]> {
    const rows = await this.sql<ArrivalRow>(
      `SELECT page.* FROM unnest(:reportIds::bigint[]) AS asked(id) CROSS JOIN LATERAL
         (${ARRIVALS} WHERE a.report_id = asked.id ORDER BY a.received_at DESC, a.number DESC LIMIT :limit OFFSET :offset) page
       ORDER BY page."receivedAt" DESC, page.number DESC`,
      { reportIds, limit, offset },
    );
    const totals = await this.sql<{ reportId: string; total: number }>(
      `SELECT asked.id AS "reportId", ((SELECT count(*) FROM editions WHERE report_id = asked.id)
         + (SELECT count(*) FROM refused_arrivals WHERE report_id = asked.id))::int AS total FROM unnest(:reportIds::bigint[]) AS asked(id)`,
      { reportIds },
    );
    return totals.map(({ reportId, total }) => ({ reportId, total, items: rows.filter((row) => row.reportId === reportId) }));
  }

  /** Gives what was refused its receipt; null where nothing is owed for the year. */
  async keepRefused(arrival: NewArrival): Promise<string | null> {
    const { agencyId, year, receivedAt, accountId, documentName, documentSha256, contentSha256, refusal } = arrival;
    const [row] = await this.sql<{ number: string }>(
      `INSERT INTO refused_arrivals (number, report_id, received_at, submitted_by, document_name, document_sha256, content_sha256, code, refusal)
       SELECT to_char(:receivedAt::timestamptz AT TIME ZONE 'Asia/Shanghai', '"GK"YYYYMMDD-') || lpad(nextval('receipt_numbers')::text, 7, '0'),
         r.id, :receivedAt, :accountId, :documentName, :documentSha256, :contentSha256, :code, :refusal
       FROM reports r WHERE r.agency_id = :agencyId AND r.year = :year RETURNING number`,
      {
        agencyId,
        year,
        receivedAt,
        accountId,
        documentName,
        documentSha256,
        contentSha256,
        code: refusal.code,
        refusal: JSON.stringify(refusal),
      },
    );
    return row === undefined ? null : row.number;
  }
}
