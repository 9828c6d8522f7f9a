import type { PartOfPoint, SeriesQuery } from '@gongkai/indicators';
import { type FormId, OWN_LEVEL } from '@gongkai/model';
import type { Sql } from '../database/sql';
import { ANSWERED, COVERAGE, QUESTIONS, SCOPED, seriesValues, standingOf } from '../indicators/answers.store';
import type { PageBounds } from '../requests/page';

/** The reports a point is made of. */
export interface PointQuery {
  /** Of one question and one year. */
  readonly series: SeriesQuery;
  /** Key of the group; empty where the series is not parted. */
  readonly group: string;
  /** By another structure than that of the reports: exactly the reports of the agencies in the query, whatever the scope and the group. */
  readonly restructured: boolean;
  /** Forms of the editions behind the value, and all that ask what these ask. */
  readonly forms: readonly FormId[];
  readonly speaking: readonly FormId[];
}

/** An agency that is not in a point. The total is of its kind. */
export interface LeftOutPartRow {
  readonly agencyId: string;
  readonly editionId: string | null;
  readonly form: FormId | null;
  readonly total: number;
}

/** One contributor of a point: an agency, or all agencies of a region. */
export interface PointPartRow extends PartOfPoint {
  /** Of an agency. */
  readonly editionId: string;
  readonly form: FormId;
  /** Agencies in the number, and how many contributors. */
  readonly allCounted: number;
  readonly total: number;
}

/** What a total of a form is made of, by the positions of the cells. */
export interface TotalEquation {
  readonly form: FormId;
  readonly total: number;
  readonly details: readonly number[];
}

// The reports of these agencies in place of those in scope, as one group.
const HELD = `scoped AS (
  SELECT r.*, :group::text AS group_key FROM reports r
  WHERE r.year BETWEEN :from AND :to AND r.agency_id = ANY (:agencyIds::bigint[]))`;

const TOLD = `told AS (
  SELECT people.*, a.form, a.numerator, a.denominator, (a.numerator IS NOT NULL AND a.form = ANY (:forms::text[])) IS TRUE AS inside,
    people.edition_id IS NOT NULL AND (NOT a.asks OR NOT a.form = ANY (:speaking::text[])) AS otherwise
  FROM ${ANSWERED}
  WHERE people.group_key = :group AND people.expected)`;

// Agencies, or those directly below a region; what belongs to the region itself is one of them.
const PARTS = `parts AS (
  SELECT CASE WHEN :below::bigint IS NULL THEN agency_id WHEN region_id = :below THEN :below ELSE region_path[array_position(region_path, :below) + 1] END AS id,
    min(region_path) AS path, min(agency_name) AS agency_name, min(edition_id) AS edition_id, min(form) AS form,
    sum(numerator) FILTER (WHERE inside) AS numerator, sum(denominator) FILTER (WHERE inside) AS denominator,
    ${COVERAGE},
    count(*) FILTER (WHERE inside)::int AS counted, count(*) FILTER (WHERE otherwise)::int AS left_out_form
  FROM told GROUP BY 1),
weighed AS (SELECT *, CASE WHEN denominator IS NULL THEN numerator ELSE denominator END AS weight FROM parts WHERE counted > 0)`;

const RANKED = `
  SELECT id::text, CASE WHEN :below::bigint IS NULL THEN agency_name ELSE (SELECT name || CASE id WHEN :below THEN '${OWN_LEVEL}' ELSE '' END FROM current_regions c WHERE c.region_id = id) END AS name,
    edition_id AS "editionId", form, numerator::text, denominator::text, (rank() OVER (ORDER BY weight DESC))::int AS rank,
    (sum(weight) OVER (ORDER BY weight DESC, path, id ROWS UNBOUNDED PRECEDING))::text AS "weightSoFar",
    (sum(weight * weight) OVER ())::text AS squares, min(least(numerator, denominator)) OVER () < 0 AS signed,
    (sum(counted) OVER ())::int AS "allCounted", (count(*) OVER ())::int AS total, expected, reported, late, counted, left_out_form AS "leftOutForm"
  FROM weighed ORDER BY weight DESC, path, weighed.id LIMIT :limit OFFSET :offset`;

/** Who is behind a point. */
export class ExplanationsStore {
  constructor(private readonly sql: Sql) {}

  /** Those in the number, largest first: agencies, or the regions directly below one. */
  contributors(query: PointQuery, below: string | null, { limit, offset }: PageBounds): Promise<readonly PointPartRow[]> {
    return this.sql(`WITH ${behind(query)}, ${PARTS} ${RANKED}`, { ...valuesOf(query), below, limit, offset });
  }

  /** Reports in the number that print a total other than its details make; where a detail is no figure and no nothing that was seen, they make none. */
  async differingTotals(query: PointQuery, equations: readonly TotalEquation[]): Promise<number> {
    const [row] = await this.sql<{ readonly reports: number }>(
      `WITH ${behind(query)}, equations AS (SELECT * FROM jsonb_to_recordset(:equations::jsonb) AS q(form text, total int, details int[]))
       SELECT count(DISTINCT e.id)::int AS reports FROM told JOIN editions e ON e.id = told.edition_id JOIN equations q ON q.form = told.form
       WHERE told.inside AND NOT q.total = ANY (e.derived) AND e.figures[q.total] <> (SELECT sum(e.figures[c]) FROM unnest(q.details) AS c)
         AND NOT EXISTS (SELECT FROM unnest(q.details) AS c WHERE e.states ->> c::text NOT IN ('blank', 'mark'))`,
      { ...valuesOf(query), equations: JSON.stringify(equations) },
    );
    if (row === undefined) throw new Error('a count without a row');
    return row.reports;
  }

  /** Those not in it, in the order of the regions. */
  leftOut(query: PointQuery, { limit, offset }: PageBounds): Promise<readonly LeftOutPartRow[]> {
    return this.sql(
      `WITH ${behind(query)}
       SELECT agency_id AS "agencyId", edition_id AS "editionId", form, (count(*) OVER ())::int AS total FROM told
       WHERE NOT inside ORDER BY region_path, agency_id LIMIT :limit OFFSET :offset`,
      { ...valuesOf(query), limit, offset },
    );
  }
}

function behind({ series, restructured }: PointQuery): string {
  return `${restructured ? HELD : SCOPED}, ${standingOf(series)}, ${QUESTIONS}, ${TOLD}`;
}

function valuesOf({ series, group, forms, speaking }: PointQuery) {
  return { ...seriesValues(series), group, forms, speaking };
}
