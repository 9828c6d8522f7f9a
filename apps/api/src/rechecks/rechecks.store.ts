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

/** The edition that stands for a report: accepted or published, else the latest. */
const STANDING_OF = (report: 'b' | 'l'): string => `
  SELECT s.edition_id, s.state FROM standings s WHERE s.report_id = ${report}.id AND s.edition_state IN ('submitted', 'accepted', 'published')
  ORDER BY s.state = 'latest', s.state LIMIT 1`;

/** Later checks: kept once for every pair of editions. */
export class RechecksStore {
  constructor(private readonly sql: Sql) {}

  /** Of a report whose standing changed. */
  due(reportId: string): Promise<readonly DueRecheck[]> {
    return this.sql(
      `SELECT later.edition_id AS "editionId", before.edition_id AS "againstEditionId"
       FROM reports b CROSS JOIN LATERAL (${STANDING_OF('b')}) before
       CROSS JOIN LATERAL (
         SELECT b.agency_id AS id UNION
         SELECT x.successor_id FROM agency_successions x WHERE x.predecessor_id = b.agency_id AND x.kind = 'rename'
       ) heir
       JOIN reports l ON l.agency_id = heir.id AND l.year = b.year + 1 CROSS JOIN LATERAL (${STANDING_OF('l')}) later
       JOIN editions e ON e.id = later.edition_id
       WHERE b.id = $1 AND before.state <> 'latest' AND e.last_year_id IS DISTINCT FROM before.edition_id
         AND NOT EXISTS (SELECT FROM rechecks k WHERE k.edition_id = later.edition_id AND k.against_edition_id = before.edition_id)`,
      [reportId],
    );
  }

  /** Nothing where it was kept already. */
  async keep(recheck: NewRecheck): Promise<void> {
    await this.sql(
      `INSERT INTO rechecks (edition_id, against_edition_id, checked_at, findings, resolved) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [recheck.editionId, recheck.againstEditionId, recheck.checkedAt, JSON.stringify(recheck.findings), JSON.stringify(recheck.resolved)],
    );
  }

  rechecks(ids: readonly string[]): Promise<readonly RecheckRow[]> {
    return this.sql(`${RECHECK} WHERE id = ANY ($1)`, [ids]);
  }

  ofEditions(editionIds: readonly string[]): Promise<readonly RecheckRow[]> {
    return this.sql(`${RECHECK} WHERE edition_id = ANY ($1) ORDER BY id DESC`, [editionIds]);
  }
}
