import { Workbook } from 'exceljs';
import { submit, validate, type RefusalSeen, type ValidationSeen } from './support/filing';
import { peopleOf, series } from './support/series';
import { smallCityServer } from './support/small-city-server';
import { writtenReport } from './support/written-report';

const YEAR = 2022;
const LOST = ['new_received', 'carried_out'];
const CELL = 's3/new_received/total';
const isLost = (cell: string): boolean => LOST.some((row) => cell.startsWith(`s3/${row}/`));

interface CellSeen {
  readonly cell: string;
  readonly state: string;
  readonly amount: string | null;
  readonly raw: string;
}

describe('a cell that was not found', () => {
  const here = smallCityServer(['agency', 'county']);
  /** A whole report but for two rows of section three. */
  const file = {
    name: '年报.txt',
    content: Buffer.from(
      writtenReport({ agency: '青禾县统计局', year: YEAR })
        .split('\n')
        .filter((line) => !/^(?:一、本年新收|四、结转下年度)/.test(line))
        .join('\n'),
    ),
  };
  const scope = () => ({ agencyId: here.city.agency });
  let edition: string;

  async function ask<Seen>(document: string, variables: object, login?: string): Promise<Seen> {
    const { result, errors } = await here.server.ask<{ it: Seen }>(document, { ...variables }, { cookie: login && here.cookies[login] });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.it;
  }

  beforeAll(async () => {
    const { result, errors } = await here.server.ask<{ importPublishedReport: { edition: { id: string } } }>(
      'mutation ($input: PublishedReportInput!) { importPublishedReport(input: $input) { ... on ImportedReport { edition { id } } ... on Refusal { code } } }',
      { input: { file: null, source: { citation: '县政府网站' } } },
      { cookie: here.cookies.county, file },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    edition = result.importPublishedReport.edition.id;
  });

  it('is told as such by the check, and holds a filing back by name', async () => {
    const seen = (await validate(here.server, undefined, { file })) as ValidationSeen;
    const lost = seen.cells.filter(({ cell }) => isLost(cell));
    expect(lost).toHaveLength(14);
    for (const cell of lost) expect(cell).toMatchObject({ state: 'not_found', amount: null, raw: '' });
    const refused = (await submit(here.server, here.cookies.agency, {
      ...scope(),
      year: YEAR - 1,
      file: {
        ...file,
        content: Buffer.from(
          file.content
            .toString()
            .replaceAll(String(YEAR), String(YEAR - 1))
            .replaceAll('二〇二三年', '二〇二二年'),
        ),
      },
    })) as RefusalSeen;
    expect(refused.code).toBe('REPORT_HAS_ERRORS');
    const missing = refused.findings.find(({ code }) => code === 'FMT-MISSING');
    expect([...missing!.cells].sort()).toEqual(lost.map(({ cell }) => cell).sort());
    expect(refused.findings.filter(({ code, cells }) => code === 'FMT-BLANK' && cells.some(isLost))).toEqual([]);
  });

  it('is kept as such, with its edition and with the number it is missing in', async () => {
    const { cells } = await ask<{ cells: readonly CellSeen[] }>(
      'query ($id: ID!) { it: edition(id: $id) { cells { cell state amount raw } } }',
      { id: edition },
    );
    for (const cell of cells.filter((one) => isLost(one.cell))) expect(cell).toMatchObject({ state: 'not_found', amount: null, raw: '' });
    const explained = await ask<object>(
      `query ($scope: ScopeInput!, $year: Int!) { it: explainPoint(indicator: "new_received", scope: $scope, year: $year) { ... on Refusal { code }
        ... on PointExplanation { point { value noValue coverage { reported leftOut leftOutBlank leftOutForm } } contributors { total } leftOut { items { why agency { id } } } } } }`,
      { scope: scope(), year: YEAR },
    );
    expect(explained).toEqual({
      point: { value: null, noValue: 'cells_blank', coverage: { reported: 1, leftOut: 1, leftOutBlank: 1, leftOutForm: 0 } },
      contributors: { total: 0 },
      leftOut: { items: [{ why: 'not_found', agency: { id: here.city.agency } }] },
    });
  });

  it('is no zero and no blank in series, files, sums and combined reports', async () => {
    const asked = { indicators: ['new_received'], scope: scope(), years: { from: YEAR, to: YEAR } };
    expect((await series(here.server, asked)).new_received).toMatchObject([
      { value: null, numerator: null, noValue: 'cells_blank', coverage: { expected: 1, reported: 1, missing: 0, leftOut: 1 } },
    ]);
    const people = await peopleOf(here.server, {
      indicator: 'new_received',
      scope: { regionId: here.city.county },
      year: YEAR,
      part: 'left_out_blank',
    });
    expect(people.items.map(({ name }) => name)).toEqual(['青禾县统计局']);
    const query = `indicators=new_received&agency=${here.city.agency}&from=${YEAR}&to=${YEAR}`;
    const [head, line] = (await (await fetch(`${here.server.address}/exports/series.csv?${query}`)).text())
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n');
    const fields = Object.fromEntries(head!.split(',').map((name, at) => [name, line!.split(',')[at]]));
    expect(fields).toMatchObject({ value: '', numerator: '', no_value: 'cells_blank', reported: '1', left_out: '1' });
    const workbook = new Workbook();
    await workbook.xlsx.load(await (await fetch(`${here.server.address}/exports/series.xlsx?${query}`)).arrayBuffer());
    const [titles, row] = [1, 2].map((at) => workbook.worksheets[0]!.getRow(at).values as readonly unknown[]);
    expect(row![titles!.indexOf('value')]).toBeUndefined();
    expect(row![titles!.indexOf('no_value')]).toBe('cells_blank');
    const { cells } = await ask<{
      cells: readonly { cell: string; sum: string | null; coverage: { reported: number; leftOut: number } }[];
    }>(
      `query ($regionId: ID!, $year: Int!) { it: cellSums(regionId: $regionId, year: $year) { ... on CellSums { cells { cell sum coverage { reported leftOut } } } } }`,
      { regionId: here.city.county, year: YEAR },
    );
    expect(cells.find(({ cell }) => cell === CELL)).toMatchObject({ sum: null, coverage: { reported: 1, leftOut: 1 } });
  });

  it('fills in nothing: neither the draft of its own year nor the one of the next', async () => {
    const draft = (year: number) =>
      ask<{ carried: readonly { cell: string }[]; content: { cells: readonly { cell: string; text: string | null }[] } }>(
        'query ($agencyId: ID!, $year: Int!) { it: draft(agencyId: $agencyId, year: $year) { carried { cell } content { cells { cell text } } } }',
        { agencyId: here.city.agency, year },
        'agency',
      );
    const next = await draft(YEAR + 1);
    expect(next.carried.map(({ cell }) => cell).filter((cell) => cell.startsWith('s3/carried_in/'))).toEqual([]);
    expect(next.content.cells.filter(({ cell }) => cell.startsWith('s3/carried_in/'))).toEqual([]);
    const own = await draft(YEAR);
    expect(own.content.cells.filter(({ cell, text }) => isLost(cell) && text !== null)).toEqual([]);
  });
});
