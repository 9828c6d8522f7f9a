import { Workbook } from 'exceljs';
import { FORMS } from '@gongkai/catalogue';
import { cellsOf, type Form } from '@gongkai/model';
import { unrollRules } from '@gongkai/rules';
import { PLAIN_NARRATIVE } from './support/typed-cells';
import { type ValidationSeen, validate } from './support/filing';
import { smallCityServer } from './support/small-city-server';

const city = smallCityServer([]);
/** What a clerk may leave, strike out, count none of, and count. */
const TEXTS = ['', '/', '0', '7', '1203'];
const FIGURES = ['0', '7', '1203'];
/** A file must say the unit the form of 2019 forgot, and only a file names an agency that makes no regulations: not what is compared here. */
const NOTHING = new Set(['s2/centralized_procurement/amount', 's2/regulations/newly_made', 's2/regulations/issued_count']);

/** Whoever types the parts of a total has it worked out, so a blank one is told only where a file leaves it blank: totals hold figures here. */
const totalsOf = (form: Form): ReadonlySet<string> => new Set(unrollRules(form, null).flatMap(({ defines }) => defines ?? []));

const isCell = (id: string) => /^s\d\//.test(id);

type Lines = readonly (readonly string[])[];

/** A template as a clerk fills it in: the title, a text below the headings of the narrative, and something for every cell. */
async function fill(form: Form): Promise<Lines> {
  const answer = await fetch(`${city.server.address}/templates/report-${form.years.first}.csv`);
  expect(answer.headers.get('content-disposition')).toContain(`report-${form.years.first}.csv`);
  const totals = totalsOf(form);
  const [, ...lines] = (await answer.text()).split('\r\n').slice(0, -1);
  let section = '';
  let met = 0;
  return [
    [`青禾县统计局${form.years.first}年政府信息公开工作年度报告`, '', '', ''],
    ...lines.map((line) => {
      const fields = line.split(',');
      const heading = form.sections.find(({ title }) => title.zh === fields[0]);
      if (heading) section = heading.code;
      const text = PLAIN_NARRATIVE.find((one) => one.section === section)?.text ?? '';
      if (fields[0] === '') return [text, '', '', ''];
      met += 1;
      if (!isCell(fields[0]!)) return fields;
      const texts = totals.has(fields[0]!) ? FIGURES : TEXTS;
      return [...fields.slice(0, 3), NOTHING.has(fields[0]!) ? '0' : texts[met % texts.length]!];
    }),
  ];
}

const csv = (lines: Lines): Buffer => Buffer.from(lines.map((line) => line.map((field) => `"${field}"`).join(',')).join('\n'));

async function workbook(lines: Lines): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Sheet1');
  for (const line of lines) sheet.addRow(line.map((field) => (/^\d+$/.test(field) ? Number(field) : field)));
  return Buffer.from(await book.xlsx.writeBuffer());
}

const typed = (lines: Lines) =>
  lines.filter(([id]) => isCell(id!)).map(([id, , , text]) => ({ cell: id!, text: text === '' ? null : text! }));

const cellsIn = ({ cells }: ValidationSeen) => cells.map(({ cell, state, amount, raw }) => ({ cell, state, amount, raw }));
const findingsIn = ({ findings }: ValidationSeen) => findings.map(({ code, message }) => `${code} ${message.zh}`).sort();

describe.each(FORMS)('the template of $id', (form) => {
  it('is sent filled in, as CSV or as a workbook, and says exactly what the typed form says', async () => {
    const lines = await fill(form);
    const narrative = PLAIN_NARRATIVE.map((one) => ({ ...one }));
    const byHand = (await validate(city.server, undefined, {
      agencyId: city.city.agency,
      year: form.years.first,
      cells: typed(lines),
      narrative,
    })) as ValidationSeen;
    expect(byHand.cells).toHaveLength(form.grids.flatMap(cellsOf).length);
    for (const [name, content] of [
      ['report.csv', csv(lines)],
      ['report.xlsx', await workbook(lines)],
    ] as const) {
      const sent = (await validate(city.server, undefined, { file: { name, content } })) as ValidationSeen;
      expect(sent.year).toBe(form.years.first);
      expect(cellsIn(sent)).toEqual(cellsIn(byHand));
      expect(findingsIn(sent)).toEqual(findingsIn(byHand));
    }
  });
});
