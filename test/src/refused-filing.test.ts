import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type RefusalSeen, type SubmissionSeen, decide, submit } from './support/filing';
import { type FreshDatabase, WORKSPACE, freshDatabase } from './support/fresh-database';
import { rowCounts } from './support/row-counts';
import { type RunningServer, startServer } from './support/running-server';
import { reportFile } from './support/written-report';
import { PASSWORD, type SmallCity, makeSmallCity } from './support/small-city';

const FIXTURES = path.join(WORKSPACE, 'test/reports');

const YEAR = 2023;

describe('a filing that is refused', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  let city: SmallCity;
  let cookie: string;
  const fixture = (name: string) => ({ name: path.basename(name), content: readFileSync(path.join(FIXTURES, name)) });
  const good = () => fixture('accepted/one-cell-a-line.txt');

  beforeAll(async () => {
    database = await freshDatabase();
    city = await makeSmallCity(database.owner, '青禾县农业农村局');
    server = await startServer(database.url);
    cookie = await server.logIn('agency', PASSWORD);
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  it('names section, block, column, expected and found of one wrong total in section four', async () => {
    const refusal = (await refused(() =>
      submit(server, cookie, { agencyId: city.agency, year: YEAR, file: fixture('returned/section-four-total-differs.txt') }),
    )) as RefusalSeen;
    expect(refusal.code).toBe('REPORT_HAS_ERRORS');
    const errors = refusal.findings.filter((finding) => finding.severity === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: 'S4-SUM' });
    const [error] = errors;
    expect(error!.path.zh).toMatch(/^四·行政(复议|诉讼).*总计/);
    expect(error!.cells[0]).toMatch(/^s4\/(review|litigation_direct|litigation_post_review)\/total$/);
    expect(error!.expected).toMatch(/^\d+$/);
    expect(error!.found).toMatch(/^\d+$/);
    expect(error!.expected).not.toBe(error!.found);
    expect(error!.message.zh).toContain(error!.expected!);
    expect(error!.message.zh).toContain(error!.found!);
    expect(error!.message.en).toMatch(/[A-Za-z]/);
    const ways = error!.repair!.alternatives.map(({ changes }) => changes.map(({ cell, to }) => `${cell} ${to}`).join());
    expect(ways).toContain(`${error!.cells[0]} ${error!.expected}`);
    expect(error!.repair).toMatchObject({ complete: true, count: ways.length });
    expect(error!.consequences).toEqual([]);
  });

  const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  it.each([
    ['an empty file', 'EMPTY_FILE', () => ({ file: { name: 'empty.txt', content: Buffer.alloc(0) } })],
    ['50 MB', 'FILE_TOO_LARGE', () => ({ file: { name: 'large.txt', content: Buffer.alloc(50 * 1024 * 1024, 0x30) } })],
    ['a picture renamed .html', 'UNSUPPORTED_FORMAT', () => ({ file: { name: 'report.html', content: PNG } })],
    ['another year', 'OTHER_YEAR', () => ({ file: good(), year: 2022 })],
    ['an agency nobody knows', 'UNKNOWN_AGENCY', () => ({ file: good(), agencyId: '999999' })],
    ['an agency that is no number', 'UNKNOWN_AGENCY', () => ({ file: good(), agencyId: "1' OR 1=1" })],
    ['a text that is no report', 'NO_REPORT_FOUND', () => ({ file: { name: 'letter.txt', content: Buffer.from('你好，附件请查收。') } })],
    ['a year without an obligation', 'NO_OBLIGATION', () => ({ file: good(), year: 2018 })],
    ['a year that is not over', 'TOO_EARLY', () => ({ file: good(), year: 2190 })],
    ['neither file nor cells', 'NOTHING_TO_FILE', () => ({})],
    ['a cell the form does not have', 'UNKNOWN_CELL', () => ({ cells: [{ cell: 's3/new_received/dogs', text: '1' }] })],
    [
      'a text no annual report has',
      'FILE_TOO_LARGE',
      () => ({ cells: [], narrative: [{ section: 's1', text: '公开政府信息。'.repeat(20_000) }] }),
    ],
    [
      'a file with such a text',
      'FILE_TOO_LARGE',
      () => ({
        file: {
          name: 'long.txt',
          content: Buffer.from(
            `一、总体情况\n${'公开政府信息。\n'.repeat(20_000)}五、存在的主要问题及改进情况\n无\n六、其他需要报告的事项\n无`,
          ),
        },
      }),
    ],
    ['a figure that is none', 'BAD_FIGURE', () => ({ cells: [{ cell: 's3/new_received/total', text: '十二' }] })],
  ] as const)('says why in two languages and keeps nothing: %s', async (_, code, change) => {
    const refusal = (await refused(() => submit(server, cookie, { agencyId: city.agency, year: YEAR, ...change() }))) as RefusalSeen;
    expect(refusal).toMatchObject({ __typename: 'Refusal', code });
    expect(refusal.message.zh).toMatch(/\p{Script=Han}/u);
    expect(refusal.message.en).toMatch(/[A-Za-z]{3}/);
  });

  it('refuses who is not logged in and who files for another agency', async () => {
    expect(await refused(() => submit(server, undefined, { agencyId: city.agency, year: YEAR, file: good() }))).toMatchObject({
      code: 'NOT_LOGGED_IN',
    });
    expect(await refused(() => submit(server, cookie, { agencyId: city.neighbour, year: YEAR, file: good() }))).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('refuses a file of another agency of the register', async () => {
    const neighbour = await server.logIn('neighbour', PASSWORD);
    expect(await refused(() => submit(server, neighbour, { agencyId: city.neighbour, year: YEAR, file: good() }))).toMatchObject({
      code: 'OTHER_AGENCY',
    });
  });

  it('names agency and year of a file where neither is what is filed for', async () => {
    const neighbour = await server.logIn('neighbour', PASSWORD);
    const file = async (agency: string): Promise<string> => {
      const sent = { agencyId: city.neighbour, year: YEAR, file: reportFile({ agency, year: YEAR - 1 }) };
      const refusal = (await refused(() => submit(server, neighbour, sent))) as RefusalSeen;
      expect(refusal.code).toBe('OTHER_YEAR');
      return refusal.message.zh;
    };
    const instead = `，不能作为“青禾县林业局” ${YEAR} 年度报送。`;
    expect(await file('青禾县统计局')).toBe(`文件是“青禾县统计局” ${YEAR - 1} 年度的报告${instead}`);
    expect(await file('远方县水利局')).toBe(`文件是“远方县水利局” ${YEAR - 1} 年度的报告${instead}`);
    expect(await file('青禾县林业局')).toBe(`文件是 ${YEAR - 1} 年度的报告，不能作为 ${YEAR} 年度报送。`);
  });

  it('names the section of a cell that no form has as the forms do', async () => {
    const sent = { agencyId: city.agency, year: YEAR, cells: [{ cell: 's3/new_received/dogs', text: '1' }] };
    const refusal = (await refused(() => submit(server, cookie, sent))) as RefusalSeen;
    expect(refusal.message.zh).toBe('“三、收到和处理政府信息公开申请情况”的表格中没有所指的单元格。');
  });

  it('refuses the same content without a key, a second decision, and an amendment without a reason', async () => {
    const first = (await submit(server, cookie, { agencyId: city.agency, year: YEAR, file: good() })) as SubmissionSeen;
    expect(first.__typename).toBe('Submission');
    const again = (await refused(() => submit(server, cookie, { agencyId: city.agency, year: YEAR, file: good() }))) as RefusalSeen;
    expect(again.code).toBe('ALREADY_FILED');
    expect(again.message.zh).toContain(first.receipt.number);

    expect(await refused(() => decide(server, cookie, 'acceptReport', first.edition.id))).toMatchObject({ code: 'NOT_ALLOWED' });
    const county = await server.logIn('county', PASSWORD);
    expect(await refused(() => decide(server, county, 'publishReport', first.edition.id))).toMatchObject({ code: 'ILLEGAL_MOVE' });
    expect(await decide(server, county, 'acceptReport', first.edition.id)).toMatchObject({ state: 'accepted' });
    expect(await refused(() => decide(server, county, 'acceptReport', first.edition.id))).toMatchObject({ code: 'ILLEGAL_MOVE' });

    const changed = {
      name: 'changed.txt',
      content: Buffer.from(good().content.toString('utf8').replace('没有收取信息处理费', '没有收取过信息处理费')),
    };
    expect(await refused(() => submit(server, cookie, { agencyId: city.agency, year: YEAR, file: changed }))).toMatchObject({
      code: 'NEEDS_REASON',
    });
    const amended = await submit(server, cookie, {
      agencyId: city.agency,
      year: YEAR,
      file: changed,
      reasonClass: 'correction',
      reason: '更正了一处文字',
    });
    expect(amended).toMatchObject({ edition: { number: 2, state: 'submitted' } });
    expect(await decide(server, county, 'returnReport', (amended as SubmissionSeen).edition.id)).toMatchObject({ state: 'returned' });
    expect(await refused(() => submit(server, cookie, { agencyId: city.agency, year: YEAR, file: good() }))).toMatchObject({
      code: 'ALREADY_FILED',
    });
    expect(await refused(() => submit(server, cookie, { agencyId: city.agency, year: YEAR, file: changed }))).toMatchObject({
      code: 'NEEDS_REASON',
    });
  });

  /** Runs what is to be refused and proves that no table gained or lost a row. */
  async function refused<Result>(act: () => Promise<Result>): Promise<Result> {
    const before = await rowCounts(database);
    const result = await act();
    expect(await rowCounts(database)).toEqual(before);
    return result;
  }
});
