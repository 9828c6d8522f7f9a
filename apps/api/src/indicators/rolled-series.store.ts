import {
  type CoverageRow,
  type RestatedRow,
  type SeriesQuery,
  type SumRow,
  groupBy as grouped,
  reasonClassesOf,
} from '@gongkai/indicators';
import { type FormId, OWN_LEVEL } from '@gongkai/model';
import type { Sql } from '../database/sql';

/** Everything a series of a region is made of, as of one moment. */
export interface RolledSeries {
  readonly sums: readonly SumRow[];
  readonly coverage: readonly CoverageRow[];
  /** Null of accepted reports: what was restated is added up of the published alone. */
  readonly restated: readonly RestatedRow[] | null;
}

/** Whether the sums that are kept hold the answer: latest editions of whole regions, parted by kind or by the regions below at most. */
export function isRolledUp({ regionId, groupBy, levelRank, edition, asOf, kept, regionIds, agencyIds, systems }: SeriesQuery): boolean {
  const isWhole = regionId !== null && regionIds === null && agencyIds === null && systems === null;
  const isParted = groupBy === 'none' || groupBy === 'agency_kind' || (groupBy === 'region' && levelRank === null);
  return isWhole && isParted && kept && edition === 'latest' && asOf === null;
}

/** Series by one statement, from what is added up along. */
export class RolledSeriesStore {
  constructor(private readonly sql: Sql) {}

  /** Null where there is no such region. */
  async series({ regionId, kinds, groupBy, from, to, state, questions }: SeriesQuery): Promise<RolledSeries | null> {
    const positions = questions.map(({ indicator }) => indicator.position);
    const [row] = await this.sql<RolledRow>(statementFor(positions.length), { regionId, kinds, groupBy, from, to, positions, state });
    if (row === undefined || !row.known) return null;
    const kept = groupBy === 'region' ? apart(row.kept ?? [], String(regionId)) : (row.kept ?? []);
    const standing = kept.filter(([, , of]) => of !== 'due');
    const standingOf = grouped(standing, ofGroup);
    return {
      sums: standing.flatMap((sum) => positions.map((_, index) => sumRow(sum, index))),
      coverage: kept.filter(([, , of]) => of === 'due').map((due) => coverageRow(due, standingOf.get(ofGroup(due)) ?? [])),
      restated: state === 'published' ? (row.restated ?? []).map(restatedRow) : null,
    };
  }
}

type Forms = readonly [s2Form: FormId, s3Form: FormId, s4Form: FormId];
/** Of one group and year: how many owe a report (due), or stand with these forms and how many of them were filed late. */
type KeptTuple = readonly [
  ...[groupKey: string, year: number, state: 'due' | SeriesQuery['state'], groupName: string, ...Forms, reports: number, late: number],
  /** Numerator, denominator and how many answered, of one indicator after another. */
  figures: readonly (string | null)[] | null,
];
type RestatedTuple = readonly [
  ...[
    groupKey: string,
    year: number,
    index: number,
    side: RestatedRow['side'],
    ...Forms,
    numerator: string | null,
    denominator: string | null,
  ],
  ...[answered: number, since: string, reasons: string, reports: number],
];

/** Rows as arrays: their names, repeated in each, would be most of what is sent and read. */
interface RolledRow {
  readonly known: boolean;
  readonly kept: readonly KeptTuple[] | null;
  readonly restated: readonly RestatedTuple[] | null;
}

function sumRow([groupKey, year, , , s2Form, s3Form, s4Form, editions, , figures]: KeptTuple, index: number): SumRow {
  const [numerator = null, denominator = null, counted = null] = (figures ?? []).slice(3 * index, 3 * index + 3);
  const answered = Number(counted);
  const sums = answered === 0 ? { numerator: null, denominator: null } : { numerator, denominator };
  return { groupKey, year, index, s2Form, s3Form, s4Form, ...sums, editions, answered };
}

const ofGroup = ([key, year]: KeptTuple): string => `${year} ${key}`;

function coverageRow([groupKey, year, , groupName, , , , expected]: KeptTuple, standing: readonly KeptTuple[]): CoverageRow {
  const reported = standing.reduce((sum, [, , , , , , , reports]) => sum + reports, 0);
  const late = standing.reduce((sum, [, , , , , , , , each]) => sum + each, 0);
  return { groupKey, groupName, year, expected, reported, late };
}

/** Sums of the regions below, and what belongs to the region itself: its sums less theirs. */
function apart(kept: readonly KeptTuple[], regionId: string): readonly KeptTuple[] {
  const below = kept.filter(([key]) => key !== regionId);
  const isOf = (all: KeptTuple) => (part: KeptTuple) => partOf(part) === partOf(all);
  const own = kept.filter(([key]) => key === regionId).map((all) => below.filter(isOf(all)).reduce(less, all));
  return [...own.filter(([, , , , , , , reports]) => reports > 0), ...below];
}

const partOf = ([, year, state, , ...rest]: KeptTuple): string => `${year} ${state} ${rest.slice(0, 3).join(' ')}`;

function less(all: KeptTuple, part: KeptTuple): KeptTuple {
  const [key, year, state, name, s2Form, s3Form, s4Form, reports, late, figures] = all;
  const [, , , , , , , others, othersLate, theirs] = part;
  const own = figures === null ? null : figures.map((figure, at) => difference(figure, theirs?.[at] ?? null));
  return [key, year, state, name, s2Form, s3Form, s4Form, reports - others, late - othersLate, own];
}

function difference(figure: string | null, part: string | null): string | null {
  return figure === null || part === null ? figure : (BigInt(figure) - BigInt(part)).toString();
}

function restatedRow(tuple: RestatedTuple): RestatedRow {
  const [groupKey, year, index, side, s2Form, s3Form, s4Form, numerator, denominator, answered, since, reasons, reports] = tuple;
  const sums = { s2Form, s3Form, s4Form, numerator, denominator, answered };
  return { groupKey, year, index, side, ...sums, since: new Date(since), reasonClasses: reasonClassesOf(reasons), reports };
}

const KEY = `CASE :groupBy::text WHEN 'region' THEN region_id::text WHEN 'agency_kind' THEN agency_kind ELSE '' END COLLATE "C" AS key`;
const FORMS = `s2_form COLLATE "C" AS s2_form, s3_form COLLATE "C" AS s3_form, s4_form COLLATE "C" AS s4_form`;
/** Of the region, and where the series is parted by region of those that lay directly below it at the end of each year. */
const ofPlaces = (columns: string, from: string, condition: string): string => `(
      SELECT ${columns} FROM ${from}
      WHERE region_id = :regionId::bigint AND year BETWEEN :from AND :to AND agency_kind = ANY (:kinds::text[]) AND ${condition}
      UNION ALL
      SELECT ${columns} FROM ${from}
      WHERE :groupBy::text = 'region' AND parent_id = :regionId::bigint AND year BETWEEN :from AND :to AND agency_kind = ANY (:kinds::text[]) AND ${condition}
    ) places`;
const AMENDED = ofPlaces(
  `${KEY}, year, side COLLATE "C" AS side, ${FORMS}, i, numerators[position] AS n, denominators[position] AS d, answered[position] AS answered,
        since[position] AS since, reasons, reports[position] AS reports`,
  `restated_sums CROSS JOIN unnest(:positions::int[]) WITH ORDINALITY AS p(position, i)`,
  `:state::text = 'published' AND reports[position] > 0 AND (:groupBy::text <> 'region' OR region_id <> :regionId::bigint OR own)`,
);

const ROLLED = `
  WITH summed AS (
    SELECT key, year, state, s2_form, s3_form, s4_form, sum(reports)::int AS reports, sum(late)::int AS late,
      CASE state WHEN 'due' THEN NULL ELSE ARRAY[$FIGURES] END AS figures
    FROM $SUMMED GROUP BY key, year, state, s2_form, s3_form, s4_form
  ), restated AS (
    SELECT key, year, side, s2_form, s3_form, s4_form, i, sum(n) AS n, sum(d) AS d, sum(answered) AS answered, max(since) AS since,
      string_agg(DISTINCT reasons, ',') AS reasons, sum(reports) AS reports
    FROM ${AMENDED} GROUP BY key, year, side, s2_form, s3_form, s4_form, i
  )
  SELECT EXISTS (SELECT FROM regions WHERE id = :regionId::bigint) AS known,
    (SELECT json_agg(json_build_array(key, year, state, CASE :groupBy::text WHEN 'region' THEN name ELSE key END,
        s2_form, s3_form, s4_form, reports, late, to_json(figures)) ORDER BY place NULLS LAST, name COLLATE "zh-Hans-CN-x-icu", key, year)
      FROM summed CROSS JOIN LATERAL (SELECT
        CASE :groupBy::text WHEN 'agency_kind' THEN to_char(array_position(:kinds::text[], key), '000') ELSE r.code END COLLATE "C" AS place,
        r.name || CASE r.region_id WHEN :regionId::bigint THEN '${OWN_LEVEL}' ELSE '' END AS name
        FROM (VALUES (1)) one LEFT JOIN LATERAL (SELECT region_id, code, name FROM region_versions
          WHERE region_id = CASE :groupBy::text WHEN 'region' THEN key::bigint END AND state = 'due' ORDER BY valid_from DESC LIMIT 1) r ON TRUE
      ) named) AS kept,
    (SELECT json_agg(json_build_array(key, year, i - 1, side, s2_form, s3_form, s4_form, n::text, d::text, answered::int, since, reasons, reports::int))
      FROM restated) AS restated`;

/** Statements differ only in how many indicators they can add up at once; those not needed add up nothing. */
const SIZES = [1, 2, 4, 8, 16, 32, 64];
const STATEMENTS = new Map(SIZES.map((size) => [size, rolledUp(size)]));

function statementFor(indicators: number): string {
  const statement = STATEMENTS.get(SIZES.find((size) => size >= indicators) ?? Number.NaN);
  if (statement === undefined) throw new Error(`${indicators} indicators are more than one statement adds up`);
  return statement;
}

// Sums pass over NULL, and what nobody answered stays nothing. Each figure is an aggregate of its own, taken out of its array at once: rows of
// single figures, or rows with whole arrays, would have to be sorted.
function rolledUp(size: number): string {
  const taken = ['numerators', 'denominators', 'answered'];
  const slots = Array.from({ length: size }, (_, at) => at + 1);
  const figures = slots.flatMap((slot) => taken.map((of) => ({ from: `${of}[(:positions::int[])[${slot}]]`, name: `${of}_${slot}` })));
  const columns = [KEY, 'year', 'state', FORMS, 'reports', 'late', ...figures.map(({ from, name }) => `${from} AS ${name}`)].join(', ');
  const summed = ofPlaces(columns, 'rollups', `state IN ('due', :state)`);
  return ROLLED.replace('$FIGURES', () => figures.map(({ name }) => `sum(${name})::text`).join(', ')).replace('$SUMMED', () => summed);
}
