import { CELLS, FORMS } from '@gongkai/catalogue';
import { readHtml } from '../formats/html-format';
import { readText } from '../formats/text-format';
import { findSections } from '../narrative/find-sections';
import type { PrintedDocument } from '../printed-document';
import { readTables } from './read-tables';

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const FIGURES = [[3, 1, 0, 1, 5], [1, 0, 0, 0, 1], [0, 0, 1, 0, 1]] as const; // prettier-ignore
const HEADING = '四、政府信息公开行政复议、行政诉讼情况';
type Rows = readonly (readonly (string | number)[])[];
const text = (...tables: readonly Rows[]): PrintedDocument =>
  readText([HEADING, ...tables.map((rows) => rows.map((row) => row.join('\t')).join('\n'))].join('\n\n'));
const html = (...tables: readonly Rows[]): PrintedDocument => {
  const tableOf = (rows: Rows): string =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  return readHtml(`<html><body><p>${HEADING}</p>${tables.map(tableOf).join('<p></p>')}</body></html>`);
};
const NAMES = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'];
const named = (at: number): Rows => [[NAMES[at]!, '', '', '', ''], ...one(at)];
const one = (at: number, figures: readonly number[] = FIGURES[at]!): Rows => [RESULTS, figures];

function read(document: PrintedDocument) {
  const { readings, doubts, residue } = readTables(findSections(document, FORMS), FORMS, CELLS, 2023);
  return {
    figures: readings.filter(({ cell }) => cell.startsWith('s4/')).map(({ raw, state }) => (state === 'number' ? Number(raw) : state)),
    confidence: [...new Set(readings.filter(({ cell }) => cell.startsWith('s4/')).map(({ confidence }) => confidence))],
    doubts: doubts.filter(({ section }) => section === 's4').map(({ code, text: said }) => `${code} ${said}`),
    residue: residue.length,
  };
}

describe.each([
  ['text', text],
  ['html', html],
] as const)('tables of section four that have lost their names, as %s', (_, print) => {
  it('are read where one alone has: it is the one that is left, and that is said', () => {
    expect(read(print(one(0), named(1), named(2)))).toEqual({
      figures: FIGURES.flat(),
      confidence: ['inferred', 'exact'],
      doubts: ['heads_inferred 行政复议'],
      residue: 0,
    });
    expect(read(print(named(0), named(1), one(2))).figures).toEqual(FIGURES.flat());
  });

  it('are taken for nothing where several have, where its sum does not hold, and where none is left', () => {
    expect(read(print(one(0), one(1), one(2))).doubts).toEqual([expect.stringMatching(/^section_unread/)]);
    expect(read(print(one(0, [3, 1, 0, 1, 6]), named(1), named(2))).figures.slice(0, 5)).toEqual(Array(5).fill('not_found'));
    expect(read(print(named(0), named(1), named(2), one(0))).figures).toEqual(FIGURES.flat());
  });
});
