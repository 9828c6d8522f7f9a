import type { FormId } from '@gongkai/model';
import type { Sql } from '../database/sql';
import { ANSWERS_OF_FIGURES, QUESTIONS, SCOPED, questionRows, scopeValues, standingOf } from '../indicators/answers.store';
import type { SeriesQuery } from '../indicators/series-query';

/** The reports a point is made of. */
export interface PointQuery {
  /** Of one question and one year. */
  readonly series: SeriesQuery;
  /** Key of the group; empty where the series is not parted. */
  readonly group: string;
  /** By another structure than that of the reports: exactly the reports of the agencies in the query, whatever the scope and the group. */
  readonly restructured: boolean;
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

// The reports of $10 in place of those in scope, as one group.
const HELD = `scoped AS (
  SELECT r.*, $14::text AS group_key FROM reports r
  WHERE r.year BETWEEN $3 AND $4 AND r.agency_id = ANY ($10::bigint[])
    AND num_nulls($1::bigint, $2::bigint, $5::text[], $6::text, $7::text, $8::int, $9::bigint[], $11::timestamptz, $12::text[]) >= 0)`;

const TOLD = `told AS (
  SELECT scoped.agency_id, scoped.region_path, standing.edition_id, a.form, a.numerator, a.denominator,
    (a.numerator IS NOT NULL AND a.form = ANY ($15::text[])) IS TRUE AS inside
  FROM scoped LEFT JOIN standing ON standing.report_id = scoped.id LEFT JOIN answers a ON a.report_id = scoped.id
  WHERE scoped.group_key = $14 AND (scoped.obliged OR standing.edition_id IS NOT NULL))`;

/** Who is behind a point. */
export class ExplanationsStore {
  constructor(private readonly sql: Sql) {}

  /** Those in the number, largest first, or those not in it, in the order of the regions. */
  parts(query: PointQuery, inside: boolean, page: { readonly limit: number; readonly offset: number }): Promise<readonly PointPartRow[]> {
    const { series, group, forms, restructured } = query;
    return this.sql(
      `WITH ${restructured ? HELD : SCOPED}, ${standingOf(series)}, ${QUESTIONS}, ${ANSWERS_OF_FIGURES}, ${TOLD}
       SELECT agency_id AS "agencyId", edition_id AS "editionId", form, numerator::text, denominator::text, (count(*) OVER ())::int AS total FROM told
       WHERE inside = $16 ORDER BY CASE WHEN inside THEN numerator END DESC, region_path, agency_id LIMIT $17 OFFSET $18`,
      [...scopeValues(series), questionRows(series), group, forms, inside, page.limit, page.offset],
    );
  }

  /** How many there are, for pages behind the last. */
  async count(query: PointQuery, inside: boolean): Promise<number> {
    const [row] = await this.parts(query, inside, { limit: 1, offset: 0 });
    return row === undefined ? 0 : row.total;
  }
}
