import type { SeriesQuery } from '@gongkai/indicators';
import type { FormId } from '@gongkai/model';
import type { Sql } from '../database/sql';
import { ANSWERED, QUESTIONS, SCOPED, seriesValues, standingOf } from './answers.store';

/** What an agency is to a point. */
export type PointPart =
  'reported' | 'late' | 'missing' | 'counted' | 'left_out_blank' | 'left_out_form' | 'panel' | 'panel_left' | 'panel_joined';

export interface PointAgenciesQuery {
  /** Of one question, over the year of the point and the one before. */
  readonly series: SeriesQuery;
  /** Group of agencies; empty where they are not parted. */
  readonly groupKey: string;
  readonly part: PointPart;
  /** Forms that stand in the figure of the year, and in that of the year before. */
  readonly forms: readonly FormId[];
  readonly formsBefore: readonly FormId[];
  readonly limit: number;
  readonly offset: number;
}

export interface PointAgencyRow {
  readonly agencyId: string;
  readonly regionId: string;
  readonly reportId: string;
  readonly name: string;
  readonly dueOn: string;
  readonly total: number;
}

// One line for each obligation of a year: what it is to the point of that year.
const TO_THE_POINT = `to_the_point AS (
  SELECT people.*, a.asks,
    a.numerator IS NOT NULL AND a.form = ANY (CASE people.year WHEN :to THEN :forms::text[] ELSE :formsBefore::text[] END) AS counts,
    a.form = ANY (CASE people.year WHEN :to THEN :forms::text[] ELSE :formsBefore::text[] END) AS speaks
  FROM ${ANSWERED}
  WHERE people.group_key = :groupKey)`;

// As coverage counts them: of a figure nobody stands in, a form that asks leaves its editions out as blank.
const IS_PART = `CASE :part::text
  WHEN 'reported' THEN now_is.edition_id IS NOT NULL
  WHEN 'late' THEN now_is.late
  WHEN 'missing' THEN now_is.obliged AND now_is.edition_id IS NULL
  WHEN 'counted' THEN now_is.counts
  WHEN 'left_out_blank' THEN NOT now_is.counts AND now_is.asks AND (now_is.speaks OR cardinality(:forms::text[]) = 0)
  WHEN 'left_out_form' THEN now_is.edition_id IS NOT NULL AND (NOT now_is.asks OR NOT now_is.speaks AND cardinality(:forms::text[]) > 0)
  WHEN 'panel' THEN now_is.counts AND before.counts
  WHEN 'panel_left' THEN before.counts AND now_is.counts IS NOT TRUE
  WHEN 'panel_joined' THEN now_is.counts AND before.counts IS NOT TRUE END`;

/** The agencies behind one point, by name. */
export class PointAgenciesStore {
  constructor(private readonly sql: Sql) {}

  async agencies(query: PointAgenciesQuery): Promise<{ readonly items: readonly PointAgencyRow[]; readonly total: number }> {
    const { series, ...asked } = query;
    const items = await this.sql<PointAgencyRow>(
      `WITH ${SCOPED}, ${standingOf(series)}, ${QUESTIONS}, ${TO_THE_POINT}
       SELECT who.agency_id AS "agencyId", who.region_id AS "regionId", who.id AS "reportId", who.agency_name AS name, who.due_on::text AS "dueOn",
         (count(*) OVER ())::int AS total
       FROM (SELECT * FROM to_the_point WHERE year = :to) now_is
       FULL JOIN (SELECT * FROM to_the_point WHERE year = :to - 1) before ON before.agency_id = now_is.agency_id
       JOIN to_the_point who ON who.id = CASE WHEN now_is.id IS NULL THEN before.id ELSE now_is.id END
       WHERE ${IS_PART}
       ORDER BY who.region_path, who.agency_name COLLATE "zh-Hans-CN-x-icu", who.id LIMIT :limit OFFSET :offset`,
      { ...seriesValues(series), ...asked },
    );
    const [first] = items;
    return { items, total: first === undefined ? 0 : first.total };
  }
}
