import { createHash } from 'node:crypto';
import { series } from './support/series';
import { type FreshDatabase, command, freshDatabase } from './support/fresh-database';
import { startServer } from './support/running-server';

/** What the demo city is, table by table; password hashes carry their own salt and are left out. */
const TABLES = [
  'region_versions',
  'agency_versions',
  'agency_aliases',
  'agency_successions',
  'accounts',
  'reports',
  'documents',
  'editions',
  'provenance',
  'findings',
  'edition_events',
  'standings',
  'rollups',
];

describe('the demo city', () => {
  let first: FreshDatabase;
  let second: FreshDatabase;
  beforeAll(async () => {
    [first, second] = await Promise.all([freshDatabase({ seeded: true }), freshDatabase({ seeded: 'anew' })]);
  }, 180_000);
  afterAll(() => Promise.all([first.drop(), second.drop()]));

  it('is the same twice, row by row', async () => {
    expect(await checksums(first)).toEqual(await checksums(second));
  });

  it('has what an official would look for', async () => {
    const one = async (sql: string): Promise<number> =>
      Number((await first.owner.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`)).rows[0]!.n);
    expect(await one(`current_regions WHERE level IN ('county', 'functional_zone')`)).toBe(8);
    expect(await one('agencies')).toBeGreaterThanOrEqual(60);
    expect(await one('editions WHERE s2_form <> s3_form')).toBe(1);
    expect(await one(`editions WHERE s2_form = 'gb2019_60'`)).toBeGreaterThan(90);
    expect(await one('editions WHERE reason_class IS NOT NULL')).toBe(1);
    expect(await one(`edition_events WHERE state = 'returned'`)).toBeGreaterThanOrEqual(3);
    expect(await one(`agency_successions WHERE kind = 'merge'`)).toBe(2);
    expect(await one(`reports r WHERE obliged AND NOT EXISTS (SELECT FROM standings s WHERE s.report_id = r.id)`)).toBeGreaterThan(5);
    expect(
      await one(
        `reports r JOIN standings s ON s.report_id = r.id AND s.state = 'published' WHERE (s.filed_at AT TIME ZONE 'Asia/Shanghai')::date > r.due_on`,
      ),
    ).toBeGreaterThan(5);
    expect(await one(`findings WHERE severity = 'error'`)).toBe(0);
  });

  it('has sums that equal a recomputation from the editions', async () => {
    const before = await checksums(first);
    await first.owner.query('SELECT rebuild_rollups()');
    expect(await checksums(first)).toEqual(before);
    const { rows } = await first.owner.query<{ rolled: string; counted: string }>(`
      SELECT (SELECT sum(sums[p]) FROM rollups WHERE region_id = 1 AND state = 'published' AND year = 2022)::text AS rolled,
        (SELECT sum(e.figures[p]) FROM editions e JOIN standings s ON s.edition_id = e.id AND s.state = 'published' JOIN reports r ON r.id = s.report_id
          WHERE r.year = 2022 AND r.obliged)::text AS counted
      FROM generate_series(1, 226) p`);
    expect(rows.map((row) => row.rolled)).toEqual(rows.map((row) => row.counted));
    expect(rows.filter((row) => row.rolled !== null && row.rolled !== '0').length).toBeGreaterThan(50);
  });

  it('never calls an agency late or missing that owes nothing', async () => {
    const server = await startServer(first.url);
    try {
      const cookie = await server.logIn('yl-shenhe', 'gongkai-demo');
      const { result } = await server.ask<{
        reports: { items: { late: boolean; obliged: boolean; agencyKind: string; agency: { id: string } }[]; total: number };
      }>('{ reports(filter: { text: "图书馆" }, first: 200) { total items { late obliged agencyKind agency { id } } } }', {}, { cookie });
      expect(result.reports.items.length).toBe(7);
      expect(result.reports.items.every(({ late, obliged, agencyKind }) => !late && !obliged && agencyKind === 'PUBLIC_INSTITUTION')).toBe(
        true,
      );
      const own = await series(server, {
        indicators: ['new_received'],
        scope: { agencyId: result.reports.items[0]!.agency.id },
        years: { from: 2019, to: 2025 },
      });
      for (const { coverage } of own.new_received!) expect(coverage).toMatchObject({ late: 0, missing: 0, expected: coverage.reported });
    } finally {
      await server.stop();
    }
  });

  it('is refused where something stands already', async () => {
    await expect(command(first.url, 'seed')).rejects.toThrow(/not empty/);
  });
});

async function checksums(database: FreshDatabase): Promise<Readonly<Record<string, string>>> {
  const sums: Record<string, string> = {};
  for (const table of TABLES) {
    const { rows } = await database.owner.query<{ line: string }>(
      `SELECT (to_jsonb(t) - 'recorded_at')::text AS line FROM ${table} t ORDER BY 1`,
    );
    sums[table] = createHash('sha256')
      .update(rows.map((row) => row.line).join('\n'))
      .digest('hex');
  }
  return sums;
}
