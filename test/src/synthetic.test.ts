import { type FreshDatabase, command, freshDatabase } from './support/fresh-database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await command(database.url, 'seed', 'synthetic', '1000');
}, 120_000);
afterAll(() => database.drop());

const rows = async (table: 'standings' | 'rollups' | 'coverage_counts'): Promise<readonly string[]> => {
  const { rows: lines } = await database.owner.query<{ line: string }>(`SELECT t::text AS line FROM ${table} t ORDER BY line`);
  return lines.map(({ line }) => line);
};
const one = async (sql: string): Promise<number> => (await database.owner.query<{ n: number }>(`SELECT (${sql})::int AS n`)).rows[0]!.n;

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

  it('adds up at once what the triggers add up edition by edition', async () => {
    const atOnce = { standings: await rows('standings'), rollups: await rows('rollups'), coverage: await rows('coverage_counts') };
    await database.owner.query(`DELETE FROM standings; DELETE FROM rollups; DELETE FROM coverage_counts WHERE state <> 'due'`);
    await database.owner.query('SELECT restate(report_id) FROM (SELECT DISTINCT report_id FROM editions ORDER BY 1) filed');
    expect(atOnce.standings.length).toBeGreaterThan(2500);
    expect(await rows('standings')).toEqual(atOnce.standings);
    expect(await rows('rollups')).toEqual(atOnce.rollups);
    expect(await rows('coverage_counts')).toEqual(atOnce.coverage);
  }, 120_000);

  it('fills no database that somebody began with', async () => {
    await expect(command(database.url, 'seed', 'synthetic', '1000')).rejects.toThrow('only for an empty one');
  });
});
