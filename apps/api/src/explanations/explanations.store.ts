import { type FormId, SUMMED_KINDS, type TableSection } from '@gongkai/model';
import type { Grouping } from '../indicators/series-query';
import type { Sql } from '../database/sql';

/** The reports a point is made of. */
export interface PointQuery {
  readonly regionId: string | null;
  readonly agencyId: string | null;
  readonly year: number;
  readonly state: 'published' | 'accepted';
  readonly groupBy: Grouping;
  readonly group: string | null;
  /** By another structure than that of the reports: exactly the reports of these agencies, whatever the scope and the group. */
  readonly agencyIds: readonly string[] | null;
  readonly position: number;
  readonly section: TableSection;
  /** Forms of the editions behind the value. */
  readonly forms: readonly FormId[];
}

/** One agency of a point: its part, or nothing. Figures are whole numbers as text; the total is of its kind. */
export interface PointPartRow {
  readonly agencyId: string;
  readonly editionId: string | null;
  readonly form: FormId | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly total: number;
}

const PARTS = `
  SELECT r.agency_id, r.region_path, s.edition_id, CASE $7 WHEN 's2' THEN e.s2_form ELSE e.s3_form END AS form,
    s.numerators[$6] AS numerator, s.denominators[$6] AS denominator
  FROM reports r
  LEFT JOIN standings s ON s.report_id = r.id AND s.state = $4
  LEFT JOIN editions e ON e.id = s.edition_id
  WHERE r.year = $3 AND ($11::bigint[] IS NULL OR r.agency_id = ANY ($11)) AND ($11::bigint[] IS NOT NULL OR (
      $1::bigint IS NOT NULL AND r.region_path @> ARRAY[$1::bigint] AND r.obliged AND r.agency_kind = ANY ($5::text[])
      OR $1::bigint IS NULL AND r.agency_id = $2)
    AND CASE $9::text
      WHEN 'region' THEN (CASE WHEN r.region_id = $1 THEN $1 ELSE r.region_path[array_position(r.region_path, $1) + 1] END)::text
      WHEN 'agency_kind' THEN r.agency_kind
      WHEN 'agency' THEN r.agency_id::text
      ELSE '' END = $10::text)
    AND (r.obliged OR s.report_id IS NOT NULL)`;

/** Who is behind a point. */
export class ExplanationsStore {
  constructor(private readonly sql: Sql) {}

  /** Those in the number, largest first, or those not in it, in the order of the regions. */
  parts(query: PointQuery, inside: boolean, page: { readonly limit: number; readonly offset: number }): Promise<readonly PointPartRow[]> {
    return this.sql(
      `WITH parts AS (${PARTS}), told AS (SELECT *, (numerator IS NOT NULL AND form = ANY ($8::text[])) IS TRUE AS inside FROM parts)
       SELECT agency_id AS "agencyId", edition_id AS "editionId", form, numerator::text, denominator::text, (count(*) OVER ())::int AS total FROM told
       WHERE inside = $12 ORDER BY CASE WHEN inside THEN numerator END DESC, region_path, agency_id LIMIT $13 OFFSET $14`,
      [...valuesOf(query), inside, page.limit, page.offset],
    );
  }

  /** How many there are, for pages behind the last. */
  async count(query: PointQuery, inside: boolean): Promise<number> {
    const [row] = await this.parts(query, inside, { limit: 1, offset: 0 });
    return row === undefined ? 0 : row.total;
  }
}

function valuesOf(query: PointQuery): readonly unknown[] {
  const { regionId, agencyId, year, state, position, section, forms, groupBy, group, agencyIds } = query;
  return [regionId, agencyId, year, state, SUMMED_KINDS, position, section, forms, groupBy, group ?? '', agencyIds];
}
