import { type CellState, type FormId, SUMMED_KINDS, type TableSection } from '@gongkai/model';
import { type Sql, onlyRow } from '../database/sql';

/** Which sum is held against which combined report. */
export interface BelowQuery {
  readonly regionId: string;
  readonly year: number;
  readonly state: 'published' | 'accepted';
}

/** A combined report as it stands; arrays are indexed by cell position minus one. */
export interface CombinedRow {
  readonly editionId: string;
  readonly figures: readonly (string | null)[];
  readonly states: Readonly<Record<string, CellState>>;
}

/** Sum and number of figures of every cell, indexed by position minus one; empty where nobody reported. */
export interface SummedRow {
  readonly sums: readonly (string | null)[];
  readonly counts: readonly number[];
}

export interface BelowCoverage {
  readonly expected: number;
  readonly reported: number;
  readonly late: number;
  /** How many reported on which forms. */
  readonly forms: readonly (Readonly<Record<TableSection, FormId>> & { readonly editions: number })[];
}

/** One agency's part of one cell: its figure, or why it has none. Totals are of its kind in the cell. */
export interface PartRow {
  readonly position: number;
  readonly agencyId: string;
  readonly editionId: string | null;
  readonly figure: string | null;
  /** Null beside a figure, and where there is no edition. */
  readonly absence: Exclude<CellState, 'number'> | null;
  readonly total: number;
}

const BELOW = `reports r LEFT JOIN standings s ON s.report_id = r.id AND s.state = :state
  WHERE r.region_path @> ARRAY[:regionId::bigint] AND r.year = :year AND r.obliged AND r.agency_kind = ANY (:kinds::text[])`;

/** Combined reports, and what the reports below them add up to. */
export class CombinedReportsStore {
  constructor(private readonly sql: Sql) {}

  async withinSight(regionId: string): Promise<boolean> {
    return onlyRow(await this.sql<{ seen: boolean }>('SELECT region_within_sight(:regionId) IS TRUE AS seen', { regionId })).seen;
  }

  async combined(query: BelowQuery): Promise<CombinedRow | null> {
    const [row] = await this.sql<CombinedRow>(
      `SELECT e.id AS "editionId", e.figures, e.states FROM reports r JOIN standings s ON s.report_id = r.id AND s.state = :state
       JOIN editions e ON e.id = s.edition_id WHERE r.region_id = :regionId AND r.year = :year AND r.agency_kind = 'GOVERNMENT' ORDER BY r.id LIMIT 1`,
      { regionId: query.regionId, year: query.year, state: query.state },
    );
    return row === undefined ? null : row;
  }

  /** From the rollups: what nobody answered stays nothing. */
  async summed(query: BelowQuery, cells: number): Promise<SummedRow> {
    return onlyRow(
      await this.sql<SummedRow>(
        `SELECT array_agg(sum::text ORDER BY i) AS sums, array_agg(count ORDER BY i) AS counts FROM (
           SELECT i, sum(sums[i]) AS sum, CASE WHEN sum(counts[i]) IS NULL THEN 0 ELSE sum(counts[i]) END::int AS count
           FROM generate_series(1, :cells::int) i LEFT JOIN rollups ON region_id = :regionId AND year = :year AND state = :state AND agency_kind = ANY (:kinds::text[]) GROUP BY i
         ) cells`,
        { ...query, kinds: SUMMED_KINDS, cells },
      ),
    );
  }

  async coverage(query: BelowQuery): Promise<BelowCoverage> {
    const forms = await this.sql<BelowCoverage['forms'][number]>(
      `SELECT s2_form AS s2, s3_form AS s3, s4_form AS s4, sum(editions)::int AS editions FROM rollups
       WHERE region_id = :regionId AND year = :year AND state = :state AND agency_kind = ANY (:kinds::text[]) GROUP BY s2_form, s3_form, s4_form`,
      { ...query, kinds: SUMMED_KINDS },
    );
    const counted = onlyRow(
      await this.sql<Omit<BelowCoverage, 'forms'>>(
        `SELECT count(*)::int AS expected, count(s.report_id)::int AS reported,
           count(*) FILTER (WHERE (s.filed_at AT TIME ZONE 'Asia/Shanghai')::date > r.due_on)::int AS late FROM ${BELOW}`,
        { ...query, kinds: SUMMED_KINDS },
      ),
    );
    return { ...counted, forms };
  }

  /** Figures of the agencies below, or their absences, a page of each cell: figures largest first, absences in the order of the regions. */
  parts(
    query: BelowQuery,
    page: { readonly positions: readonly number[]; readonly present: boolean; readonly limit: number; readonly offset: number },
  ): Promise<readonly PartRow[]> {
    return this.sql(
      `WITH below AS (SELECT r.agency_id, r.region_path, s.edition_id FROM ${BELOW}), parts AS (
         SELECT p.position, b.agency_id, b.region_path, e.id AS edition_id, e.figures[p.position] AS figure,
           CASE WHEN e.id IS NOT NULL AND e.figures[p.position] IS NULL THEN COALESCE(e.states ->> p.position::text, 'not_in_form') END AS absence
         FROM below b LEFT JOIN editions e ON e.id = b.edition_id CROSS JOIN unnest(:positions::int[]) AS p(position)
       ), numbered AS (
         SELECT parts.*, (count(*) OVER (PARTITION BY position))::int AS total,
           row_number() OVER (PARTITION BY position ORDER BY figure DESC NULLS LAST, region_path, agency_id) AS place
         FROM parts WHERE (figure IS NOT NULL) = :present
       )
       SELECT position, agency_id AS "agencyId", edition_id AS "editionId", figure::text, absence, total FROM numbered
       WHERE place > :offset AND place <= :limit + :offset ORDER BY position, place`,
      { ...query, ...page, kinds: SUMMED_KINDS },
    );
  }
}
