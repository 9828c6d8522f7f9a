import type { FormId } from '@gongkai/model';
import type { Sql } from '../database/sql';

/** How a series is parted. `region` is the level directly below the scope; what belongs to the scope itself is its own part. */
export type Grouping = 'none' | 'region' | 'agency_kind' | 'agency';

export interface SeriesQuery {
  readonly regionId: string | null;
  readonly agencyId: string | null;
  readonly from: number;
  readonly to: number;
  readonly state: 'published' | 'accepted';
  readonly groupBy: Grouping;
  /** Agency kinds that enter the sum of a region. */
  readonly kinds: readonly string[];
  /** Positions of the indicators asked for. */
  readonly positions: readonly number[];
}

/** Sums of one group, year and pair of forms. The arrays follow `positions`; figures are whole numbers as text, NULL for nothing. */
export interface SumRow {
  readonly groupKey: string;
  readonly year: number;
  readonly s2Form: FormId;
  readonly s3Form: FormId;
  readonly numerators: readonly (string | null)[];
  readonly denominators: readonly (string | null)[];
  readonly answered: readonly number[];
}

export interface CoverageRow {
  readonly groupKey: string;
  readonly groupName: string;
  readonly year: number;
  readonly expected: number;
  readonly reported: number;
  readonly late: number;
}

const SCOPED = `
  SELECT r.*, CASE $6::text
      WHEN 'region' THEN (CASE WHEN r.region_id = $1 THEN $1 ELSE r.region_path[array_position(r.region_path, $1) + 1] END)::text
      WHEN 'agency_kind' THEN r.agency_kind
      WHEN 'agency' THEN r.agency_id::text
      ELSE '' END AS group_key
  FROM reports r
  WHERE r.year BETWEEN $3 AND $4 AND (
    $1::bigint IS NOT NULL AND r.region_path @> ARRAY[$1::bigint] AND r.obliged AND r.agency_kind = ANY ($5::text[])
    OR $1::bigint IS NULL AND r.agency_id = $2)`;

const NAMED = `CASE $6::text
  WHEN 'region' THEN (SELECT name FROM current_regions c WHERE c.region_id::text = group_key)
  WHEN 'agency' THEN (SELECT name FROM current_agencies c WHERE c.agency_id::text = group_key)
  ELSE group_key END`;

// A group's sum over rows that each may hold nothing: what nobody answered stays nothing.
const ADDED_UP = `
  SELECT group_key AS "groupKey", year, s2_form AS "s2Form", s3_form AS "s3Form", array_agg(numerator::text ORDER BY i) AS numerators,
    array_agg(denominator::text ORDER BY i) AS denominators, array_agg(answered::int ORDER BY i) AS answered
  FROM (
    SELECT group_key, year, s2_form, s3_form, i, sum(numerators[p]) AS numerator, sum(denominators[p]) AS denominator, sum(answered[p]) AS answered
    FROM contributions CROSS JOIN unnest($8::int[]) WITH ORDINALITY AS wanted(p, i)
    GROUP BY group_key, year, s2_form, s3_form, i
  ) sums
  GROUP BY group_key, year, s2_form, s3_form ORDER BY group_key, year, s2_form, s3_form`;

/** Sums and coverage for every indicator there is or will be: it knows positions, never names. */
export class IndicatorsStore {
  constructor(private readonly sql: Sql) {}

  /** From the rollups where the grouping is in their key, from the editions otherwise. */
  sums(query: SeriesQuery): Promise<readonly SumRow[]> {
    const rolledUp = query.regionId !== null && (query.groupBy === 'none' || query.groupBy === 'agency_kind');
    return this.sql(`WITH contributions AS (${rolledUp ? ROLLED_UP : BY_EDITION}) ${ADDED_UP}`, valuesOf(query));
  }

  /** Counted from the obligations at the moment of asking, by the same words as the sums. */
  coverage(query: SeriesQuery): Promise<readonly CoverageRow[]> {
    return this.sql(
      `WITH scoped AS (${SCOPED})
       SELECT group_key AS "groupKey", ${NAMED} AS "groupName", year,
         count(*) FILTER (WHERE obliged OR s.report_id IS NOT NULL)::int AS expected, count(s.report_id)::int AS reported,
         count(*) FILTER (WHERE obliged AND (s.filed_at AT TIME ZONE 'Asia/Shanghai')::date > due_on)::int AS late
       FROM scoped LEFT JOIN standings s ON s.report_id = scoped.id AND s.state = $7
       WHERE cardinality($8::int[]) > 0
       GROUP BY group_key, year ORDER BY group_key, year`,
      valuesOf(query),
    );
  }
}

const ROLLED_UP = `
  SELECT CASE $6::text WHEN 'agency_kind' THEN agency_kind ELSE '' END AS group_key, year, s2_form, s3_form, numerators, denominators, answered
  FROM rollups
  WHERE region_id = $1 AND $2::bigint IS NULL AND year BETWEEN $3 AND $4 AND agency_kind = ANY ($5::text[]) AND state = $7`;

const BY_EDITION = `
  SELECT group_key, year, e.s2_form, e.s3_form, s.numerators, s.denominators,
    (SELECT array_agg(CASE WHEN n IS NULL THEN 0 ELSE 1 END ORDER BY i) FROM unnest(s.numerators) WITH ORDINALITY AS t(n, i)) AS answered
  FROM (${SCOPED}) scoped
  JOIN standings s ON s.report_id = scoped.id AND s.state = $7
  JOIN editions e ON e.id = s.edition_id`;

function valuesOf(query: SeriesQuery): readonly unknown[] {
  return [query.regionId, query.agencyId, query.from, query.to, query.kinds, query.groupBy, query.state, query.positions];
}
