import { CELLS, FORMS } from '@gongkai/catalogue';
import { readHtml } from '../formats/html-format';
import { findSections } from '../narrative/find-sections';
import { readTables } from './read-tables';

const rowOf = (cells: readonly string[]) => `<tr>${cells.map((cell) => (cell.startsWith('<') ? cell : `<td>${cell}</td>`)).join('')}</tr>`;
const tableOf = (...rows: readonly (readonly string[])[]) => `<table>${rows.map(rowOf).join('')}</table>`;
const over = (text: string, columns: number) => `<td colspan=${columns}>${text}</td>`;

function read(html: string) {
  const { readings, doubts, residue } = readTables(
    findSections(readHtml(`<p>四、政府信息公开行政复议、行政诉讼情况</p>${html}`), FORMS),
    FORMS,
    CELLS,
  );
  return {
    figures: readings.map(({ raw }) => raw).join(' '),
    doubts: doubts.filter(({ section }) => section === 's4').map(({ code }) => code),
    residue: residue.map(({ raw }) => raw),
  };
}

describe('section four', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const blocks = [
    ['1', '2', '3', '4', '10'],
    ['0', '1', '0', '0', '1'],
    ['5', '0', '0', '0', '5'],
  ] as const;
  const whole = { figures: blocks.flat().join(' '), doubts: [], residue: [] };
  const head = [
    [over('行政复议', 5), over('行政诉讼', 10)],
    [...results.map((result) => `<td rowspan=2>${result}</td>`), over('未经复议直接起诉', 5), over('复议后起诉', 5)],
    [...results, ...results],
  ];

  it('is one line', () => {
    expect(read(tableOf(...head, blocks.flat()))).toEqual(whole);
  });

  it('passes over blank lines beside the filled one', () => {
    const blank = new Array<string>(15).fill('');
    expect(read(tableOf(blank, ...head, blank, blocks.flat(), blank))).toEqual(whole);
  });

  it('may stand block under block, in one table or three', () => {
    const names = ['行政复议', '未经复议直接起诉', '复议后起诉'];
    const parts = blocks.map((block, at) => [[over(names[at]!, 5)], results, block]);
    expect(read(tableOf(...parts.flat()))).toEqual(whole);
    expect(read(parts.map((part) => tableOf(...part)).join(''))).toEqual(whole);
  });

  it('may have a line for each kind of case', () => {
    const lines = [
      [over('行政复议', 2), ...blocks[0]],
      ['<td rowspan=2>行政诉讼</td>', '未经复议直接起诉', ...blocks[1]],
      ['复议后起诉', ...blocks[2]],
    ];
    expect(read(tableOf([over('', 2), ...results], ...lines))).toEqual(whole);
  });

  it('keeps nothing of a line with a figure too few', () => {
    const { figures, doubts, residue } = read(tableOf(...head, blocks.flat().slice(1)));
    expect(figures.trim()).toBe('');
    expect(doubts).toEqual(['section_missing']);
    expect(residue).toHaveLength(14);
  });
});
