import { hash } from '@node-rs/argon2';
import { type FreshDatabase, commandReading, freshDatabase } from './support/fresh-database';
import { rowCounts } from './support/row-counts';
import { type RunningServer, startServer } from './support/running-server';
import { PASSWORD } from './support/small-city';

const OUTCOME = `__typename ... on Refusal { code message { zh en } }
  ... on RegisterOutcome { written added unchanged refused lines { register line action what problem { zh en } password } }`;
const SAVE = `mutation ($input: RegistersInput!, $dryRun: Boolean!) { saveRegisters(input: $input, dryRun: $dryRun) { ${OUTCOME} } }`;

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: { readonly zh: string };
  readonly written: boolean;
  readonly added: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly lines: readonly {
    readonly line: number;
    readonly action: string;
    readonly what: string;
    readonly problem: { zh: string } | null;
    readonly password: string | null;
  }[];
}

const FILES = {
  regions: `名称,级别,行政区划代码,上级,设立日期
云川市,prefecture,990100,,2000-01-01
青禾县,county,990121,云川市,2000-01-01
云川高新区,functional_zone,,990100,2012-06-01
`,
  agencies: `name,kind,region,aliases,valid_from,valid_to
青禾县人民政府,GOVERNMENT,青禾县,,,
青禾县人民政府办公室,GOVERNMENT_OFFICE,990121,县政府办,,
青禾县教育局,DEPARTMENT,青禾县,县教育局；青禾县教育体育局,,
青禾县农机局,DEPARTMENT,青禾县,,,2022-03-01
`,
  roster: `单位名称,报告年度,截止日期,应当报送
青禾县人民政府,2023,,
青禾县教育局,2023,2024-01-26,是
青禾县教育局,2024,,是
青禾县农机局,2021,,是
`,
  accounts: `登录名,姓名或者岗位,角色,单位名称,所属地区
qh-jyj,教育局填报员,agency,青禾县教育局,
qh-sh,青禾县审核员,supervisor,,青禾县
yc-fx,市级分析员,analyst,,云川市
`,
} as const;

describe('the registers of one own city', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  let cookie: string;

  beforeAll(async () => {
    database = await freshDatabase();
    await commandReading(`${PASSWORD}\n`, database.url, 'init', 'administrator', '管理员');
    server = await startServer(database.url);
    cookie = await server.logIn('administrator', PASSWORD);
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  async function send(register: string, text: string, dryRun: boolean, as: string | null = cookie): Promise<Outcome> {
    const form = new FormData();
    const query = `mutation ($register: Register!, $file: Upload!, $dryRun: Boolean!) { importRegister(register: $register, file: $file, dryRun: $dryRun) { ${OUTCOME} } }`;
    form.set('operations', JSON.stringify({ query, variables: { register, dryRun, file: null } }));
    form.set('map', JSON.stringify({ file: ['variables.file'] }));
    form.set('file', new Blob([text]), `${register}.csv`);
    const headers = { 'apollo-require-preflight': '1', ...(as === null ? {} : { cookie: as }) };
    const response = await fetch(`${server.address}/graphql`, { method: 'POST', headers, body: form });
    const { data, errors } = (await response.json()) as { data: { importRegister: Outcome }; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data.importRegister;
  }

  it('begin with one administrator, made once and with a password that is none everybody tries', async () => {
    await expect(commandReading(`${PASSWORD}\n`, database.url, 'init', 'second', '另一人')).rejects.toThrow(
      /There are regions or accounts already/,
    );
    const other = await freshDatabase();
    await expect(commandReading('password123\n', other.url, 'init', 'first', '管理员')).rejects.toThrow(/10/);
    await expect(commandReading(`${PASSWORD}\n`, other.url, 'init', ' ', '管理员')).rejects.toThrow(/not empty/);
    await other.drop();
  });

  it('are rehearsed by a dry run that keeps nothing and gives away no password', async () => {
    const before = await rowCounts(database);
    expect(await send('regions', FILES.regions, true)).toMatchObject({ written: false, added: 3, refused: 0 });
    expect(await rowCounts(database)).toEqual(before);
  });

  it('are written from four files in their order', async () => {
    const counts = { regions: 3, agencies: 4, roster: 4, accounts: 3 };
    for (const [register, added] of Object.entries(counts)) {
      const outcome = await send(register, FILES[register as keyof typeof FILES], false);
      expect([register, outcome]).toEqual([register, expect.objectContaining({ written: true, added, refused: 0 })]);
      if (register === 'accounts') {
        const [first] = outcome.lines;
        expect(await server.logIn('qh-jyj', first!.password!)).toContain('gongkai_session');
      }
    }
    const { rows } = await database.owner.query(
      `SELECT agency_name AS name, year, due_on::text AS due, cardinality(region_path) AS levels FROM reports ORDER BY year, agency_name COLLATE "C"`,
    );
    expect(rows).toEqual([
      { name: '青禾县农机局', year: 2021, due: '2022-01-31', levels: 2 },
      { name: '青禾县人民政府', year: 2023, due: '2024-02-20', levels: 2 },
      { name: '青禾县教育局', year: 2023, due: '2024-01-26', levels: 2 },
      { name: '青禾县教育局', year: 2024, due: '2025-01-31', levels: 2 },
    ]);
  });

  it('stay as they are when the same files come again', async () => {
    const before = await rowCounts(database);
    for (const [register, text] of Object.entries(FILES))
      expect([register, await send(register, text, false)]).toEqual([
        register,
        expect.objectContaining({ written: true, added: 0, refused: 0 }),
      ]);
    expect(await rowCounts(database)).toEqual(before);
  });

  it('take all lines or none, and say of each what is wrong with it', async () => {
    const before = await rowCounts(database);
    const roster =
      '单位名称,报告年度,截止日期\n青禾县教育局,2022,\n青禾县没有局,2022,\n青禾县教育局,2025,2026-05-01\n青禾县农机局,2023,\n青禾县教育局,2018,\n青禾县教育局,2023,2024-01-31\n';
    const outcome = await send('roster', roster, false);
    expect(outcome).toMatchObject({ written: false, added: 1, refused: 5 });
    expect(outcome.lines.map(({ action, problem }) => problem?.zh ?? action)).toEqual([
      'added',
      '没有单位“青禾县没有局”',
      '截止日期晚于法定日期 2026-01-31',
      '2023 年末没有这个单位',
      '2019 年度以前没有统一的法定日期，请填写截止日期',
      '已有该任务，截止 2024-01-26',
    ]);
    const agencies = '单位名称,单位类型,所属地区\n青禾县教育局,SUBDISTRICT,青禾县\n新局,DEPARTMENT,没有的县\n';
    expect((await send('agencies', agencies, false)).lines.map(({ problem }) => problem!.zh)).toEqual([
      '已有该单位，类型为 DEPARTMENT',
      '没有地区“没有的县”',
    ]);
    const accounts = '登录名,姓名或者岗位,角色,单位名称,所属地区\nqh-sh,又一人,agency,青禾县教育局,\nx,y,supervisor,青禾县教育局,\n';
    expect((await send('accounts', accounts, false)).lines.map(({ problem }) => problem!.zh)).toEqual([
      '登录名已被使用',
      '角色与单位、地区不相配',
    ]);
    expect(await rowCounts(database)).toEqual(before);
  });

  it('name every line that cannot be read at once, with its place in the file, beside what would become of the others', async () => {
    const before = await rowCounts(database);
    const agencies =
      '单位名称\t单位类型\t所属地区\t设立日期\n甲局\tDEPARTMENT\t青禾县\t2000年1月1日\n乙局\tBUREAU\t青禾县\t\n\n丙局\tDEPARTMENT\t青禾县\t2023-02-30\n丁局\tDEPARTMENT\t没有的县\t\n戊局\tDEPARTMENT\t3.20E+05\t\n';
    const outcome = await send('agencies', agencies, false);
    expect(outcome).toMatchObject({ written: false, added: 1, refused: 4 });
    expect(outcome.lines.map(({ line, what, problem }) => `${line} ${what} ${problem?.zh ?? ''}`)).toEqual([
      '1 甲局 ',
      expect.stringContaining('2 乙局 “单位类型”的值“BUREAU”无法识别，可以填：GOVERNMENT'),
      expect.stringContaining('4 丙局 “设立日期”的值“2023-02-30”不是一天'),
      '5 丁局 没有地区“没有的县”',
      expect.stringContaining('6 戊局 “所属地区”的值“3.20E+05”被表格软件改成了科学记数'),
    ]);
    expect(await rowCounts(database)).toEqual(before);
  });

  it.each([
    ['a column nobody knows', 'regions', '名称,级别,颜色\n甲,county,红\n', '不认识“颜色”'],
    ['a column that is missing', 'regions', '名称\n甲\n', '缺少“级别”'],
    ['no lines', 'roster', '单位名称,报告年度\n', '1 至'],
    ['no table', 'roster', '"单位名称,报告年度\n', 'CSV'],
  ])('refuse a file with %s as a whole', async (_, register, text, words) => {
    const outcome = await send(register, text, false);
    expect(outcome).toMatchObject({ __typename: 'Refusal', code: 'BAD_REGISTER' });
    expect(outcome.message!.zh).toContain(words);
  });

  it.each([
    ['a region', { regions: [{ name: '甲\u0007县', level: 'county' }] }, '地区第 1 行'],
    ['an agency', { agencies: [{ name: '青禾县\n林业局', kind: 'DEPARTMENT', region: '青禾县' }] }, '单位第 1 行'],
    ['an alias', { agencies: [{ name: '甲局', kind: 'DEPARTMENT', region: '青禾县', aliases: ['乙局', '丙\u202e局'] }] }, '单位第 1 行'],
    ['a log-in', { accounts: [{ login: 'qh\u001b[31m', name: '甲', role: 'administrator' }] }, '账号第 1 行'],
    ['a person', { accounts: [{ login: 'qh-x', name: ' ', role: 'administrator' }] }, '不能为空'],
    ['a login', { accounts: [{ login: '', name: '管理员', role: 'administrator' }] }, '不能为空'],
    ['another name', { agencies: [{ name: '青禾县档案局', kind: 'DEPARTMENT', region: '青禾县', aliases: ['县档案局', ''] }] }, '不能为空'],
  ])('refuse %s whose name is none', async (_, input, words) => {
    const before = await rowCounts(database);
    const { saveRegisters } = (await server.ask<{ saveRegisters: Outcome }>(SAVE, { input, dryRun: false }, { cookie })).result;
    expect(saveRegisters).toMatchObject({ __typename: 'Refusal', code: 'BAD_NAME' });
    expect(saveRegisters.message!.zh).toContain(words);
    expect(await rowCounts(database)).toEqual(before);
    expect(await send('regions', '名称,级别\n"甲\n县",county\n', true)).toMatchObject({ code: 'BAD_NAME' });
  });

  it('are for an administrator only', async () => {
    expect(await send('regions', FILES.regions, true, null)).toMatchObject({ code: 'NOT_LOGGED_IN' });
    const { rows } = await database.owner.query<{ id: string }>(`SELECT id FROM accounts WHERE login = 'qh-sh'`);
    await database.owner.query('UPDATE credentials SET password_hash = $1 WHERE account_id = $2', [await hash(PASSWORD), rows[0]!.id]);
    expect(await send('regions', FILES.regions, true, await server.logIn('qh-sh', PASSWORD))).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('come by GraphQL too, entries naming what stands before them', async () => {
    const input = {
      regions: [{ name: '河湾镇', level: 'township', parent: '青禾县' }],
      agencies: [{ name: '河湾镇人民政府', kind: 'TOWNSHIP', region: '河湾镇' }],
      roster: [{ agency: '河湾镇人民政府', year: 2023 }],
      accounts: [{ login: 'HW', name: '河湾镇填报员', role: 'agency', agency: '河湾镇人民政府' }],
    };
    const ask = async (dryRun: boolean) =>
      (await server.ask<{ saveRegisters: Outcome }>(SAVE, { input, dryRun }, { cookie })).result.saveRegisters;
    expect(await ask(true)).toMatchObject({ written: false, added: 4 });
    expect(await ask(false)).toMatchObject({ written: true, added: 4 });
    expect(await ask(false)).toMatchObject({ written: true, added: 0, unchanged: 4 });
  });

  it('let an account be disabled, which ends its session, and enabled again; never one own', async () => {
    const { rows } = await database.owner.query<{ id: string; login: string }>(`SELECT id, login FROM accounts`);
    const idOf = (login: string) => rows.find((row) => row.login === login)!.id;
    const session = await server.logIn('qh-sh', PASSWORD);
    const set = async (login: string, disabled: boolean) =>
      (
        await server.ask<{ disableAccount: { __typename: string; code?: string } }>(
          `mutation { disableAccount(id: "${idOf(login)}", disabled: ${disabled}) { __typename ... on Refusal { code } } }`,
          {},
          { cookie },
        )
      ).result.disableAccount;
    expect(await set('administrator', true)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await set('qh-sh', true)).toEqual({ __typename: 'Account' });
    expect((await server.ask<{ me: unknown }>('{ me { login } }', {}, { cookie: session })).result.me).toBeNull();
    await expect(server.logIn('qh-sh', PASSWORD)).rejects.toThrow();
    expect(await set('qh-sh', false)).toEqual({ __typename: 'Account' });
    expect(await server.logIn('qh-sh', PASSWORD)).toContain('gongkai_session');
  });

  it('have templates that are themselves files the platform reads', async () => {
    for (const register of Object.keys(FILES)) {
      const text = await (await fetch(`${server.address}/templates/${register}.csv`)).text();
      const outcome = await send(register, text, true);
      expect([register, outcome.__typename]).toEqual([register, 'RegisterOutcome']);
    }
    expect((await fetch(`${server.address}/templates/x.csv`)).status).toBe(404);
  });
});
