import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type FreshDatabase, WORKSPACE, command, commandReading, freshDatabase } from './support/fresh-database';
import { series } from './support/filing';
import { type OutcomeSeen, jobWhen, importOutcomes, startImportJob } from './support/importing';
import { type RunningServer, startServer } from './support/running-server';
import { PASSWORD } from './support/small-city';

const FOLDER = path.resolve(WORKSPACE, '../shared/reports');
const FILES = [
  '2019-shanghai-government-office.html',
  '2023-hongze-district-government.pdf',
  '2023-shuyang-development-reform-bureau.html',
  '2023-wusu-statistics-bureau.txt',
  '2024-hongze-district-government.pdf',
] as const;

/** What the administrator writes into the templates, column by column: only what a template cannot know. */
const REGISTERS: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  regions: [
    { 名称: '上海市', 级别: 'province', 行政区划代码: '310000' },
    { 名称: '淮安市', 级别: 'prefecture', 行政区划代码: '320800' },
    { 名称: '洪泽区', 级别: 'county', 行政区划代码: '320813', 上级: '淮安市' },
    { 名称: '沭阳县', 级别: 'county', 行政区划代码: '321322' },
    { 名称: '乌苏市', 级别: 'county', 行政区划代码: '654202' },
  ],
  agencies: [
    { 单位名称: '上海市人民政府办公厅', 单位类型: 'GOVERNMENT_OFFICE', 所属地区: '上海市' },
    { 单位名称: '淮安市洪泽区人民政府', 单位类型: 'GOVERNMENT', 所属地区: '洪泽区', 别名: '洪泽区人民政府' },
    { 单位名称: '沭阳县发展和改革局', 单位类型: 'DEPARTMENT', 所属地区: '沭阳县' },
    { 单位名称: '乌苏市统计局', 单位类型: 'DEPARTMENT', 所属地区: '乌苏市' },
  ],
  roster: [{ 单位名称: '淮安市洪泽区人民政府', 报告年度: '2024' }],
};

jest.setTimeout(120_000);

// Registered only where the real reports lie beside the checkout.
(existsSync(path.join(FOLDER, FILES[0])) ? describe : describe.skip)('real reports in an instance of one’s own', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  let cookie: string;
  let outcomes: readonly OutcomeSeen[];

  beforeAll(async () => {
    database = await freshDatabase();
    await commandReading(`${PASSWORD}\n`, database.url, 'init', 'administrator', '管理员');
    server = await startServer(database.url);
    cookie = await server.logIn('administrator', PASSWORD);
    for (const [register, rows] of Object.entries(REGISTERS)) await bringIn(register, rows);
    outcomes = [];
    for (const name of ['上海市', '淮安市', '沭阳县', '乌苏市']) outcomes = [...outcomes, ...(await importInto(name))];
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  /** Fills in the template the platform gives, and sends it as a dry run and then for good. */
  async function bringIn(register: string, rows: (typeof REGISTERS)[string]): Promise<void> {
    const template = await (await fetch(`${server.address}/templates/${register}.csv`)).text();
    const columns = template
      .replace(/^\uFEFF/, '')
      .split('\r\n')[0]!
      .split(',');
    for (const row of rows) expect(columns).toEqual(expect.arrayContaining(Object.keys(row)));
    const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
    for (const dryRun of [true, false]) {
      const query = `mutation ($file: Upload!) { importRegister(register: ${register}, file: $file, dryRun: ${dryRun}) { __typename
        ... on RegisterOutcome { written added refused } } }`;
      const form = new FormData();
      form.set('operations', JSON.stringify({ query, variables: { file: null } }));
      form.set('map', JSON.stringify({ file: ['variables.file'] }));
      form.set('file', new Blob([[columns.join(','), ...lines].join('\r\n')]), `${register}.csv`);
      const headers = { 'apollo-require-preflight': '1', cookie };
      const answer = await (await fetch(`${server.address}/graphql`, { method: 'POST', headers, body: form })).json();
      expect(answer).toEqual({
        data: { importRegister: { __typename: 'RegisterOutcome', written: !dryRun, added: rows.length, refused: 0 } },
      });
    }
  }

  async function importInto(region: string): Promise<readonly OutcomeSeen[]> {
    const { rows } = await database.owner.query<{ id: string }>('SELECT region_id AS id FROM region_versions WHERE name = $1', [region]);
    const files = FILES.filter((name) =>
      name.includes({ 上海市: 'shanghai', 淮安市: 'hongze', 沭阳县: 'shuyang', 乌苏市: 'wusu' }[region]!),
    );
    const uploads = files.map((name) => ({ name, content: readFileSync(path.join(FOLDER, name)) }));
    const { id } = await startImportJob(server, cookie, uploads, { regionId: rows[0]!.id, source: { citation: '政府网站' } });
    await jobWhen(server, cookie, id);
    return (await importOutcomes(server, cookie, id)).items;
  }

  it('are all kept, each with its agency and year', () => {
    expect(outcomes.map(({ name, result, agency, year }) => [name, result, agency?.name, year])).toEqual([
      [FILES[0], 'kept', '上海市人民政府办公厅', 2019],
      [FILES[1], 'kept', '淮安市洪泽区人民政府', 2023],
      [FILES[4], 'kept', '淮安市洪泽区人民政府', 2024],
      [FILES[2], 'kept', '沭阳县发展和改革局', 2023],
      [FILES[3], 'kept', '乌苏市统计局', 2023],
    ]);
  });

  it('appear in series, to everybody', async () => {
    const agencyOf = (name: string): string => outcomes.find((outcome) => outcome.agency?.name === name)!.agency!.id;
    const received = async (name: string) => {
      const asked = { indicators: ['new_received'], scope: { agencyId: agencyOf(name) }, years: { from: 2019, to: 2024 } };
      const points = (await series(server, asked)).new_received!;
      return points.filter(({ value }) => value !== null).map(({ year, value, forms }) => [year, value, forms]);
    };
    expect(await received('淮安市洪泽区人民政府')).toEqual([
      [2023, '21', ['gb2019_60']],
      [2024, '95', ['gb2019_60']],
    ]);
    expect(await received('上海市人民政府办公厅')).toEqual([[2019, '859', ['gb2019_60']]]);
    expect(await received('沭阳县发展和改革局')).toEqual([[2023, '26', ['gb2021_30']]]);
    expect(await received('乌苏市统计局')).toEqual([[2023, '0', ['gb2021_30']]]);
  });

  it('leave sums that are those of the editions, also where nobody knows when a report was published', async () => {
    expect(JSON.parse(await command(database.url, 'verify', 'rollups'))).toMatchObject({ differs: null });
  });

  it('show mixed forms and broken sums as what they are', async () => {
    const { result } = await server.ask<{
      agency: {
        reports: readonly {
          year: number;
          origin: string;
          late: boolean;
          published: {
            origin: string;
            source: { citation: string };
            forms: { s2: string; s3: string };
            cells: readonly { cell: string; amount: string | null; derived: boolean }[];
            findings: readonly { code: string; severity: string }[];
          };
        }[];
      };
    }>(
      `query ($id: ID!) { agency(id: $id) { reports { year origin late published { origin source { citation } forms { s2 s3 }
        cells { cell amount derived } findings { code severity } } } } }`,
      { id: outcomes[1]!.agency!.id },
    );
    const [later, earlier] = result.agency.reports;
    expect(later).toMatchObject({ year: 2024, origin: 'roster', published: { forms: { s2: 'gb2021_30', s3: 'gb2019_60' } } });
    expect(earlier).toMatchObject({
      year: 2023,
      origin: 'import',
      published: { origin: 'imported', source: { citation: '政府网站' }, forms: { s2: 'gb2021_30', s3: 'gb2019_60' } },
    });
    const { cells, findings } = earlier!.published;
    const printed = (cell: string) => cells.find((one) => one.cell === `s4/${cell}`);
    expect(printed('review/upheld')).toMatchObject({ amount: '10' });
    expect(printed('review/total')).toMatchObject({ amount: '0', derived: false });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['S4-SUM', 'S4-SUM']);
  });

  it('by the words of the README', () => {
    const readme = readFileSync(path.join(WORKSPACE, 'README.md'), 'utf8');
    for (const said of [
      'npm run gongkai -- init',
      '/templates/regions.csv',
      'agencies.csv',
      'roster.csv',
      'importRegister',
      'gongkai import',
    ])
      expect(readme).toContain(said);
  });
});
