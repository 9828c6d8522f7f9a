import { OWN_LEVEL } from '@gongkai/model';
import { series } from './support/filing';
import { publishReport } from './support/publish-report';
import { smallCityServer } from './support/small-city-server';

/** Six levels, outermost first: what lies where is for the register to say, not for the program. */
const LEVELS = [
  ['六级省', 'province'],
  ['六级市', 'prefecture'],
  ['六级县', 'county'],
  ['六级新区', 'functional_zone'],
  ['六级镇', 'township'],
  ['六级园区', 'functional_zone'],
] as const;

describe('a tree of six levels', () => {
  const here = smallCityServer(['administrator']);
  const ids: string[] = [];

  beforeAll(async () => {
    const regions = LEVELS.map(([name, level], at) => ({ name, level, parent: at === 0 ? null : LEVELS[at - 1]![0] }));
    const agencies = LEVELS.map(([region]) => ({ name: `${region}统计局`, kind: 'DEPARTMENT', region }));
    const roster = LEVELS.map(([region]) => ({ agency: `${region}统计局`, year: 2023, dueOn: '2024-01-31' }));
    const accounts = LEVELS.map(([region], at) => ({ login: `deep-${at}`, name: region, role: 'agency', agency: `${region}统计局` }));
    const { result, errors } = await here.server.ask<{
      saveRegisters: { written: boolean; lines: { what: string; password: string | null }[] };
    }>(
      `mutation ($input: RegistersInput!) { saveRegisters(input: $input, dryRun: false) { ... on RegisterOutcome { written lines { what password } } } }`,
      {
        input: {
          regions,
          agencies,
          roster,
          accounts: [...accounts, { login: 'deep', name: 'x', role: 'supervisor', region: LEVELS[0][0] }],
        },
      },
      { cookie: here.cookies.administrator },
    );
    expect([errors, result.saveRegisters.written]).toEqual([undefined, true]);
    const logIn = (login: string) =>
      here.server.logIn(login, result.saveRegisters.lines.find(({ what, password }) => what === login && password !== null)!.password!);
    const supervisor = await logIn('deep');
    for (const [at, [name]] of LEVELS.entries()) {
      const { rows } = await here.database.owner.query<{ region: string; agency: string }>(
        `SELECT r.region_id AS region, a.agency_id AS agency FROM current_regions r JOIN current_agencies a USING (region_id) WHERE r.name = $1`,
        [name],
      );
      ids.push(rows[0]!.region);
      const cookies = { agency: await logIn(`deep-${at}`), supervisor };
      await publishReport(here.server, cookies, { agencyId: rows[0]!.agency, year: 2023, received: String(10 ** at) });
    }
  }, 60_000);

  it('adds up at every level what lies at it and below, and parts it into itself and the level below', async () => {
    for (const [at, [name]] of LEVELS.entries()) {
      const asked = { indicators: ['new_received'], scope: { regionId: ids[at]! }, years: { from: 2023, to: 2023 } };
      const below = LEVELS.slice(at).reduce((sum, _, step) => sum + 10 ** (at + step), 0);
      const whole = (await series(here.server, asked)).new_received![0]!;
      expect([name, whole.value, whole.coverage.expected]).toEqual([name, String(below), LEVELS.length - at]);
      const parts = await series(here.server, { ...asked, groupBy: 'region' });
      const next = LEVELS[at + 1];
      expect(Object.fromEntries(Object.entries(parts).map(([key, [point]]) => [key, point!.value]))).toEqual({
        [`new_received@${name}${OWN_LEVEL}`]: String(10 ** at),
        ...(next === undefined ? {} : { [`new_received@${next[0]}`]: String(below - 10 ** at) }),
      });
    }
  });

  it('finds what lies below a region by an index, as the role of the app', async () => {
    const { owner } = here.database;
    await owner.query('BEGIN');
    try {
      await owner.query(`
        WITH fresh AS (INSERT INTO agencies SELECT FROM generate_series(1, 400) RETURNING id)
        INSERT INTO reports (agency_id, year, region_id, region_path, agency_kind, agency_name, due_on, obliged)
        SELECT id, year, ${here.city.county}, ARRAY[${here.city.city}, ${here.city.county}]::bigint[], 'DEPARTMENT', 'x', '2100-01-01', true
        FROM fresh, generate_series(2030, 2059) year`);
      await owner.query('ANALYZE reports');
      await owner.query('SET LOCAL ROLE gongkai_app');
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT * FROM reports r WHERE r.region_path @> ARRAY[${ids[2]}::bigint]`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('reports_by_path');
      expect(plan).not.toContain('Seq Scan');
    } finally {
      await owner.query('ROLLBACK');
    }
  });
});
