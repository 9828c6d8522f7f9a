import type { AgencyKind } from '@gongkai/model';
import { type Sql, onlyRow } from '../database/sql';

export type ReorganisationKind = 'found' | 'rename' | 'move' | 'merge' | 'split' | 'abolish';
export type ObligationDecision = 'stay' | 'release' | 'hand_over';

export interface ReorganisationRow {
  readonly id: string;
  readonly kind: ReorganisationKind;
  readonly on: string;
  readonly basis: string;
  readonly recordedAt: Date;
  readonly agencyIds: readonly string[];
  readonly successorIds: readonly string[];
}

export interface NewReorganisation {
  readonly kind: ReorganisationKind;
  readonly on: string;
  readonly basis: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** An obligation for a year that ends on or after a day. */
export interface LaterObligation {
  readonly reportId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly year: number;
  readonly obliged: boolean;
  readonly accepted: boolean;
}

export interface VersionRow {
  readonly agencyId: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly regionId: string;
  readonly system: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basis: string | null;
}

export interface ActsWanted {
  readonly agencyId?: string | null;
  readonly id?: string;
  readonly limit: number;
  readonly offset: number;
}

/** What an agency becomes; what is left out stays. */
export interface NextVersion {
  readonly regionId?: string | null;
  readonly system?: string | null;
  readonly named?: { readonly name: string; readonly pinyin: string; readonly initials: string };
}

/** Acts on organisations: versions are ended and begun, never changed. */
export class ReorganisationsStore {
  constructor(private readonly sql: Sql) {}

  /** Holds off every other act until the transaction ends. */
  async lock(): Promise<void> {
    onlyRow(await this.sql(`SELECT pg_advisory_xact_lock(hashtextextended('reorganisations', 0))`));
  }

  async keep(act: NewReorganisation): Promise<string> {
    const { id } = onlyRow(
      await this.sql<{ id: string }>(
        'INSERT INTO reorganisations (kind, happened_on, basis, recorded_by, recorded_at) VALUES (:kind, :on, :basis, :recordedBy, :recordedAt) RETURNING id',
        { kind: act.kind, on: act.on, basis: act.basis, recordedBy: act.recordedBy, recordedAt: act.recordedAt },
      ),
    );
    return id;
  }

  /** Whether one of the agencies follows the other, be it by way of others. */
  async follows(agencyId: string, predecessorId: string): Promise<boolean> {
    const rows = await this.sql('SELECT FROM followers_of(:predecessorId) AS id WHERE id = :agencyId', { predecessorId, agencyId });
    return rows.length > 0;
  }

  /** The region's agency of this name on a day, if there is one. */
  async namesake(name: string, regionId: string, day: string): Promise<string | null> {
    const [row] = await this.sql<{ id: string }>(
      `SELECT agency_id AS id FROM agency_versions WHERE name = :name AND region_id = :regionId AND (valid_to IS NULL OR valid_to > :day::date) LIMIT 1`,
      { name, regionId, day },
    );
    return row === undefined ? null : row.id;
  }

  async regionExists(regionId: string, day: string): Promise<boolean> {
    const rows = await this.sql(
      'SELECT FROM region_versions WHERE region_id = :regionId AND daterange(valid_from, valid_to) @> :day::date',
      { regionId, day },
    );
    return rows.length > 0;
  }

  /** Obligations of these agencies for years whose last day is not before the day. */
  laterObligations(agencyIds: readonly string[], day: string): Promise<readonly LaterObligation[]> {
    return this.sql(
      `SELECT id AS "reportId", agency_id AS "agencyId", agency_name AS "agencyName", year, obliged, report_is_accepted(id) AS accepted
       FROM reports WHERE agency_id = ANY (:agencyIds) AND make_date(year, 12, 31) >= :day::date ORDER BY year, agency_id`,
      { agencyIds, day },
    );
  }

  async end(agencyId: string, day: string, reorganisationId: string): Promise<void> {
    onlyRow(
      await this.sql(
        'UPDATE agency_versions SET valid_to = :day, ended_by = :reorganisationId WHERE agency_id = :agencyId AND valid_to IS NULL RETURNING agency_id',
        { agencyId, day, reorganisationId },
      ),
    );
  }

  /** Ends the version that holds and begins the next one. */
  async change(agencyId: string, day: string, next: NextVersion, reorganisationId: string): Promise<void> {
    await this.end(agencyId, day, reorganisationId);
    const { regionId = null, named = { name: null, pinyin: null, initials: null } } = next;
    onlyRow(
      await this.sql(
        `INSERT INTO agency_versions (agency_id, valid_from, region_id, kind, name, pinyin, initials, begun_by, system)
         SELECT agency_id, :day, COALESCE(:regionId, region_id), kind, COALESCE(:name, name), COALESCE(:pinyin, pinyin), COALESCE(:initials, initials), :reorganisationId, COALESCE(:system, system)
         FROM agency_versions WHERE agency_id = :agencyId AND valid_to = :day RETURNING agency_id`,
        {
          agencyId,
          day,
          reorganisationId,
          regionId,
          name: named.name,
          pinyin: named.pinyin,
          initials: named.initials,
          system: next.system ?? null,
        },
      ),
    );
  }

  /** Who follows whom by an act. */
  async link(
    reorganisationId: string,
    successions: readonly { readonly predecessorId: string; readonly successorId: string | null }[],
  ): Promise<void> {
    await this.sql(
      `INSERT INTO agency_successions (predecessor_id, successor_id, kind, happened_on, basis, reorganisation_id)
       SELECT s.predecessor, s.successor, r.kind, r.happened_on, r.basis, r.id
       FROM unnest(:predecessorIds::bigint[], :successorIds::bigint[]) AS s(predecessor, successor), reorganisations r WHERE r.id = :reorganisationId`,
      {
        reorganisationId,
        predecessorIds: successions.map(({ predecessorId }) => predecessorId),
        successorIds: successions.map(({ successorId }) => successorId),
      },
    );
  }

  /** Puts obligations of which nothing is accepted where their agency is at the end of the year. */
  async replace(reportIds: readonly string[]): Promise<void> {
    await this.sql(
      `UPDATE reports r SET region_id = v.region_id, region_path = region_path(v.region_id, make_date(r.year, 12, 31)), agency_kind = v.kind, agency_name = v.name,
         system = v.system
       FROM agency_versions v WHERE r.id = ANY (:reportIds) AND v.agency_id = r.agency_id AND daterange(v.valid_from, v.valid_to) @> make_date(r.year, 12, 31)`,
      { reportIds },
    );
  }

  async decide(reorganisationId: string, reportId: string, decision: ObligationDecision): Promise<void> {
    await this.sql(
      'INSERT INTO obligation_decisions (report_id, reorganisation_id, decision) VALUES (:reportId, :reorganisationId, :decision)',
      { reportId, reorganisationId, decision },
    );
    if (decision !== 'stay') await this.sql('UPDATE reports SET obliged = false WHERE id = :reportId', { reportId });
  }

  /** Obliges those who follow in the stead of an agency; gives how many of them owe the year now. */
  async handOver(reportId: string, successorIds: readonly string[]): Promise<number> {
    await this.sql(
      `INSERT INTO reports (agency_id, year, region_id, region_path, agency_kind, agency_name, system, due_on, obliged)
       SELECT v.agency_id, r.year, v.region_id, region_path(v.region_id, make_date(r.year, 12, 31)), v.kind, v.name, v.system, r.due_on, true
       FROM reports r JOIN agency_versions v ON v.agency_id = ANY (:successorIds) AND daterange(v.valid_from, v.valid_to) @> make_date(r.year, 12, 31)
       WHERE r.id = :reportId ON CONFLICT (agency_id, year) DO NOTHING`,
      { reportId, successorIds },
    );
    const rows = await this.sql(
      'SELECT FROM reports r JOIN reports s ON s.year = r.year AND s.agency_id = ANY (:successorIds) AND s.obliged WHERE r.id = :reportId',
      { reportId, successorIds },
    );
    return rows.length;
  }

  /** Newest first; of one agency, by its id, or all. */
  async acts(wanted: ActsWanted): Promise<{ readonly items: readonly ReorganisationRow[]; readonly total: number }> {
    const rows = await this.sql<ReorganisationRow & { readonly total: number }>(
      `WITH touched AS (
         SELECT begun_by AS id, agency_id FROM agency_versions WHERE begun_by IS NOT NULL
         UNION SELECT ended_by, agency_id FROM agency_versions WHERE ended_by IS NOT NULL
         UNION SELECT reorganisation_id, predecessor_id FROM agency_successions WHERE reorganisation_id IS NOT NULL
         UNION SELECT reorganisation_id, successor_id FROM agency_successions WHERE reorganisation_id IS NOT NULL AND successor_id IS NOT NULL
       )
       SELECT a.id, a.kind, a.happened_on::text AS on, a.basis, a.recorded_at AS "recordedAt", (count(*) OVER ())::int AS total,
         ARRAY(SELECT t.agency_id::text FROM touched t WHERE t.id = a.id AND a.kind <> 'found' AND NOT EXISTS (SELECT FROM agency_successions s
           WHERE s.reorganisation_id = a.id AND s.successor_id = t.agency_id) ORDER BY t.agency_id) AS "agencyIds",
         ARRAY(SELECT t.agency_id::text FROM touched t WHERE t.id = a.id AND (a.kind = 'found' OR EXISTS (SELECT FROM agency_successions s
           WHERE s.reorganisation_id = a.id AND s.successor_id = t.agency_id)) ORDER BY t.agency_id) AS "successorIds"
       FROM reorganisations a
       WHERE (:agencyId::bigint IS NULL OR EXISTS (SELECT FROM touched t WHERE t.id = a.id AND t.agency_id = :agencyId)) AND (:id::bigint IS NULL OR a.id = :id)
       ORDER BY a.happened_on DESC, a.id DESC LIMIT :limit OFFSET :offset`,
      { agencyId: wanted.agencyId ?? null, id: wanted.id ?? null, limit: wanted.limit, offset: wanted.offset },
    );
    const [first] = rows;
    return { items: rows, total: first === undefined ? 0 : first.total };
  }

  versions(agencyIds: readonly string[]): Promise<readonly VersionRow[]> {
    return this.sql(
      `SELECT v.agency_id AS "agencyId", v.name, v.kind, v.region_id AS "regionId", v.system, v.valid_from::text AS "validFrom", v.valid_to::text AS "validTo", a.basis
       FROM agency_versions v LEFT JOIN reorganisations a ON a.id = v.begun_by WHERE v.agency_id = ANY (:agencyIds) ORDER BY v.agency_id, v.valid_from DESC`,
      { agencyIds },
    );
  }
}
