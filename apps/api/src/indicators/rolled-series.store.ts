import type { ReasonClass } from '@gongkai/model';
import type { Sql } from '../database/sql';
import { type CoverageRow, type RestatedRow, type SeriesQuery, type SumRow, isRolledUp } from './series-query';

/** Everything a series of a region is made of, as of one moment. */
export interface RolledSeries {
  readonly sums: readonly SumRow[];
  readonly coverage: readonly CoverageRow[];
  readonly restated: readonly RestatedRow[];
}

/** Whether rollups and coverage counts can answer: published sums as they are now, of whole regions, parted by kind or by the regions below at most. */
export function canBeRolled(query: SeriesQuery): boolean {
  const { groupBy, levelRank, state } = query;
  return state === 'published' && levelRank === null && isRolledUp({ ...query, groupBy: groupBy === 'region' ? 'none' : groupBy });
}

/** Series of the public by one statement, from what is added up and counted along. */
export class RolledSeriesStore {
  constructor(private readonly sql: Sql) {}

  /** Null where the rollups cannot tell: there is no such region, or one below it has moved, so that its sums are not of one place. */
  async series({ regionId, kinds, groupBy, from, to, questions }: SeriesQuery): Promise<RolledSeries | null> {
    const positions = questions.map(({ indicator }) => indicator.position);
    const [row] = await this.sql<RolledRow>(ROLLED, [regionId, kinds, groupBy, from, to, positions]);
    if (row === undefined || !row.known || row.moved) return null;
    return { sums: row.sums ?? [], coverage: row.coverage ?? [], restated: (row.restated ?? []).map(restatedRow) };
  }
}

type Kept<Row> = Omit<Row, 'since' | 'reasonClasses'> & { readonly since: string; readonly reasons: string };

interface RolledRow {
  readonly known: boolean;
  readonly moved: boolean;
  readonly sums: readonly SumRow[] | null;
  readonly coverage: readonly CoverageRow[] | null;
  readonly restated: readonly Kept<RestatedRow>[] | null;
}

function restatedRow({ since, reasons, ...row }: Kept<RestatedRow>): RestatedRow {
  const reasonClasses = [...new Set(reasons.split(',').filter((reason) => reason !== ''))].sort() as ReasonClass[];
  return { ...row, since: new Date(since), reasonClasses };
}

// What belongs to the region itself is its sum less those of the regions below; sums pass over NULL, and what nobody answered stays nothing.
const ROLLED = `
  WITH below AS MATERIALIZED (
    SELECT region_id, bool_or(parent_id IS DISTINCT FROM $1::bigint) AS moved FROM region_versions
    WHERE region_id IN (SELECT region_id FROM region_versions WHERE parent_id = $1::bigint AND $3::text = 'region') GROUP BY region_id
  ), places AS (
    SELECT $1::bigint AS region_id UNION ALL SELECT region_id FROM below
  ), rolled AS MATERIALIZED (
    SELECT region_id, CASE $3::text WHEN 'agency_kind' THEN agency_kind ELSE '' END AS kind, year, s2_form, s3_form, p.i, sum(numerators[p.position]) AS n,
      sum(denominators[p.position]) AS d, sum(editions) AS editions, sum(answered[p.position]) AS answered
    FROM places JOIN rollups USING (region_id) CROSS JOIN unnest($6::int[]) WITH ORDINALITY AS p(position, i)
    WHERE year BETWEEN $4 AND $5 AND agency_kind = ANY ($2::text[]) AND state = 'published'
    GROUP BY region_id, kind, year, s2_form, s3_form, p.i
  ), parted AS (
    SELECT CASE $3::text WHEN 'region' THEN region_id::text ELSE kind END AS key, year, s2_form, s3_form, i, n, d, editions, answered
    FROM rolled WHERE $3::text <> 'region' OR region_id <> $1::bigint
    UNION ALL
    SELECT $1::bigint::text, year, s2_form, s3_form, i, CASE WHEN sum(sign * answered) > 0 THEN sum(sign * n) END,
      CASE WHEN sum(sign * answered) > 0 THEN sum(sign * d) END, sum(sign * editions), sum(sign * answered)
    FROM (SELECT *, CASE WHEN region_id = $1::bigint THEN 1 ELSE -1 END AS sign FROM rolled WHERE $3::text = 'region') signed
    GROUP BY year, s2_form, s3_form, i HAVING sum(sign * editions) > 0
  ), counted AS MATERIALIZED (
    SELECT region_id, CASE $3::text WHEN 'agency_kind' THEN agency_kind ELSE '' END AS kind, year, sum(CASE state WHEN 'due' THEN agencies ELSE 0 END) AS expected,
      sum(CASE state WHEN 'published' THEN agencies ELSE 0 END) AS reported, sum(CASE state WHEN 'published' THEN late ELSE 0 END) AS late
    FROM places JOIN coverage_counts USING (region_id)
    WHERE year BETWEEN $4 AND $5 AND agency_kind = ANY ($2::text[]) AND state IN ('due', 'published')
    GROUP BY region_id, kind, year
  ), covered AS (
    SELECT CASE $3::text WHEN 'region' THEN region_id::text ELSE kind END AS key,
      CASE $3::text WHEN 'region' THEN (SELECT name FROM region_versions v WHERE v.region_id = counted.region_id ORDER BY valid_from DESC LIMIT 1)
        ELSE kind END AS name, year, expected, reported, late
    FROM counted WHERE $3::text <> 'region' OR region_id <> $1::bigint
    UNION ALL
    SELECT $1::bigint::text, (SELECT name FROM region_versions WHERE region_id = $1::bigint ORDER BY valid_from DESC LIMIT 1), year,
      sum(sign * expected), sum(sign * reported), sum(sign * late)
    FROM (SELECT *, CASE WHEN region_id = $1::bigint THEN 1 ELSE -1 END AS sign FROM counted WHERE $3::text = 'region') signed
    GROUP BY year HAVING sum(sign * expected) > 0
  ), restated AS (
    SELECT CASE $3::text WHEN 'region' THEN region_id::text WHEN 'agency_kind' THEN agency_kind ELSE '' END AS key, year, side, s2_form, s3_form, p.i,
      sum(numerators[p.position]) AS n, sum(denominators[p.position]) AS d, sum(answered[p.position]) AS answered, max(since[p.position]) AS since,
      string_agg(DISTINCT reasons, ',') AS reasons, sum(reports[p.position]) AS reports
    FROM places JOIN restated_sums USING (region_id) CROSS JOIN unnest($6::int[]) WITH ORDINALITY AS p(position, i)
    WHERE year BETWEEN $4 AND $5 AND agency_kind = ANY ($2::text[]) AND reports[p.position] > 0 AND ($3::text <> 'region' OR region_id <> $1::bigint OR own)
    GROUP BY key, year, side, s2_form, s3_form, p.i
  )
  SELECT EXISTS (SELECT FROM regions WHERE id = $1::bigint) AS known, EXISTS (SELECT FROM below WHERE moved) AS moved,
    (SELECT json_agg(json_build_object('groupKey', key, 'year', year, 'index', i - 1, 's2Form', s2_form, 's3Form', s3_form, 'numerator', n::text,
      'denominator', d::text, 'editions', editions::int, 'answered', answered::int)) FROM parted) AS sums,
    (SELECT json_agg(json_build_object('groupKey', key, 'groupName', name, 'year', year, 'expected', expected::int, 'reported', reported::int,
      'late', late::int) ORDER BY key, year) FROM covered) AS coverage,
    (SELECT json_agg(json_build_object('groupKey', key, 'year', year, 'index', i - 1, 'side', side, 's2Form', s2_form, 's3Form', s3_form,
      'numerator', n::text, 'denominator', d::text, 'answered', answered::int, 'since', since, 'reasons', reasons, 'reports', reports::int))
      FROM restated) AS restated`;
