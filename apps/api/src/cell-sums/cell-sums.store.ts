import { type FormId, SUMMED_KINDS } from '@gongkai/model';
import { type Sql, onlyRow } from '../database/sql';

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

  /** Zero expected where nobody in the region owes a report for the year, or there is no such region. */
  async ofRegion({ regionId, year, state }: CellSumsQuery): Promise<CellSumsRow> {
    return onlyRow(
      await this.sql<CellSumsRow>(
        `WITH kept AS MATERIALIZED (
           SELECT * FROM rollups WHERE region_id = :regionId AND year = :year AND state IN ('due', :state) AND agency_kind = ANY (:kinds)
         )
         SELECT COALESCE(sum(reports) FILTER (WHERE state = 'due'), 0)::int AS expected, COALESCE(sum(reports) FILTER (WHERE state = :state), 0)::int AS reported,
           COALESCE(sum(late), 0)::int AS late, cells.sums, cells.counts,
           (SELECT COALESCE(json_agg(used), '[]') FROM (SELECT s2_form AS "s2Form", s3_form AS "s3Form", s4_form AS "s4Form", sum(reports) AS editions
             FROM kept WHERE state = :state GROUP BY 1, 2, 3) used) AS forms
         FROM kept RIGHT JOIN (
           SELECT array_agg(total::text ORDER BY i) AS sums, array_agg(counted ORDER BY i) AS counts
           FROM (SELECT i, sum(total) AS total, sum(counted)::int AS counted FROM kept, unnest(sums, counts) WITH ORDINALITY AS cell(total, counted, i) GROUP BY i) added
         ) cells ON true GROUP BY cells.sums, cells.counts`,
        { regionId, year, state, kinds: SUMMED_KINDS },
      ),
    );
  }

  async withinSight(regionId: string): Promise<boolean> {
    const [row] = await this.sql<{ seen: boolean }>('SELECT region_within_sight(:regionId) IS TRUE AS seen', { regionId });
    return row?.seen === true;
  }
}
