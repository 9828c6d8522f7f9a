import path from 'node:path';
import { CELLS, INDICATORS, indicatorOf } from '@gongkai/catalogue';
import { tableOf, trendOption } from '@gongkai/charts';
import type { FormId, SeriesPoint } from '@gongkai/model';
import { type SubmissionSeen, decide, submit, validate, type ValidationSeen } from '../src/support/filing';
import { type FreshDatabase, command, freshDatabase } from '../src/support/fresh-database';
import { type RunningServer, type Upload, startServer } from '../src/support/running-server';
import { type PointSeen, series } from '../src/support/series';
import { PASSWORD, type SmallCity, makeSmallCity } from '../src/support/small-city';
import { BEFORE, THIRD, THIRD_YEAR, filledTemplate, requests } from './filled-template';

/** The built programs take the catalogue of this folder too. */
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --require ${path.join(__dirname, 'take-catalogue.cjs')}`;

const titleOf = (agency: string, year: number): string => `${agency}${year}年政府信息公开工作年度报告`;
const OLD = { s2: BEFORE.id, s3: BEFORE.id, s4: BEFORE.id };
const BEFORE_THAT = {
  ...requests({ new_received: 5, granted: 2, other_misc: 1, total_processed: 3, carried_out: 2 }),
  ...{ 's4/review/upheld': '1', 's4/review/total': '1' },
} as const;
const THEN = {
  ...requests({ new_received: 9, carried_in: 2, granted: 4, other_moved: 3, other_misc: 1, total_processed: 8, carried_out: 3 }),
  ...{ 's4/review/upheld': '1', 's4/review/settled': '2', 's4/review/total': '3' },
} as const;

describe('the platform with a third form', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  let city: SmallCity;
  let county = '';

  beforeAll(async () => {
    database = await freshDatabase({ migrated: false });
    await command(database.url, 'migrate');
    city = await makeSmallCity(database.owner);
    server = await startServer(database.url);
    county = await server.logIn('county', PASSWORD);
    const [agency, neighbour] = [await server.logIn('agency', PASSWORD), await server.logIn('neighbour', PASSWORD)];
    await publish(agency, city.agency, THIRD_YEAR - 1, filledTemplate(titleOf('青禾县统计局', THIRD_YEAR - 1), BEFORE_THAT, OLD));
    await publish(agency, city.agency, THIRD_YEAR, filledTemplate(titleOf('青禾县统计局', THIRD_YEAR), THEN));
    // Section four is left over from the form before.
    const leftOver = { ...requests({ new_received: 1, granted: 1, total_processed: 1 }), 's4/review/upheld': '4', 's4/review/total': '4' };
    await publish(neighbour, city.neighbour, THIRD_YEAR, filledTemplate(titleOf('青禾县林业局', THIRD_YEAR), leftOver, { s4: BEFORE.id }));
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  async function publish(cookie: string, agencyId: string, year: number, file: Upload): Promise<void> {
    const filed = await submit(server, cookie, { agencyId, year, file });
    expect(filed).toMatchObject({ __typename: 'Submission' });
    const { id } = (filed as SubmissionSeen).edition;
    await decide(server, county, 'acceptReport', id);
    expect(await decide(server, county, 'publishReport', id)).toMatchObject({ state: 'published' });
  }

  async function pointsOf(indicator: string): Promise<readonly PointSeen[]> {
    const scope = { regionId: city.county };
    const found = await series(server, { indicators: [indicator], scope, years: { from: THIRD_YEAR - 1, to: THIRD_YEAR } });
    return found[indicator]!;
  }

  it('keeps each section under its own form, with the names of the catalogue', async () => {
    const { rows } = await database.owner.query(
      'SELECT s2_form, s3_form, s4_form, count(*)::int FROM editions GROUP BY 1, 2, 3 ORDER BY 4, 1, 3',
    );
    expect(rows).toEqual([
      { s2_form: BEFORE.id, s3_form: BEFORE.id, s4_form: BEFORE.id, count: 1 },
      { s2_form: THIRD.id, s3_form: THIRD.id, s4_form: BEFORE.id, count: 1 },
      { s2_form: THIRD.id, s3_form: THIRD.id, s4_form: THIRD.id, count: 1 },
    ]);
    const forms = await database.owner.query('SELECT id, document, first_year FROM forms ORDER BY first_year');
    expect(forms.rows.at(-1)).toEqual({ id: THIRD.id, document: THIRD.document, first_year: THIRD_YEAR });
    const { result } = await server.ask<{ edition: { forms: unknown } }>('{ edition(id: "2") { forms { s2 s3 s4 } } }');
    expect(result.edition.forms).toEqual({ s2: THIRD.id, s3: THIRD.id, s4: THIRD.id });
  });

  it('checks what is typed into it by its own rules', async () => {
    const cells = THIRD.grids.flatMap(({ section, rows, columns }) =>
      rows.flatMap((row) => columns.map((column) => ({ cell: `${section}/${row.code}/${column.code}`, text: '0' }))),
    );
    const typed = cells.map((one) => (one.cell === 's4/review/settled' ? { ...one, text: '1' } : one));
    const seen = (await validate(server, undefined, {
      agencyId: city.agency,
      year: THIRD_YEAR,
      cells: typed,
      narrative: [],
    })) as ValidationSeen;
    expect(seen.findings.map(({ code }) => code)).toContain('S4-SUM');
    const gone = [...cells, { cell: 's3/not_processed_publication/total', text: '0' }];
    expect(await validate(server, undefined, { agencyId: city.agency, year: THIRD_YEAR, cells: gone, narrative: [] })).toMatchObject({
      __typename: 'Refusal',
    });
  });

  it('adds up what compares over both forms, and says of what does not why', async () => {
    const [before, now] = await pointsOf('new_received');
    expect([before!.value, now!.value, now!.forms, now!.comparability?.verdict]).toEqual(['5', '10', [THIRD.id], 'same']);
    const reviews = await pointsOf('review_total');
    expect(reviews.map(({ value, forms }) => [value, [...forms].sort()])).toEqual([
      ['1', [BEFORE.id]],
      ['7', [BEFORE.id, THIRD.id]],
    ]);
    const [, others] = await pointsOf('other');
    expect([others!.value, others!.comparability?.verdict, others!.change?.difference]).toEqual(['4', 'none', null]);
    const [, refused] = await pointsOf('not_processed');
    expect(refused!.comparability?.verdict).toBe('note');
  });

  it('sums the cells it brings, leaving out who filed on another form', async () => {
    const { result } = await server.ask<{ cellSums: { cells: readonly { cell: string; sum: string | null; coverage: unknown }[] } }>(
      `query ($id: ID!) { cellSums(regionId: $id, year: ${THIRD_YEAR}) { ... on CellSums { cells { cell sum coverage { reported leftOutForm } } } } }`,
      { id: city.county },
    );
    const of = (id: string) => result.cellSums.cells.find(({ cell }) => cell === id);
    expect(result.cellSums.cells).toHaveLength(CELLS.length);
    expect(of('s3/other_moved/total')).toMatchObject({ sum: '3', coverage: { reported: 2, leftOutForm: 0 } });
    expect(of('s4/review/settled')).toMatchObject({ sum: '2', coverage: { reported: 2, leftOutForm: 1 } });
    expect(of('s3/not_processed_publication/total')).toMatchObject({ sum: null, coverage: { reported: 2, leftOutForm: 2 } });
    expect(JSON.parse(await command(database.url, 'verify', 'rollups'))).toMatchObject({ differs: null });
  }, 60_000);

  it('is drawn with the name of the form and where its figures do not compare', async () => {
    const rows = (await pointsOf('other')).map((point): SeriesPoint => drawn('other', point));
    const input = { rows, indicators: [indicatorOf('other')], language: 'zh' } as const;
    const [, now] = tableOf(input).rows;
    expect(now!.cells[0]).toMatchObject({ text: '4 件', forms: THIRD.document, comparability: expect.stringContaining('不可比') });
    expect(JSON.stringify(trendOption(input))).toContain('不可比');
    expect(tableOf({ ...input, language: 'en' }).rows[1]!.cells[0]!.forms).toBe('Form 2024 No. 1');
  });

  it('has its template and is exported by its id', async () => {
    const template = await (await fetch(`${server.address}/templates/report-${THIRD_YEAR}.csv`)).text();
    expect(template).toContain('s4/review/settled');
    expect(template).not.toContain('not_processed_publication');
    const codes = INDICATORS.slice(0, 2).map(({ code }) => code);
    const query = `indicators=${codes.join(',')}&region=${city.county}&from=${THIRD_YEAR}&to=${THIRD_YEAR}`;
    const exported = await (await fetch(`${server.address}/exports/series.csv?${query}`)).text();
    expect(exported).toContain(THIRD.id);
  });
});

/** A point as the api gives it, with the words the catalogue has for its verdict. */
function drawn(code: string, { forms, ...point }: PointSeen): SeriesPoint {
  const reason = indicatorOf(code).comparability.find(({ from, to }) => from === BEFORE.id && to === THIRD.id)?.reason ?? null;
  const comparability = point.comparability === null ? null : { verdict: 'none' as const, reason };
  return {
    ...point,
    indicator: code,
    group: null,
    forms: forms as readonly FormId[],
    noValue: null,
    comparability,
    restated: null,
    change: null,
  };
}
