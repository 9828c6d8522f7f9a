import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CELLS, INDICATORS } from '@gongkai/catalogue';
import { type SubmissionSeen, decide, submit } from './support/filing';
import { WORKSPACE, command } from './support/fresh-database';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

interface Verdict {
  readonly rollups: number;
  readonly standings: number;
  readonly differs: Readonly<Record<string, unknown>> | null;
}

const CELL = CELLS.find(({ id }) => id === 's3/new_received/total')!;
const INDICATOR = INDICATORS.find(({ code }) => code === 'new_received')!;

describe('verify rollups', () => {
  const here = smallCityServer(['agency', 'neighbour', 'foreign', 'county', 'city']);

  beforeAll(async () => {
    for (const [login, agencyId, received] of [
      ['agency', here.city.agency, '3'],
      ['neighbour', here.city.neighbour, '5'],
      ['foreign', here.city.foreign, '7'],
    ] as const) {
      const cells = typedCells({
        's3/new_received/natural_person': received,
        's3/new_received/total': received,
        's3/granted/natural_person': received,
        's3/granted/total': received,
        's3/total_processed/natural_person': received,
        's3/total_processed/total': received,
      });
      const filed = (await submit(here.server, here.cookies[login], {
        agencyId,
        year: 2023,
        cells,
        narrative: PLAIN_NARRATIVE,
      })) as SubmissionSeen;
      await decide(here.server, here.cookies.city, 'acceptReport', filed.edition.id);
      if (login !== 'foreign') await decide(here.server, here.cookies.city, 'publishReport', filed.edition.id);
    }
  });

  const verify = async (): Promise<Verdict> => {
    const printed = await command(here.database.url, 'verify', 'rollups').catch((failed: { code: number; stdout: string }) => {
      expect(failed.code).toBe(1);
      return failed.stdout;
    });
    return JSON.parse(printed) as Verdict;
  };
  const change = (statement: string, ...values: readonly unknown[]) => here.database.owner.query(statement, [...values]);
  const rebuild = async () => JSON.parse(await command(here.database.url, 'rebuild', 'rollups')) as Omit<Verdict, 'differs'>;

  it('finds every sum to be what the editions give', async () => {
    const { rows } = await change(
      `SELECT (SELECT count(*)::int FROM rollups WHERE state <> 'due') AS rollups, (SELECT count(*)::int FROM standings) AS standings`,
    );
    expect(rows[0].rollups).toBe(5);
    expect(await verify()).toEqual({ ...rows[0], differs: null });
  });

  it('counts an obligation that is released or added no longer or too', async () => {
    const due = `SELECT sum(reports)::int AS n FROM rollups WHERE state = 'due' AND region_id = $1`;
    const { rows: before } = await change(due, here.city.city);
    const unfiled = 'NOT EXISTS (SELECT FROM standings s WHERE s.report_id = r.id)';
    await change(`UPDATE reports r SET obliged = false WHERE id = (SELECT min(id) FROM reports r WHERE obliged AND ${unfiled})`);
    expect((await change(due, here.city.city)).rows[0].n).toBe(before[0].n - 1);
    await change(`INSERT INTO reports (agency_id, year, region_id, region_path, agency_kind, agency_name, due_on, obliged)
      SELECT agency_id, 2150 + row_number() OVER (), region_id, region_path, agency_kind, agency_name, due_on, true FROM reports LIMIT 2`);
    expect((await verify()).differs).toBeNull();
  });

  it('names the first region, year and cell of a sum that is not', async () => {
    await change(
      `UPDATE rollups SET sums[$1] = sums[$1] + 1 WHERE state = 'published' AND region_id IN ($2, $3)`,
      CELL.position,
      here.city.county,
      here.city.city,
    );
    expect((await verify()).differs).toEqual({
      of: 'cell',
      region: here.city.city,
      year: 2023,
      state: 'published',
      within: 'DEPARTMENT gb2021_30 gb2021_30 gb2021_30',
      cell: CELL.id,
      indicator: null,
      held: '9 (2)',
      due: '8 (2)',
    });
    expect(await rebuild()).toEqual({ rollups: 5, standings: 8 });
    expect((await verify()).differs).toBeNull();
  });

  it.each([
    [
      'a blank that became a zero',
      `UPDATE rollups SET sums = array_append(sums, 0), counts = array_append(counts, 1) WHERE state <> 'due'`,
      { of: 'cell', held: '0 (1)', due: null },
    ],
    [
      'a numerator',
      `UPDATE rollups SET numerators[${INDICATOR.position}] = 0 WHERE state <> 'due'`,
      { of: 'indicator', indicator: 'new_received', held: '0 (3)', due: '15 (3)' },
    ],
    [
      'how many answered',
      `UPDATE rollups SET answered[${INDICATOR.position}] = 9 WHERE state <> 'due'`,
      { of: 'indicator', held: '15 (9)', due: '15 (3)' },
    ],
    ['how many editions there are', `UPDATE rollups SET reports = 9`, { of: 'editions', held: '9', due: '3' }],
    ['a sum that vanished', `DELETE FROM rollups WHERE state = 'accepted'`, { of: 'editions', held: null, due: '3' }],
    [
      'a sum of nothing',
      `INSERT INTO rollups SELECT region_id, parent_id, 2019, agency_kind, state, s2_form, s3_form, s4_form, reports, late, sums, counts, numerators, denominators, answered
       FROM rollups WHERE state <> 'due'`,
      { of: 'editions', year: 2019, held: '3', due: null },
    ],
    [
      'a report without its standing',
      `DELETE FROM standings WHERE state = 'latest'`,
      { of: 'standing', within: '青禾县统计局 DEPARTMENT', held: null },
    ],
    [
      'another part of an indicator',
      `UPDATE standings SET numerators[${INDICATOR.position}] = 99 WHERE state = 'published'`,
      { of: 'part', indicator: 'new_received', held: '99', due: '3' },
    ],
    ['one agency more', `UPDATE rollups SET reports = reports + 1 WHERE state = 'due'`, { of: 'coverage', held: expect.any(String) }],
    ['one late no longer', `UPDATE rollups SET late = 1 WHERE state = 'published'`, { of: 'coverage', held: '2 (1)', due: '2 (2)' }],
  ])('sees %s, and rebuilding mends it', async (_, statement, expected) => {
    await change(statement);
    expect((await verify()).differs).toMatchObject(expected);
    await rebuild();
    expect((await verify()).differs).toBeNull();
  });

  it('counts what was imported by the day it was published', async () => {
    const text = readFileSync(path.join(WORKSPACE, 'test/reports/accepted/one-cell-a-line.txt'), 'utf8');
    const file = { name: '2023.txt', content: Buffer.from(text) };
    const input = { agencyId: here.city.agency, year: 2022, source: { citation: '年鉴', publishedOn: '2023-03-01' }, file: null };
    const { result, errors } = await here.server.ask<{ importPublishedReport: { __typename: string } }>(
      'mutation ($input: PublishedReportInput!) { importPublishedReport(input: $input) { __typename ... on Refusal { code } } }',
      { input },
      { cookie: here.cookies.county, file },
    );
    expect([errors, result]).toEqual([undefined, { importPublishedReport: { __typename: 'ImportedReport' } }]);
    const before = await verify();
    expect(before.differs).toBeNull();
    expect(await rebuild()).toEqual({ rollups: before.rollups, standings: before.standings });
    expect(await verify()).toEqual(before);
    await change(
      `UPDATE standings SET filed_at = now() WHERE edition_id = (SELECT id FROM editions WHERE origin = 'imported') AND state = 'published'`,
    );
    expect((await verify()).differs).toMatchObject({ of: 'standing', year: 2022 });
    await rebuild();
  });

  it('says what can be verified and rebuilt', async () => {
    await expect(command(here.database.url, 'verify', 'sums')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('rollups'),
    });
    await expect(command(here.database.url, 'rebuild')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('rollups') });
  });
});
