import { CELLS } from '@gongkai/catalogue';
import { printFigure } from '@gongkai/model';
import { type FreshDatabase, command, freshDatabase } from './support/fresh-database';
import { type RunningServer, startServer } from './support/running-server';

let database: FreshDatabase;
let server: RunningServer;
beforeAll(async () => {
  database = await freshDatabase();
  await command(database.url, 'seed', 'synthetic', '1000');
  server = await startServer(database.url);
}, 120_000);
afterAll(async () => {
  await server.stop();
  await database.drop();
});

const rows = async (table: 'standings' | 'rollups' | 'restated_sums'): Promise<readonly string[]> => {
  const { rows: lines } = await database.owner.query<{ line: string }>(`SELECT t::text AS line FROM ${table} t ORDER BY line`);
  return lines.map(({ line }) => line);
};
const one = async (sql: string): Promise<number> => (await database.owner.query<{ n: number }>(`SELECT (${sql})::int AS n`)).rows[0]!.n;

interface Counted {
  readonly expected: number;
  readonly reported: number;
  readonly missing: number;
  readonly leftOut: number;
  readonly leftOutForm: number;
}
const COVERAGE = 'coverage { expected reported late missing leftOut leftOutBlank leftOutForm }';
const CELL_SUMS = `query ($regionId: ID!, $year: Int!) { cellSums(regionId: $regionId, year: $year) {
  ... on CellSums { ${COVERAGE} cells { cell sum ${COVERAGE} } } } }`;
const SERIES = `query ($indicators: [String!]!, $scope: ScopeInput!, $groupBy: GroupBy, $filter: SeriesFilter) {
  indicatorSeries(indicators: $indicators, scope: $scope, years: { from: 2018, to: 2025 }, groupBy: $groupBy, filter: $filter) {
    ... on IndicatorSeries { total after series { indicator { code } group { key name } points { year value noValue numerator denominator
      ${COVERAGE} forms comparability { verdict } small restated { first firstNumerator firstDenominator since reasonClasses reports }
      change { countedBefore countedNow difference relative } } } } ... on Refusal { code } } }`;

describe('a synthetic country', () => {
  it('owes exactly as many reports as asked, with every fate among them', async () => {
    expect(await one('SELECT count(*) FROM reports')).toBe(1000);
    expect(await one(`SELECT count(*) FROM current_regions WHERE level = 'province' AND parent_id = 1`)).toBe(31);
    expect(await one('SELECT count(*) FROM editions')).toBeLessThan(1000);
    expect(await one('SELECT count(*) FROM editions WHERE number = 2')).toBeGreaterThan(0);
    expect(await one(`SELECT count(*) FROM editions WHERE states <> '{}'`)).toBeGreaterThan(0);
    expect(await one('SELECT count(*) FROM editions WHERE s2_form <> s3_form')).toBeGreaterThan(0);
    expect(await one(`SELECT count(*) FROM standings WHERE state = 'latest' AND edition_state = 'accepted'`)).toBeGreaterThan(20);
    expect(await one('SELECT count(*) FROM reports WHERE NOT obliged')).toBe(0);
  });

  it('is mostly zeros, like real reports', async () => {
    const zeros = await one('SELECT 100 * count(*) FILTER (WHERE n = 0) / count(n) FROM editions, unnest(figures) AS n');
    expect(zeros).toBeGreaterThan(80);
    expect(zeros).toBeLessThan(99);
  });

  it.each([
    ['1', 'none'],
    ['1', 'region'],
    ['1', 'agency_kind'],
    ['5', 'region'],
  ])('answers of region %s by %s from what is kept what it answers from the editions', async (regionId, groupBy) => {
    const ask = async (filter: object | null) => {
      const { result, errors } = await server.ask<{ indicatorSeries: { series: readonly object[]; total: number } }>(SERIES, {
        indicators: ['new_received', 'carried_out', 'disclosure_rate', 'fees', 'normative_in_force', 'other', 'review_upheld'],
        scope: { regionId },
        groupBy,
        filter,
      });
      expect(errors).toBeUndefined();
      return result.indicatorSeries;
    };
    const kept = await ask(null);
    // A filter that leaves nobody out takes the other way.
    expect(await ask({ regionIds: [regionId] })).toEqual(kept);
    expect(kept.series.length).toBeGreaterThan(6);
    if (regionId === '1') expect(JSON.stringify(kept)).toContain('"correction"');
  });

  it('shows every cell of a region and year, added up over those who reported', async () => {
    const { result } = await server.ask<{
      cellSums: { coverage: Counted; cells: readonly { cell: string; sum: string | null; coverage: Counted }[] };
    }>(CELL_SUMS, { regionId: '1', year: 2021 });
    const { rows: due } = await database.owner.query<{ sum: string | null; counted: number; form: number }>(
      `SELECT p, sum(e.figures[p])::text AS sum, count(e.figures[p])::int AS counted FROM generate_series(1, $1::int) p, editions e
       JOIN standings s ON s.edition_id = e.id AND s.state = 'published' JOIN reports r ON r.id = s.report_id
       WHERE r.year = 2021 AND r.obliged AND r.agency_kind NOT IN ('GOVERNMENT', 'VERTICAL_ORGAN', 'PUBLIC_INSTITUTION') GROUP BY p ORDER BY p`,
      [CELLS.length],
    );
    const { coverage, cells } = result.cellSums;
    expect(cells.map(({ cell, sum }) => [cell, sum])).toEqual(
      CELLS.map(({ id, unit }, at) => [id, due[at]!.sum === null ? null : printFigure(BigInt(due[at]!.sum), unit)]),
    );
    expect(cells.map(({ coverage: { leftOut } }) => leftOut)).toEqual(due.map(({ counted }) => coverage.reported - counted));
    const of = (id: string) => cells.find(({ cell }) => cell === id)!.coverage;
    expect(of('s2/normative_documents/in_force_count').leftOutForm).toBeGreaterThan(0);
    expect(of('s3/new_received/total')).toMatchObject({ leftOutForm: 0 });
    expect(coverage.expected).toBe(coverage.reported + coverage.missing);
  });

  it.each([
    ['{ cellSums(regionId: "1", year: 2021, state: accepted) { ... on Refusal { code } } }', 'NOT_ALLOWED'],
    ['{ cellSums(regionId: "999999", year: 2021) { ... on Refusal { code } } }', 'UNKNOWN_REGION'],
    ['{ cellSums(regionId: "1", year: 1066) { ... on Refusal { code } } }', 'BAD_REQUEST'],
  ])('refuses %s', async (query, code) => {
    expect((await server.ask<{ cellSums: object }>(query)).result.cellSums).toEqual({ code });
  });

  it('adds up at once what is added up report by report', async () => {
    const atOnce = { standings: await rows('standings'), rollups: await rows('rollups'), restated: await rows('restated_sums') };
    await database.owner.query(`DELETE FROM standings; DELETE FROM restated_sums; DELETE FROM rollups WHERE state <> 'due'`);
    await database.owner.query(`DO $$ DECLARE report bigint; BEGIN
      FOR report IN SELECT DISTINCT report_id FROM editions ORDER BY 1 LOOP PERFORM let_stand(ARRAY[report]), add_up(); END LOOP;
    END $$`);
    expect(atOnce.standings.length).toBeGreaterThan(2500);
    expect(await rows('standings')).toEqual(atOnce.standings);
    expect(await rows('rollups')).toEqual(atOnce.rollups);
    expect(atOnce.restated.length).toBeGreaterThan(0);
    expect(await rows('restated_sums')).toEqual(atOnce.restated);
  }, 120_000);

  it('fills no database that somebody began with', async () => {
    await expect(command(database.url, 'seed', 'synthetic', '1000')).rejects.toThrow('only for an empty one');
  });
});
