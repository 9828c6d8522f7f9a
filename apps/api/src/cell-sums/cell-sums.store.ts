import { type FormId, SUMMED_KINDS } from '@gongkai/model';
import type { Sql } from '../database/sql';

export interface CellSumsQuery {
  readonly regionId: string;
  readonly year: number;
  readonly state: 'published' | 'accepted';
}

/** Arrays by cell position minus one; null where nobody reported. Figures are whole numbers as text, NULL for nothing. */
export interface CellSumsRow {
  readonly expected: number;
  readonly reported: number;
  readonly late: number;
  readonly sums: readonly (string | null)[] | null;
  /** Editions with a figure in the cell. */
  readonly counts: readonly number[] | null;
  /** Editions by the forms of their sections two and three. */
  readonly forms: readonly { readonly s2Form: FormId; readonly s3Form: FormId; readonly s4Form: FormId; readonly editions: number }[];
}

/** Cells added up over a region, from the rollups alone. */
export class CellSumsStore {
  constructor(private readonly sql: Sql) {}

  /** Null where nobody in the region owes a report for the year, or there is no such region. */
  async ofRegion({ regionId, year, state }: CellSumsQuery): Promise<CellSumsRow | null> {
    const [row] = await this.sql<CellSumsRow>(
      `SELECT c.*, s.*, f.*
       FROM (
         SELECT sum(agencies) FILTER (WHERE state = 'due')::int AS expected,
           sum(CASE WHEN state = :state THEN agencies ELSE 0 END)::int AS reported, sum(CASE WHEN state = :state THEN late ELSE 0 END)::int AS late
         FROM coverage_counts WHERE region_id = :regionId AND year = :year AND state IN ('due', :state) AND agency_kind = ANY (:kinds)
       ) c CROSS JOIN (
         SELECT array_agg(total::text ORDER BY i) AS sums, array_agg(counted ORDER BY i) AS counts
         FROM (
           SELECT i, sum(total) AS total, sum(counted)::int AS counted
           FROM rollups, unnest(sums, counts) WITH ORDINALITY AS cells(total, counted, i)
           WHERE region_id = :regionId AND year = :year AND state = :state AND agency_kind = ANY (:kinds) GROUP BY i
         ) added
       ) s CROSS JOIN (
         SELECT COALESCE(json_agg(json_build_object('s2Form', s2_form, 's3Form', s3_form, 's4Form', s4_form, 'editions', editions)), '[]') AS forms
         FROM (SELECT s2_form, s3_form, s4_form, sum(editions) AS editions FROM rollups
           WHERE region_id = :regionId AND year = :year AND state = :state AND agency_kind = ANY (:kinds) GROUP BY s2_form, s3_form, s4_form) used
       ) f WHERE c.expected IS NOT NULL`,
      { regionId, year, state, kinds: SUMMED_KINDS },
    );
    return row ?? null;
  }

  async withinSight(regionId: string): Promise<boolean> {
    const [row] = await this.sql<{ seen: boolean }>('SELECT region_within_sight(:regionId) IS TRUE AS seen', { regionId });
    return row?.seen === true;
  }
}
