import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type RefusalSeen, type SubmissionSeen, type ValidationSeen, decide, series, submit, validate } from './support/filing';
import { type FreshDatabase, WORKSPACE, freshDatabase } from './support/fresh-database';
import { type RunningServer, startServer } from './support/running-server';
import { PASSWORD, type SmallCity, makeSmallCity } from './support/small-city';

const FIXTURES = path.join(WORKSPACE, 'test/reports');
const PUBLISHED = path.resolve(WORKSPACE, '../shared/reports');

/** Documents filed from beginning to end: our own always, the real reference document where it lies beside the checkout. */
const DOCUMENTS = [
  {
    name: 'our own one-cell-a-line text',
    file: path.join(FIXTURES, 'accepted/one-cell-a-line.txt'),
    agency: '青禾县农业农村局',
    received: '17',
    declared: '36',
  },
  {
    name: 'the reference document',
    file: path.join(PUBLISHED, '2023-wusu-statistics-bureau.txt'),
    agency: '乌苏市统计局',
    received: '0',
    declared: '12',
  },
].filter((document) => existsSync(document.file));

const YEAR = 2023;
const INDICATORS = [
  'new_received',
  'total_processed',
  'carried_out',
  'review_total',
  'normative_issued',
  'decisions_licensing',
  'disclosure_rate',
];

describe.each(DOCUMENTS)('filing $name', ({ file, agency, received, declared }) => {
  let database: FreshDatabase;
  let server: RunningServer;
  let city: SmallCity;
  let agencyCookie: string;
  let countyCookie: string;
  const document = { name: path.basename(file), content: readFileSync(file) };

  beforeAll(async () => {
    database = await freshDatabase();
    city = await makeSmallCity(database.owner, agency);
    server = await startServer(database.url);
    agencyCookie = await server.logIn('agency', PASSWORD);
    countyCookie = await server.logIn('county', PASSWORD);
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  it('finds no error in it, in a dry run that keeps nothing and needs no account', async () => {
    const before = await rowCounts(database);
    const checked = (await validate(server, undefined, { file: document })) as ValidationSeen;
    expect(checked).toMatchObject({ __typename: 'Validation', year: YEAR });
    expect(checked.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(checked.cells).toHaveLength(200);
    expect(checked.declared).toEqual([
      expect.objectContaining({ code: 'published_items', amount: declared, quotation: expect.stringContaining(`${declared}件`) }),
    ]);
    expect(await rowCounts(database)).toEqual(before);
  });

  it('is submitted, accepted and published, and changes the series by exactly its figures and coverage by one', async () => {
    const ask = (regionId: string) => series(server, { indicators: INDICATORS, scope: { regionId }, years: { from: YEAR, to: YEAR } });
    const empty = await ask(city.city);
    expect(empty.new_received![0]).toMatchObject({
      value: null,
      noValue: 'nobody_reported',
      coverage: { expected: 3, reported: 0, missing: 3, leftOut: 0 },
    });

    const filed = (await submit(server, agencyCookie, {
      agencyId: city.agency,
      year: YEAR,
      file: document,
      key: 'first',
    })) as SubmissionSeen;
    expect(filed).toMatchObject({ __typename: 'Submission', repeated: false, edition: { number: 1, state: 'submitted' } });
    expect(filed.receipt.number).toMatch(/^GK\d{8}-\d{7}$/);
    expect(await ask(city.city)).toEqual(empty);

    expect(await decide(server, countyCookie, 'acceptReport', filed.edition.id)).toMatchObject({ state: 'accepted' });
    expect(await ask(city.city)).toEqual(empty);
    expect(await decide(server, countyCookie, 'publishReport', filed.edition.id)).toMatchObject({ state: 'published' });

    const checked = (await validate(server, undefined, { file: document })) as ValidationSeen;
    const cell = (id: string): string => checked.cells.find((one) => one.cell === id)!.amount!;
    for (const regionId of [city.city, city.county]) {
      const after = await ask(regionId);
      const expected = regionId === city.city ? 3 : 2;
      expect(after.new_received![0]).toMatchObject({
        value: received,
        noValue: null,
        coverage: { expected, reported: 1, late: 1, missing: expected - 1, leftOut: 0 },
        forms: ['gb2021_30'],
      });
      expect(after.total_processed![0]!.value).toBe(cell('s3/total_processed/total'));
      expect(after.carried_out![0]!.value).toBe(cell('s3/carried_out/total'));
      expect(after.review_total![0]!.value).toBe(cell('s4/review/total'));
      expect(after.normative_issued![0]!.value).toBe(cell('s2/normative_documents/issued_count'));
      expect(after.decisions_licensing![0]!.value).toBe(cell('s2/administrative_licensing/decision_count'));
      expect(after.disclosure_rate![0]).toMatchObject({ denominator: cell('s3/total_processed/total') });
    }
    expect((await ask(city.otherCounty)).new_received![0]).toMatchObject({ value: null, coverage: { expected: 1, reported: 0 } });
  });

  it('gives the same receipt for the same key and content, and refuses the key with other content', async () => {
    const again = (await submit(server, agencyCookie, {
      agencyId: city.agency,
      year: YEAR,
      file: document,
      key: 'first',
    })) as SubmissionSeen;
    const { rows } = await database.owner.query<{ receipt_number: string }>('SELECT receipt_number FROM editions');
    expect(again).toMatchObject({ repeated: true, receipt: { number: rows[0]!.receipt_number }, edition: { number: 1 } });
    expect(rows).toHaveLength(1);
    const other = {
      name: 'other.txt',
      content: Buffer.from(document.content.toString('utf8').replace('（一）主动公开', '（一）主动公开。补充一句。（一）主动公开')),
    };
    expect(await submit(server, agencyCookie, { agencyId: city.agency, year: YEAR, file: other, key: 'first' })).toMatchObject({
      code: 'KEY_REUSED',
    });
  });

  it('keeps the original file and gives it back byte for byte, as a download and to those who may see it', async () => {
    const { rows } = await database.owner.query<{ id: string; sha256: string }>('SELECT id, document_sha256 AS sha256 FROM editions');
    const sha256 = createHash('sha256').update(document.content).digest('hex');
    expect(rows).toEqual([{ id: expect.any(String), sha256 }]);
    const given = await fetch(`${server.address}/documents/${rows[0]!.id}`);
    expect(given.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await given.arrayBuffer()).equals(document.content)).toBe(true);
    expect((await fetch(`${server.address}/documents/999`)).status).toBe(404);
  });

  it('is exported as CSV with who stands behind each figure', async () => {
    const query = `indicators=new_received,disclosure_rate&region=${city.city}&from=${YEAR - 1}&to=${YEAR}`;
    const response = await fetch(`${server.address}/exports/series.csv?${query}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...lines] = bytes
      .subarray(3)
      .toString('utf8')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const at = (line: readonly string[], column: string): string => line[header!.indexOf(column)]!;
    expect(lines).toHaveLength(4);
    const [before, now] = lines.filter((line) => at(line, 'indicator') === 'new_received');
    expect([at(before!, 'value'), at(before!, 'no_value'), at(before!, 'reported'), at(before!, 'missing')]).toEqual([
      '',
      'nobody_reported',
      '0',
      '3',
    ]);
    expect([at(now!, 'value'), at(now!, 'no_value'), at(now!, 'reported'), at(now!, 'missing'), at(now!, 'forms')]).toEqual([
      received,
      '',
      '1',
      '2',
      'gb2021_30',
    ]);
    expect((await fetch(`${server.address}/exports/series.csv?${query}&state=accepted`)).status).toBe(403);
    expect((await fetch(`${server.address}/exports/series.csv?indicators=nothing&region=1&from=2020&to=2021`)).status).toBe(400);
  });
});

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
    expect(error!.path.zh).toMatch(/^第四部分 行政(复议|诉讼).*总计/);
    expect(error!.cells[0]).toMatch(/^s4\/(review|litigation_direct|litigation_post_review)\/total$/);
    expect(error!.expected).toMatch(/^\d+$/);
    expect(error!.found).toMatch(/^\d+$/);
    expect(error!.expected).not.toBe(error!.found);
    expect(error!.message.zh).toContain(error!.expected!);
    expect(error!.message.zh).toContain(error!.found!);
    expect(error!.message.en).toMatch(/[A-Za-z]/);
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
      reason: '更正文字。',
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

async function rowCounts(database: FreshDatabase): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of ['editions', 'edition_events', 'provenance', 'findings', 'documents', 'standings', 'rollups', 'reports']) {
    counts[table] = Number((await database.owner.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]!.count);
  }
  return counts;
}
