import { CELLS, FORMS } from '@gongkai/catalogue';
import { reportWorkbook, sumsOf } from '@gongkai/exports';
import { cellsOf, type Cell, type CellId, type Form, type Report } from '@gongkai/model';
import { Workbook } from 'exceljs';
import fc from 'fast-check';
import { submit, validate, type SubmissionSeen, type ValidationSeen } from './support/filing';
import { itWithOffice, keptByOffice } from './support/office';
import { smallCityServer } from './support/small-city-server';
import {
  asTyped,
  EMPTY_SECTIONS,
  readTemplate,
  registryOf,
  contentTold,
  type TemplateTexts,
  textsFor,
  computedTotals,
} from './support/template-texts';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const city = smallCityServer(['agency', 'foreign']);

/** Totals are not typed. */
function inputsOf(form: Form): readonly Cell[] {
  const totals = computedTotals(form);
  return registryOf(form).filter(({ id }) => !totals.has(id));
}

/** What an office program works out for the totals: blank beside blanks and marks. */
function withTotals(form: Form, typed: TemplateTexts): TemplateTexts {
  const texts = new Map(typed);
  const { sums } = sumsOf(form);
  for (let pass = 0; pass < 2; pass += 1) {
    for (const { total, parts } of sums) {
      const numbers = parts.map((part) => texts.get(part)).filter((text) => text !== undefined && /^-?\d+$/.test(text));
      texts.set(total, numbers.length === 0 ? '' : String(numbers.reduce((sum, text) => sum + Number(text), 0)));
    }
  }
  return texts;
}

/** Typed into the sheets at the names of the cells, as an office program would keep it, or as a library does that works out nothing. */
async function filled(bytes: Uint8Array, texts: TemplateTexts, { results = true } = {}): Promise<Uint8Array> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes as never);
  const met = new Set<string>();
  for (const { name, ranges } of workbook.definedNames.model) {
    const [, section, row, column] = /^gk\.(\w+)\.(\w+)\.(\w+)$/.exec(name) ?? [];
    const [, sheet, address] = /^'?(.*?)'?!(.*)$/.exec(ranges[0]!) ?? [];
    const text = texts.get(`${section}/${row}/${column}` as CellId);
    if (text === undefined) continue;
    met.add(name);
    const cell = workbook.getWorksheet(sheet)!.getCell(address!.replaceAll('$', ''));
    const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    if (cell.formula) cell.value = { formula: cell.formula, ...(results ? { result: value } : {}) } as never;
    else cell.value = text === '' ? null : value;
  }
  expect(met.size).toBe(texts.size);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const read = (bytes: Uint8Array): Promise<Report> => readTemplate(bytes, 'a.xlsx');

describe.each(FORMS)('the workbook of $id', (form) => {
  const beginning = { agency: '青禾县统计局', year: form.years.first, carried: new Map<CellId, string>() };

  it('holds every cell once, says whose it is, and leaves nothing to doubt before it is filled in', async () => {
    const report = await read(
      await reportWorkbook(form, CELLS, { ...beginning, carried: new Map([['s3/carried_in/natural_person' as CellId, '3']]) }),
    );
    expect(report).toMatchObject({ agencyName: '青禾县统计局', year: form.years.first, doubts: [], residue: [] });
    expect(report.forms).toEqual({ s2: form.id, s3: form.id, s4: form.id });
    expect(report.readings.map(({ cell }) => cell).sort()).toEqual([...form.grids.flatMap(cellsOf)].sort());
    expect(report.readings.filter(({ state }) => state !== 'blank')).toMatchObject([{ cell: 's3/carried_in/natural_person', amount: 3n }]);
  });

  it('is read as what was typed into it, whatever stands in its cells', async () => {
    const template = await reportWorkbook(form, CELLS, beginning);
    await fc.assert(
      fc.asyncProperty(textsFor(inputsOf(form)), fc.boolean(), async (typed, results) => {
        const texts = withTotals(form, typed);
        const report = await read(await filled(template, texts, { results }));
        expect(contentTold(report)).toEqual(contentTold(asTyped(form, texts, EMPTY_SECTIONS)));
        const inferred = report.readings.filter(({ confidence }) => confidence === 'inferred').map(({ cell }) => cell);
        const worked = [...computedTotals(form)].filter((cell) => !results && texts.get(cell) !== '');
        expect(inferred.sort()).toEqual(worked.sort());
      }),
      { numRuns: 12 },
    );
  });
});

it('works out totals, and turns a cell red where an equation does not hold', async () => {
  const form = FORMS.find(({ id }) => id === 'gb2021_30')!;
  const workbook = new Workbook();
  await workbook.xlsx.load((await reportWorkbook(form, CELLS)) as never);
  const formulas: string[] = [];
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => cell.formula && formulas.push(cell.formula)));
  expect(formulas).toHaveLength(25 + 6 + 3);
  expect(formulas[0]).toMatch(/^IF\(COUNT\(D\d+,E\d+,.*\)=0,"",SUM\(D\d+,.*\)\)$/);
});

describe('the workbook that the platform gives', () => {
  const YEAR = 2023;
  const get = (query: string, cookie?: string) =>
    fetch(`${city.server.address}/templates/report.xlsx?${query}`, { headers: cookie === undefined ? {} : { cookie } });
  const bytesOf = async (cookie?: string): Promise<Uint8Array> =>
    new Uint8Array(await (await get(`year=${YEAR}&agency=${city.city.agency}`, cookie)).arrayBuffer());

  beforeAll(async () => {
    const cells = { 's3/new_received/natural_person': '3', 's3/new_received/total': '3' } as const;
    const left = { 's3/carried_out/natural_person': '3', 's3/carried_out/total': '3' } as const;
    const filed = { agencyId: city.city.agency, year: YEAR - 1, cells: typedCells({ ...cells, ...left }), narrative: PLAIN_NARRATIVE };
    expect((await submit(city.server, city.cookies.agency, filed)) as SubmissionSeen).toMatchObject({ __typename: 'Submission' });
  });

  it('begins with the agency, the year and what last year carries over, for who may see that', async () => {
    const carried = async (cookie?: string): Promise<readonly string[]> => {
      const report = await read(await bytesOf(cookie));
      expect(report).toMatchObject({ agencyName: '青禾县统计局', year: YEAR });
      return report.readings.flatMap(({ cell, raw }) => (raw === '' ? [] : [`${cell} ${raw}`]));
    };
    expect(await carried(city.cookies.agency)).toEqual(expect.arrayContaining(['s3/carried_in/natural_person 3']));
    expect(await carried()).toEqual([]);
    expect(await carried(city.cookies.foreign)).toEqual([]);
  });

  it.each([
    ['year=1998', 400, 'UNKNOWN_FORM'],
    ['year=soon', 400, 'BAD_REQUEST'],
    ['year=2023&agency=1;2', 400, 'BAD_REQUEST'],
    ['year=2023&colour=red', 400, 'BAD_REQUEST'],
    ['year=2023&agency=999999', 404, 'UNKNOWN_AGENCY'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await get(query);
    expect([answer.status, await answer.json()]).toMatchObject([status, { code, message: { zh: expect.any(String) as string } }]);
  });

  itWithOffice('filled in and kept by an office program says what the typed form says', async () => {
    const form = FORMS.find(({ id }) => id === 'gb2021_30')!;
    const texts = new Map(
      inputsOf(form).map(({ id }, at) => [id, id.startsWith('s2/regulations') ? '0' : ['', '/', '0', '7', '1203'][at % 5]!] as const),
    );
    const sent = await keptByOffice(await withText(await filledInputs(await bytesOf(city.cookies.agency), texts)), 'xlsx');
    const cells = [...withTotals(form, texts)].map(([cell, text]) => ({ cell, text: text === '' ? null : text }));
    const asked = { agencyId: city.city.agency, year: YEAR };
    const byHand = (await validate(city.server, city.cookies.agency, { ...asked, cells, narrative: PLAIN_NARRATIVE })) as ValidationSeen;
    const byFile = (await validate(city.server, city.cookies.agency, {
      ...asked,
      file: { name: 'a.xlsx', content: sent },
    })) as ValidationSeen;
    const said = (seen: ValidationSeen) => seen.cells.map(({ cell, state, amount }) => `${cell} ${state} ${amount}`).sort();
    expect(said(byFile)).toEqual(said(byHand));
    const found = ({ findings }: ValidationSeen) => findings.map(({ code, message }) => `${code} ${message.zh}`).sort();
    expect(found(byFile)).toEqual(found(byHand));
  });
});

/** The totals are left to the office program. */
async function filledInputs(bytes: Uint8Array, texts: TemplateTexts): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load((await filled(bytes, texts)) as never);
  return workbook;
}

/** A paragraph below the heading of each section of text. */
async function withText(workbook: Workbook): Promise<Buffer> {
  for (const { section, text } of PLAIN_NARRATIVE) {
    const sheet = workbook.worksheets[Number(section.slice(1)) - 1]!;
    text.split('\n').forEach((line, at) => (sheet.getCell((section === 's1' ? 4 : 2) + at, 1).value = line));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
