import type { AgencyKind, EditionState } from '@gongkai/model';
import { type Sql, onlyRow } from '../database/sql';
import type { PageBounds } from '../requests/page';

/** An obligation with what the caller may know of its standing. */
export interface ReportRow {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly year: number;
  readonly regionId: string;
  readonly regionPath: readonly string[];
  readonly agencyKind: AgencyKind;
  readonly dueOn: string;
  readonly obliged: boolean;
  /** `import`: no roster held it; it was made for an imported report. */
  readonly origin: 'roster' | 'import';
  /** `unpublished`: whether something is filed the caller may not know. */
  readonly state: EditionState | 'not_filed' | 'unpublished';
  readonly filedAt: Date | null;
  readonly late: boolean;
  readonly latestId: string | null;
  readonly decidableBy: string | null;
  readonly publishedId: string | null;
  /** The edition that can be decided about: the latest that is neither returned nor withdrawn. */
  readonly decidableId: string | null;
  readonly decidableState: EditionState | null;
  /** An accepted or published edition stands, so that filing again amends. */
  readonly inForce: boolean;
}

export interface ReportQuery {
  readonly regionId: string | null;
  readonly agencyId: string | null;
  readonly year: number | null;
  readonly states: readonly string[] | null;
  readonly text: string | null;
  readonly late: boolean | null;
  readonly summed: boolean | null;
  /** The kinds of agencies that are added up. */
  readonly summedKinds: readonly AgencyKind[];
  /** Only those whose latest edition the caller may decide about. */
  readonly awaitingMe: boolean;
  readonly now: Date;
}

/** How many obligations are in a state, and how many of them are late. */
export interface StateCountRow {
  readonly state: ReportRow['state'];
  readonly reports: number;
  readonly late: number;
}

export interface NewObligation {
  readonly agencyId: string;
  readonly year: number;
  readonly dueOn: string;
  readonly obliged: boolean;
  readonly origin: ReportRow['origin'];
}

const STANDING = `
  SELECT r.id, r.agency_id AS "agencyId", r.agency_name AS "agencyName", r.year, r.region_id AS "regionId", r.region_path AS "regionPath",
    r.agency_kind AS "agencyKind", r.due_on::text AS "dueOn", r.obliged, r.origin,
    COALESCE(l.edition_state, p.edition_state, CASE WHEN oversees_report(r.id) THEN 'not_filed' ELSE 'unpublished' END) AS state,
    COALESCE(l.filed_at, p.filed_at) AS "filedAt",
    r.obliged AND is_late(COALESCE(l.filed_at, p.filed_at, CASE WHEN l.report_id IS NULL AND oversees_report(r.id) THEN :now::timestamptz END), r.due_on) AS late,
    COALESCE(l.edition_id, p.edition_id) AS "latestId",
    d.edition_id AS "decidableId", d.edition_state AS "decidableState",
    (SELECT e.submitted_by FROM editions e WHERE e.id = d.edition_id) AS "decidableBy",
    p.edition_id AS "publishedId", a.report_id IS NOT NULL AS "inForce"
  FROM reports r
  LEFT JOIN standings l ON l.report_id = r.id AND l.state = 'latest'
  LEFT JOIN standings a ON a.report_id = r.id AND a.state = 'accepted'
  LEFT JOIN standings p ON p.report_id = r.id AND p.state = 'published'
  LEFT JOIN standings d ON d.report_id = r.id
    AND d.state = CASE WHEN l.edition_state IN ('returned', 'withdrawn') THEN 'accepted' ELSE 'latest' END`;

const ASKED = `(:regionId::bigint IS NULL OR r.region_path @> ARRAY[:regionId::bigint])
      AND (:agencyId::bigint IS NULL OR r.agency_id = :agencyId)
      AND (:year::int IS NULL OR r.year = :year)
      AND (:summed::boolean IS NULL OR (r.obliged AND r.agency_kind = ANY (:summedKinds::text[])) = :summed)
      AND (:text::text IS NULL OR strpos(r.agency_name, :text) > 0
        OR r.agency_id IN (SELECT agency_id FROM agency_versions v WHERE strpos(v.pinyin, lower(:text)) > 0 OR strpos(v.initials, lower(:text)) > 0)
        OR r.agency_id IN (SELECT agency_id FROM agency_aliases a WHERE strpos(a.alias, :text) > 0))`;

const MATCHING = `(:states::text[] IS NULL OR s.state = ANY (:states))
    AND (:late::boolean IS NULL OR s.late = :late)
    AND (NOT :awaitingMe::boolean OR s."decidableState" IN ('submitted', 'accepted') AND may_decide(s."decidableId"))`;

const FILTERED = `
  WITH s AS (${STANDING} WHERE ${ASKED})
  SELECT s.*, (count(*) OVER ())::int AS total FROM s
  WHERE ${MATCHING}
  ORDER BY s.year DESC, s."regionPath", s."agencyKind" <> 'GOVERNMENT', s."agencyKind" <> 'GOVERNMENT_OFFICE', s."agencyKind",
    s."agencyName" COLLATE "zh-Hans-CN-x-icu", s.id
  LIMIT :limit OFFSET :offset`;

const COUNTED = `
  WITH s AS (${STANDING} WHERE ${ASKED})
  SELECT s.state, count(*)::int AS reports, (count(*) FILTER (WHERE s.late))::int AS late FROM s WHERE ${MATCHING} GROUP BY s.state`;

// Where nothing is asked about the standing, it is looked up for the obligations of the page only.
const IN_ORDER = `r.year DESC, r.region_path, r.agency_kind <> 'GOVERNMENT', r.agency_kind <> 'GOVERNMENT_OFFICE', r.agency_kind,
    r.agency_name COLLATE "zh-Hans-CN-x-icu", r.id`;
const UNFILTERED = `
  WITH page AS MATERIALIZED (
    SELECT r.id AS on_page, (count(*) OVER ())::int AS total FROM reports r WHERE ${ASKED} ORDER BY ${IN_ORDER} LIMIT :limit OFFSET :offset
  )
  SELECT s.*, page.total FROM page JOIN LATERAL (${STANDING} WHERE r.id = page.on_page) s ON true JOIN reports r ON r.id = s.id ORDER BY ${IN_ORDER}`;

/** The obligations: which agency owes a report for which year, and where it stands. */
export class ReportsStore {
  constructor(private readonly sql: Sql) {}

  reports(ids: readonly string[], now: Date): Promise<readonly ReportRow[]> {
    return this.sql(`${STANDING} WHERE r.id = ANY (:ids)`, { now, ids });
  }

  ofAgencies(agencyIds: readonly string[], now: Date): Promise<readonly ReportRow[]> {
    return this.sql(`${STANDING} WHERE r.agency_id = ANY (:agencyIds) ORDER BY r.year DESC`, { now, agencyIds });
  }

  async ofAgencyYear(agencyId: string, year: number, now: Date): Promise<ReportRow | null> {
    const [row] = await this.sql<ReportRow>(`${STANDING} WHERE r.agency_id = :agencyId AND r.year = :year`, { now, agencyId, year });
    return row === undefined ? null : row;
  }

  async search(query: ReportQuery & PageBounds): Promise<{ readonly items: readonly ReportRow[]; readonly total: number }> {
    const { states, late, awaitingMe, ...asked } = query;
    const rows =
      states === null && late === null && !awaitingMe
        ? await this.sql<ReportRow & { total: number }>(UNFILTERED, asked)
        : await this.sql<ReportRow & { total: number }>(FILTERED, query);
    const [first] = rows;
    return { items: rows, total: first === undefined ? 0 : first.total };
  }

  counts(query: ReportQuery): Promise<readonly StateCountRow[]> {
    return this.sql(COUNTED, query);
  }

  /** The obligation of an agency for a year; null where there is none. */
  async dueOf(agencyId: string, year: number): Promise<{ readonly dueOn: string; readonly obliged: boolean } | null> {
    const [row] = await this.sql<{ dueOn: string; obliged: boolean }>(
      'SELECT due_on::text AS "dueOn", obliged FROM reports WHERE agency_id = :agencyId AND year = :year',
      { agencyId, year },
    );
    return row === undefined ? null : row;
  }

  /**
   * Writes the roster line: region, ancestors, kind and name as of 31 December of the year. False where nothing was written: it stands already,
   * or there was no such agency that day.
   */
  async oblige(obligation: NewObligation): Promise<boolean> {
    const written = await this.sql(
      `INSERT INTO reports (agency_id, year, region_id, region_path, agency_kind, agency_name, system, due_on, obliged, origin)
       SELECT v.agency_id, :year, v.region_id, region_path(v.region_id, make_date(:year, 12, 31)), v.kind, v.name, v.system, :dueOn, :obliged, :origin
       FROM agency_versions v WHERE v.agency_id = :agencyId AND daterange(v.valid_from, v.valid_to) @> make_date(:year, 12, 31)
       ON CONFLICT (agency_id, year) DO NOTHING RETURNING id`,
      {
        agencyId: obligation.agencyId,
        year: obligation.year,
        dueOn: obligation.dueOn,
        obliged: obligation.obliged,
        origin: obligation.origin,
      },
    );
    return written.length > 0;
  }

  /** Holds off every other use of an idempotency key by the same account until the transaction ends. */
  async lockKey(accountId: string, key: string): Promise<void> {
    onlyRow(await this.sql('SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))', { key: `${accountId} ${key}` }));
  }

  /** Holds off every other filing and decision about the report until the transaction ends. */
  async lock(reportId: string): Promise<void> {
    onlyRow(await this.sql('SELECT pg_advisory_xact_lock(:reportId::bigint)', { reportId }));
  }
}
