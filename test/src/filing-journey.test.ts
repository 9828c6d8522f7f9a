import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type SubmissionSeen, type ValidationSeen, decide, submit, validate } from './support/filing';
import { series } from './support/series';
import { type FreshDatabase, WORKSPACE, freshDatabase } from './support/fresh-database';
import { rowCounts } from './support/row-counts';
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
      expect.objectContaining({ code: 'information_processing_fee', amount: '0' }),
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
