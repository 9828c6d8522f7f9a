import { type CellState, SUMMED_KINDS } from '@gongkai/model';
import type { Sql } from '../database/sql';

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

/** Combined reports, and the reports below them. */
export class CombinedReportsStore {
  constructor(private readonly sql: Sql) {}

  async combined(query: BelowQuery): Promise<CombinedRow | null> {
    const [row] = await this.sql<CombinedRow>(
      `SELECT e.id AS "editionId", e.figures, e.states FROM reports r JOIN standings s ON s.report_id = r.id AND s.state = :state
       JOIN editions e ON e.id = s.edition_id WHERE r.region_id = :regionId AND r.year = :year AND r.agency_kind = 'GOVERNMENT' ORDER BY r.id LIMIT 1`,
      { regionId: query.regionId, year: query.year, state: query.state },
    );
    return row === undefined ? null : row;
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
