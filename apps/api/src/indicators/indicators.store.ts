import { type CoverageRow, type PanelRow, type RestatedRow, type SeriesQuery, type SumRow, reasonClassesOf } from '@gongkai/indicators';
import { type Sql, onlyRow } from '../database/sql';
import { GROUP_NAME, KNOWN_AND_FIRST, MADE_OF_FIGURES, QUESTIONS, SCOPED, answersOf, seriesValues, standingOf } from './answers.store';
import { isRolledUp } from './is-rolled-up';

// A group's sum over rows that each may hold nothing: what nobody answered stays nothing.
const ADDED_UP = `
  SELECT group_key AS "groupKey", year, i AS "index", s2_form AS "s2Form", s3_form AS "s3Form", s4_form AS "s4Form", sum(numerator)::text AS numerator,
    sum(denominator)::text AS denominator, count(*)::int AS editions, count(numerator)::int AS answered
  FROM answers GROUP BY group_key, year, i, s2_form, s3_form, s4_form ORDER BY group_key, year, i, s2_form, s3_form, s4_form`;

const ROLLED_UP = `
  SELECT CASE :groupBy::text WHEN 'agency_kind' THEN agency_kind ELSE '' END AS "groupKey", year, (i - 1)::int AS "index", s2_form AS "s2Form",
    s3_form AS "s3Form", s4_form AS "s4Form", sum(numerators[p])::text AS numerator, sum(denominators[p])::text AS denominator, sum(editions)::int AS editions,
    sum(answered[p])::int AS answered
  FROM rollups CROSS JOIN unnest(:positions::int[]) WITH ORDINALITY AS wanted(p, i)
  WHERE region_id = :regionId AND year BETWEEN :from AND :to AND agency_kind = ANY (:kinds::text[]) AND state = :state
  GROUP BY 1, year, i, s2_form, s3_form, s4_form`;

/** Sums and coverage for every indicator there is or will be. */
export class IndicatorsStore {
  constructor(private readonly sql: Sql) {}

  /** From the rollups where their key allows, from what the standings keep, or from the figures of the editions. */
  sums(query: SeriesQuery): Promise<readonly SumRow[]> {
    if (!isRolledUp(query)) return this.sql(`WITH ${answersOf(query)} ${ADDED_UP}`, seriesValues(query));
    const { regionId, kinds, groupBy, from, to, state, questions } = query;
    return this.sql(ROLLED_UP, {
      regionId,
      kinds,
      groupBy,
      from,
      to,
      state,
      positions: questions.map(({ indicator }) => indicator.position),
    });
  }

  /** Reports owed in a region and all below it, from and to both years: what a question over them costs grows with them. */
  async owed(regionId: string, from: number, to: number): Promise<number> {
    const rows = await this.sql<{ owed: number }>(
      `SELECT coalesce(sum(agencies), 0)::int AS owed FROM coverage_counts WHERE region_id = :regionId AND state = 'due' AND year BETWEEN :from AND :to`,
      { regionId, from, to },
    );
    return onlyRow(rows).owed;
  }

  /** Counted from the obligations at the moment of asking, by the same words as the sums. */
  coverage(query: SeriesQuery): Promise<readonly CoverageRow[]> {
    return this.sql(
      `WITH ${SCOPED}, ${standingOf(query)}
       SELECT group_key AS "groupKey", ${GROUP_NAME} AS "groupName", year,
         count(*) FILTER (WHERE obliged OR s.report_id IS NOT NULL)::int AS expected, count(s.report_id)::int AS reported,
         count(*) FILTER (WHERE obliged AND (s.filed_at AT TIME ZONE 'Asia/Shanghai')::date > due_on)::int AS late
       FROM scoped LEFT JOIN standing s ON s.report_id = scoped.id
       GROUP BY group_key, year ORDER BY group_key, year`,
      seriesValues(query),
    );
  }

  /** Of the reports whose standing edition is not the one published first: what both make, where it is not the same. */
  async restated(query: SeriesQuery): Promise<readonly RestatedRow[]> {
    const rows = await this.sql<Omit<RestatedRow, 'reasonClasses'> & { readonly reasons: string }>(
      `WITH ${SCOPED}, ${query.kept && query.asOf === null ? BOTH_KEPT : BOTH_KNOWN}
       SELECT group_key AS "groupKey", year, i AS "index", side, s2_form AS "s2Form", s3_form AS "s3Form", s4_form AS "s4Form", sum(numerator)::text AS numerator,
         sum(denominator)::text AS denominator, count(numerator)::int AS answered, max(since) AS since, string_agg(reasons, ',') AS reasons,
         count(DISTINCT report_id)::int AS reports
       FROM both_made made WHERE EXISTS (SELECT FROM both_made other
         WHERE other.report_id = made.report_id AND other.i = made.i AND other.group_key = made.group_key AND other.side <> made.side
           AND (other.numerator, other.denominator) IS DISTINCT FROM (made.numerator, made.denominator))
       GROUP BY group_key, year, i, side, s2_form, s3_form, s4_form`,
      seriesValues(query),
    );
    return rows.map((row) => ({ ...row, reasonClasses: reasonClassesOf(row.reasons) }));
  }

  /** What those who answered in two years running make in both. */
  async panel(query: SeriesQuery): Promise<readonly PanelRow[]> {
    const rows = await this.sql<PairRow>(
      `WITH ${answersOf(query)}
       SELECT n.group_key AS "groupKey", n.year, n.i AS "index", b.s2_form AS "s2Before", b.s3_form AS "s3Before", b.s4_form AS "s4Before", n.s2_form AS "s2Now",
         n.s3_form AS "s3Now", n.s4_form AS "s4Now", count(*)::int AS members, sum(b.numerator)::text AS "numeratorBefore", sum(b.denominator)::text AS "denominatorBefore",
         sum(n.numerator)::text AS "numeratorNow", sum(n.denominator)::text AS "denominatorNow"
       FROM answers n JOIN answers b ON b.agency_id = n.agency_id AND b.i = n.i AND b.group_key = n.group_key AND b.year = n.year - 1
       WHERE n.numerator IS NOT NULL AND b.numerator IS NOT NULL
       GROUP BY n.group_key, n.year, n.i, b.s2_form, b.s3_form, b.s4_form, n.s2_form, n.s3_form, n.s4_form`,
      seriesValues(query),
    );
    return rows.map(({ groupKey, year, index, members, ...row }) => ({
      groupKey,
      year,
      index,
      members,
      before: {
        s2Form: row.s2Before,
        s3Form: row.s3Before,
        s4Form: row.s4Before,
        numerator: row.numeratorBefore,
        denominator: row.denominatorBefore,
      },
      now: { s2Form: row.s2Now, s3Form: row.s3Now, s4Form: row.s4Now, numerator: row.numeratorNow, denominator: row.denominatorNow },
    }));
  }
}

type Form = SumRow['s2Form'];
interface PairRow extends Pick<PanelRow, 'groupKey' | 'year' | 'index' | 'members'> {
  readonly s2Before: Form;
  readonly s3Before: Form;
  readonly s4Before: Form;
  readonly s2Now: Form;
  readonly s3Now: Form;
  readonly s4Now: Form;
  readonly numeratorBefore: string;
  readonly denominatorBefore: string | null;
  readonly numeratorNow: string;
  readonly denominatorNow: string | null;
}

const BOTH_KEPT = `${QUESTIONS}, both_made AS (
  SELECT scoped.id AS report_id, scoped.year, scoped.group_key, x.since, array_to_string(x.reason_classes, ',') AS reasons,
    v.side, v.s2_form, v.s3_form, v.s4_form, q.i, v.numerators[q.position] AS numerator, v.denominators[q.position] AS denominator
  FROM scoped JOIN restatements x ON x.report_id = scoped.id AND x.state = :state
  JOIN standings s ON s.report_id = x.report_id AND s.state = x.state
  JOIN editions f ON f.id = x.first_edition_id JOIN editions n ON n.id = s.edition_id
  CROSS JOIN LATERAL (VALUES ('first', f.s2_form, f.s3_form, f.s4_form, x.numerators, x.denominators),
    ('now', n.s2_form, n.s3_form, n.s4_form, s.numerators, s.denominators)) AS v(side, s2_form, s3_form, s4_form, numerators, denominators)
  CROSS JOIN (SELECT DISTINCT i, position FROM questions) q)`;

const BOTH_KNOWN = `${KNOWN_AND_FIRST}, ${QUESTIONS}, both_editions AS MATERIALIZED (
    SELECT k.report_id, k.stood_at AS since, v.side, v.edition_id,
      array_to_string(ARRAY(SELECT DISTINCT a.reason_class FROM editions a
        WHERE a.report_id = k.report_id AND a.reason_class IS NOT NULL AND a.number > f.number AND a.number <= k.number), ',') AS reasons
    FROM known k JOIN first_known f ON f.report_id = k.report_id AND f.edition_id <> k.edition_id
    CROSS JOIN LATERAL (VALUES ('first', f.edition_id), ('now', k.edition_id)) AS v(side, edition_id)
  ), both_made AS (
    SELECT scoped.id AS report_id, scoped.year, CASE WHEN q.key IS NULL THEN scoped.group_key ELSE q.key END AS group_key, b.since, b.reasons,
      b.side, e.s2_form, e.s3_form, e.s4_form, q.i, made.numerator, made.denominator
    FROM scoped JOIN both_editions b ON b.report_id = scoped.id JOIN editions e ON e.id = b.edition_id ${MADE_OF_FIGURES})`;
