import { type CoverageRow, type RestatedRow, type SeriesQuery, type SumRow, reasonClassesOf } from '@gongkai/indicators';
import type { FormId } from '@gongkai/model';
import type { Sql } from '../database/sql';
import { isRolledUp } from './is-rolled-up';

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
    const [row] = await this.sql<RolledRow>(statementFor(positions.length), { regionId, kinds, groupBy, from, to, positions });
    if (row === undefined || !row.known || row.moved) return null;
    const { coverage, restated } = row;
    const sums = groupBy === 'region' ? apart(row.sums ?? [], String(regionId)) : (row.sums ?? []);
    return {
      sums: sums.flatMap((sum) => positions.map((_, index) => sumRow(sum, index))),
      coverage: (coverage ?? []).map(coverageRow),
      restated: (restated ?? []).map(restatedRow),
    };
  }
}

type Sums = readonly [numerator: string | null, denominator: string | null];
type Group = readonly [groupKey: string, year: number];
/** Figures are numerator, denominator and how many answered, of one indicator after another. */
type SumTuple = readonly [...Group, ...Forms, editions: number, figures: readonly (string | null)[]];
type Forms = readonly [s2Form: FormId, s3Form: FormId, s4Form: FormId];
type CoverageTuple = readonly [...Group, groupName: string, expected: number, reported: number, late: number];
type RestatedTuple = readonly [
  ...[...Group, index: number, side: RestatedRow['side'], ...Forms, ...Sums],
  ...[answered: number, since: string, reasons: string, reports: number],
];

/** Rows as arrays: their names, repeated in each, would be most of what is sent and read. */
interface RolledRow {
  readonly known: boolean;
  readonly moved: boolean;
  readonly sums: readonly SumTuple[] | null;
  readonly coverage: readonly CoverageTuple[] | null;
  readonly restated: readonly RestatedTuple[] | null;
}

function sumRow([groupKey, year, s2Form, s3Form, s4Form, editions, figures]: SumTuple, index: number): SumRow {
  const [numerator = null, denominator = null, counted = null] = figures.slice(3 * index, 3 * index + 3);
  const answered = Number(counted);
  const sums = answered === 0 ? { numerator: null, denominator: null } : { numerator, denominator };
  return { groupKey, year, index, s2Form, s3Form, s4Form, ...sums, editions, answered };
}

/** Sums of the regions below, and what belongs to the region itself: its sums less theirs. */
function apart(sums: readonly SumTuple[], regionId: string): readonly SumTuple[] {
  const below = sums.filter(([key]) => key !== regionId);
  const isOf = (all: SumTuple) => (part: SumTuple) => partOf(part) === partOf(all);
  const own = sums.filter(([key]) => key === regionId).map((all) => below.filter(isOf(all)).reduce(less, all));
  return [...below, ...own.filter(([, , , , , editions]) => editions > 0)];
}

const partOf = ([, year, s2Form, s3Form, s4Form]: SumTuple): string => `${year} ${s2Form} ${s3Form} ${s4Form}`;

function less([key, year, s2Form, s3Form, s4Form, editions, figures]: SumTuple, [, , , , , others, theirs]: SumTuple): SumTuple {
  return [key, year, s2Form, s3Form, s4Form, editions - others, figures.map((figure, at) => difference(figure, theirs[at] ?? null))];
}

function difference(figure: string | null, part: string | null): string | null {
  return figure === null || part === null ? figure : (BigInt(figure) - BigInt(part)).toString();
}

function coverageRow([groupKey, year, groupName, expected, reported, late]: CoverageTuple): CoverageRow {
  return { groupKey, groupName, year, expected, reported, late };
}

function restatedRow(tuple: RestatedTuple): RestatedRow {
  const [groupKey, year, index, side, s2Form, s3Form, s4Form, numerator, denominator, answered, since, reasons, reports] = tuple;
  const reasonClasses = reasonClassesOf(reasons);
  return {
    groupKey,
    year,
    index,
    side,
    s2Form,
    s3Form,
    s4Form,
    numerator,
    denominator,
    answered,
    since: new Date(since),
    reasonClasses,
    reports,
  };
}

/** What is kept of every place, place by place, whatever the planner thinks of how many there are. */
const ofPlaces = (columns: string, from: string, condition: string): string => `places CROSS JOIN LATERAL (
      SELECT ${columns} FROM ${from}
      WHERE region_id = places.region_id AND year BETWEEN :from AND :to AND agency_kind = ANY (:kinds::text[]) AND ${condition} OFFSET 0
    ) kept`;
const KIND = `CASE :groupBy::text WHEN 'agency_kind' THEN agency_kind ELSE '' END COLLATE "C" AS kind`;
const FORMS = `s2_form COLLATE "C" AS s2_form, s3_form COLLATE "C" AS s3_form, s4_form COLLATE "C" AS s4_form`;
const POSITIONS = 'CROSS JOIN unnest(:positions::int[]) WITH ORDINALITY AS p(position, i)';
const COUNTS = ofPlaces(`${KIND}, year, state, agencies, late`, 'coverage_counts', `state IN ('due', 'published')`);
const AMENDED = ofPlaces(
  `${KIND}, year, side COLLATE "C" AS side, ${FORMS}, i, numerators[position] AS n, denominators[position] AS d, answered[position] AS answered,
        since[position] AS since, reasons, reports[position] AS reports`,
  `restated_sums ${POSITIONS}`,
  `reports[position] > 0 AND (:groupBy::text <> 'region' OR region_id <> :regionId::bigint OR own)`,
);

const ROLLED = `
  WITH below AS MATERIALIZED (
    SELECT region_id, bool_or(parent_id IS DISTINCT FROM :regionId::bigint) AS moved FROM region_versions
    WHERE region_id IN (SELECT region_id FROM region_versions WHERE parent_id = :regionId::bigint AND :groupBy::text = 'region') GROUP BY region_id
  ), places AS (
    SELECT :regionId::bigint AS region_id UNION ALL SELECT region_id FROM below
  ), summed AS (
    SELECT CASE :groupBy::text WHEN 'region' THEN region_id::text ELSE kind END AS key, year, s2_form, s3_form, s4_form, sum(editions)::int AS editions,
      ARRAY[$FIGURES] AS figures
    FROM $SUMMED GROUP BY key, year, s2_form, s3_form, s4_form
  ), counted AS MATERIALIZED (
    SELECT region_id, kind, year, sum(CASE state WHEN 'due' THEN agencies ELSE 0 END) AS expected,
      sum(CASE state WHEN 'published' THEN agencies ELSE 0 END) AS reported, sum(CASE state WHEN 'published' THEN late ELSE 0 END) AS late
    FROM ${COUNTS} GROUP BY region_id, kind, year
  ), covered AS (
    SELECT CASE :groupBy::text WHEN 'region' THEN region_id::text ELSE kind END AS key,
      CASE :groupBy::text WHEN 'region' THEN (SELECT name FROM region_versions v WHERE v.region_id = counted.region_id ORDER BY valid_from DESC LIMIT 1)
        ELSE kind END AS name, year, expected, reported, late
    FROM counted WHERE :groupBy::text <> 'region' OR region_id <> :regionId::bigint
    UNION ALL
    SELECT :regionId::bigint::text, (SELECT name FROM region_versions WHERE region_id = :regionId::bigint ORDER BY valid_from DESC LIMIT 1), year,
      sum(sign * expected), sum(sign * reported), sum(sign * late)
    FROM (SELECT *, CASE WHEN region_id = :regionId::bigint THEN 1 ELSE -1 END AS sign FROM counted WHERE :groupBy::text = 'region') signed
    GROUP BY year HAVING sum(sign * expected) > 0
  ), restated AS (
    SELECT CASE :groupBy::text WHEN 'region' THEN region_id::text ELSE kind END AS key, year, side, s2_form, s3_form, s4_form, i, sum(n) AS n, sum(d) AS d,
      sum(answered) AS answered, max(since) AS since, string_agg(DISTINCT reasons, ',') AS reasons, sum(reports) AS reports
    FROM ${AMENDED} GROUP BY key, year, side, s2_form, s3_form, s4_form, i
  )
  SELECT EXISTS (SELECT FROM regions WHERE id = :regionId::bigint) AS known, EXISTS (SELECT FROM below WHERE moved) AS moved,
    (SELECT json_agg(json_build_array(key, year, s2_form, s3_form, s4_form, editions, to_json(figures))) FROM summed) AS sums,
    (SELECT json_agg(json_build_array(key, year, name, expected::int, reported::int, late::int) ORDER BY key, year) FROM covered) AS coverage,
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
  const columns = [KIND, 'year', FORMS, 'editions', ...figures.map(({ from, name }) => `${from} AS ${name}`)].join(', ');
  const summed = ofPlaces(columns, 'rollups', `state = 'published'`);
  return ROLLED.replace('$FIGURES', () => figures.map(({ name }) => `sum(${name})::text`).join(', ')).replace('$SUMMED', () => summed);
}
