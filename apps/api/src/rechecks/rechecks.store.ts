import type { Finding } from '@gongkai/model';
import type { Sql } from '../database/sql';

/** What the rules across years say of an edition against an edition of the year before that came to stand after it was filed. */
export interface RecheckRow {
  readonly id: string;
  readonly editionId: string;
  readonly againstEditionId: string;
  readonly checkedAt: Date;
  /** Findings that were not there when it was filed. */
  readonly findings: readonly Finding[];
  /** Findings of then that are gone. */
  readonly resolved: readonly Finding[];
}

export type NewRecheck = Omit<RecheckRow, 'id'>;

/** An edition and the one of the year before that now stands, against which it was never checked. */
export interface DueRecheck {
  readonly editionId: string;
  readonly againstEditionId: string;
}

const RECHECK = `SELECT id, edition_id AS "editionId", against_edition_id AS "againstEditionId", checked_at AS "checkedAt", findings, resolved FROM rechecks`;

/** Of the standings of a report the one that counts: accepted or published, else the latest. */
const THE_ONE = `s.edition_state IN ('submitted', 'accepted', 'published') ORDER BY s.state = 'latest', s.state LIMIT 1`;

/** Later checks: kept once for every pair of editions. */
export class RechecksStore {
  constructor(private readonly sql: Sql) {}

  /** Of a report whose standing changed. */
  due(reportId: string): Promise<readonly DueRecheck[]> {
    return this.sql(
      `SELECT later.edition_id AS "editionId", before.edition_id AS "againstEditionId"
       FROM reports b CROSS JOIN LATERAL (SELECT s.edition_id, s.state FROM standings s WHERE s.report_id = b.id AND ${THE_ONE}) before
       CROSS JOIN LATERAL (
         SELECT b.agency_id AS id UNION
         SELECT x.successor_id FROM agency_successions x WHERE x.predecessor_id = b.agency_id AND x.kind = 'rename'
       ) heir
       JOIN reports l ON l.agency_id = heir.id AND l.year = b.year + 1 
       CROSS JOIN LATERAL (SELECT s.edition_id FROM standings s WHERE s.report_id = l.id AND ${THE_ONE}) later
       JOIN editions e ON e.id = later.edition_id
       WHERE b.id = :reportId AND before.state <> 'latest' AND e.last_year_id IS DISTINCT FROM before.edition_id
         AND NOT EXISTS (SELECT FROM rechecks k WHERE k.edition_id = later.edition_id AND k.against_edition_id = before.edition_id)`,
      { reportId },
    );
  }

  /** Nothing where it was kept already. */
  async keep(recheck: NewRecheck): Promise<void> {
    await this.sql(
      `INSERT INTO rechecks (edition_id, against_edition_id, checked_at, findings, resolved) VALUES (:editionId, :againstEditionId, :checkedAt, :findings, :resolved) ON CONFLICT DO NOTHING`,
      {
        editionId: recheck.editionId,
        againstEditionId: recheck.againstEditionId,
        checkedAt: recheck.checkedAt,
        findings: JSON.stringify(recheck.findings),
        resolved: JSON.stringify(recheck.resolved),
      },
    );
  }

  rechecks(ids: readonly string[]): Promise<readonly RecheckRow[]> {
    return this.sql(`${RECHECK} WHERE id = ANY (:ids)`, { ids });
  }

  ofEditions(editionIds: readonly string[]): Promise<readonly RecheckRow[]> {
    return this.sql(`${RECHECK} WHERE edition_id = ANY (:editionIds) ORDER BY id DESC`, { editionIds });
  }
}
