import { type CoverageRow, type PanelRow, type RestatedRow, type SeriesQuery, type SumRow, reasonClassesOf } from '@gongkai/indicators';
import { type Sql, onlyRow } from '../database/sql';
import {
  COVERAGE,
  GROUP_NAME,
  GROUP_ORDER,
  MADE_OF_FIGURES,
  QUESTIONS,
  SCOPED,
  amendedOf,
  answersOf,
  seriesValues,
  standingOf,
} from './answers.store';

// A group's sum over rows that each may hold nothing: what nobody answered stays nothing.
const ADDED_UP = `
  SELECT group_key AS "groupKey", year, i AS "index", s2_form AS "s2Form", s3_form AS "s3Form", s4_form AS "s4Form", sum(numerator)::text AS numerator,
    sum(denominator)::text AS denominator, count(*)::int AS editions, count(numerator)::int AS answered
  FROM answers GROUP BY group_key, year, i, s2_form, s3_form, s4_form`;

/** Sums and coverage for every indicator there is or will be, report by report: whatever the rollups cannot answer. */
export class IndicatorsStore {
  constructor(private readonly sql: Sql) {}

  /** From what the standings keep, or from the figures of the editions. */
  sums(query: SeriesQuery): Promise<readonly SumRow[]> {
    return this.sql(`WITH ${answersOf(query)} ${ADDED_UP}`, seriesValues(query));
  }

  /** Reports owed in a region and all below it, from and to both years: what a question over them costs grows with them. */
  async owed(regionId: string, from: number, to: number): Promise<number> {
    const rows = await this.sql<{ owed: number }>(
      `SELECT coalesce(sum(reports), 0)::int AS owed FROM rollups WHERE region_id = :regionId AND state = 'due' AND year BETWEEN :from AND :to`,
      { regionId, from, to },
    );
    return onlyRow(rows).owed;
  }

  /** Counted from the obligations at the moment of asking, by the same words as the sums. */
  coverage(query: SeriesQuery): Promise<readonly CoverageRow[]> {
    return this.sql(
      `WITH ${SCOPED}, ${standingOf(query)}
       SELECT group_key AS "groupKey", ${GROUP_NAME} AS "groupName", year, ${COVERAGE} FROM people
       GROUP BY group_key, year ORDER BY ${GROUP_ORDER}, year`,
      seriesValues(query),
    );
  }

  /** Of the reports whose standing edition is not the one published first: what both make, where it is not the same. */
  async restated(query: SeriesQuery): Promise<readonly RestatedRow[]> {
    const rows = await this.sql<Omit<RestatedRow, 'reasonClasses'> & { readonly reasons: string }>(
      `WITH ${SCOPED}, ${amendedOf(query)}, ${QUESTIONS}, ${BOTH_MADE}
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

const BOTH_MADE = `both_made AS (
    SELECT scoped.id AS report_id, scoped.year, CASE WHEN q.key IS NULL THEN scoped.group_key ELSE q.key END AS group_key, amended.since,
      array_to_string(amended.reason_classes, ',') AS reasons, v.side, e.s2_form, e.s3_form, e.s4_form, q.i, made.numerator, made.denominator
    FROM scoped JOIN amended ON amended.report_id = scoped.id
    CROSS JOIN LATERAL (VALUES ('first', amended.first_edition_id), ('now', amended.edition_id)) AS v(side, edition_id)
    JOIN editions e ON e.id = v.edition_id ${MADE_OF_FIGURES})`;
