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

describe('a line with a number alone', () => {
  const rawsOf = (lines: readonly string[]) => {
    const text = [
      '二、主动公开政府信息情况',
      '信息内容',
      '本年处理决定数量',
      ...lines,
      '信息内容',
      '本年收费金额（单位：万元）',
      '行政事业性收费',
      '7.5',
    ];
    const document = findSections(readHtml(text.map((line) => `<p>${line}</p>`).join('')), FORMS);
    const { readings, residue } = readTables(document, FORMS, CELLS);
    return { read: readings.flatMap(({ raw }) => (raw === '' ? [] : [raw])), left: residue.map(({ raw }) => raw) };
  };

  it('leaves open which figure is the one of its row and which the number of a page', () => {
    const whole = ['行政许可', '1204', '行政处罚', '86', '行政强制', '12'];
    expect(rawsOf(whole)).toEqual({ read: ['1204', '86', '12', '7.5'], left: [] });
    expect(rawsOf(whole.toSpliced(3, 0, '3'))).toEqual({ read: ['1204', '12', '7.5'], left: ['3', '86'] });
  });
});

describe('a column, or a table, that counts something else', () => {
  const columns = ['本年制发件数', '本年废止件数', '现行有效件数'];
  const doubtsOf = (heads: readonly string[], over = '', heading = '二、主动公开政府信息情况') => {
    const rows = tableOf(['信息内容', ...heads], ['规章', '1', '2', '3'], ['行政规范性文件', '4', '5', '6']);
    const document = findSections(readHtml(`<p>${heading}</p>${over === '' ? '' : `<p>${over}</p>`}${rows}`), FORMS);
    const { readings, doubts } = readTables(document, FORMS, CELLS, 2024);
    return {
      confidence: readings.find(({ raw }) => raw === '4')?.confidence,
      doubts: doubts.flatMap(({ code, text }) => (code === 'label_alike' || code === 'part_of_year' ? [`${code} ${text}`] : [])),
    };
  };

  it('is only like the column of the form', () => {
    const [issued, ...others] = columns as [string, string, string];
    expect(doubtsOf(columns)).toEqual({ confidence: 'exact', doubts: [] });
    expect(doubtsOf([`${issued}（上半年）`, ...others])).toEqual({ confidence: 'alike', doubts: [`label_alike ${issued}（上半年）`] });
    expect(doubtsOf([`${issued}（累计）`, ...others]).confidence).toBe('alike');
    expect(doubtsOf([`${issued}（2024年）`, ...others])).toEqual({ confidence: 'exact', doubts: [] });
    expect(doubtsOf([`${issued}（件）`, ...others])).toEqual({ confidence: 'exact', doubts: [] });
  });

  it('is told where a span of time stands over it that is no whole year', () => {
    expect(doubtsOf(columns, '（2024年1月至6月）').doubts).toEqual(['part_of_year （2024年1月至6月）']);
    expect(doubtsOf(columns, '', '二、主动公开政府信息情况（2024年上半年）').doubts).toEqual([
      'part_of_year 二、主动公开政府信息情况（2024年上半年）',
    ]);
    expect(doubtsOf(columns, '统计期限：2024年1月1日至2024年12月31日').doubts).toEqual([]);
  });
});

describe('a row with a qualifier in brackets', () => {
  const confidenceOf = (label: string, year: number | null) => {
    const rows = tableOf(['信息内容', over('本年处理决定数量', 3)], [label, over('86', 3)], ['行政强制', over('12', 3)]);
    const document = findSections(readHtml(`<p>二、主动公开政府信息情况</p>${rows}`), FORMS);
    const { readings, doubts } = readTables(document, FORMS, CELLS, year);
    return [readings.find(({ raw }) => raw === '86')?.confidence, doubts.find(({ code }) => code === 'label_alike')?.text];
  };

  it('is only like the row of the form', () => {
    expect(confidenceOf('行政处罚（2023年）', 2024)).toEqual(['alike', '行政处罚（2023年）']);
    expect(confidenceOf('行政处罚（全市）', 2024)).toEqual(['alike', '行政处罚（全市）']);
    expect(confidenceOf('行政处罚（2024年）', 2024)).toEqual(['exact', undefined]);
    expect(confidenceOf('行政处罚（注1）', 2024)).toEqual(['exact', undefined]);
  });
});

describe('units said over a table', () => {
  const rows = tableOf(
    ['信息内容', over('本年处理决定数量', 3)],
    ['行政处罚', over('86', 3)],
    ['行政强制', over('12', 3)],
    ['信息内容', over('本年收费金额（单位：万元）', 3)],
    ['行政事业性收费', over('772.35', 3)],
  );
  const statesUnder = (line: string, table = rows) => {
    const document = findSections(readHtml(`<p>二、主动公开政府信息情况</p><p>${line}</p>${table}`), FORMS);
    const { readings } = readTables(document, FORMS, CELLS);
    return readings.filter(({ raw }) => raw !== '').map(({ state }) => state);
  };

  it('hold for all of its columns', () => {
    expect(statesUnder('单位：件、万元')).toEqual(['number', 'number', 'number']);
    expect(statesUnder('单位：元')).toEqual(['number', 'number', 'unit_unknown']);
    expect(statesUnder('单位：千件、万元')).toEqual(['unreadable', 'unreadable', 'number']);
    const within = rows.replace('<table>', `<table><tr>${over('单位：千件、万元', 4)}</tr>`);
    expect(statesUnder('如下：', within)).toEqual(['unreadable', 'unreadable', 'number']);
  });
});

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

  it('is read by its headings where the blocks of lawsuits stand in the other order', () => {
    const turned = [
      [over('行政复议', 5), over('行政诉讼', 10)],
      [...results.map((result) => `<td rowspan=2>${result}</td>`), over('复议后起诉', 5), over('未经复议直接起诉', 5)],
      [...results, ...results],
    ];
    expect(read(tableOf(...turned, [...blocks[0], ...blocks[2], ...blocks[1]]))).toEqual(whole);
    const lines = ['行政复议 行政诉讼', `${results.join(' ')} 复议后起诉 未经复议直接起诉`, [...results, ...results].join(' ')];
    const figures = [...blocks[0], ...blocks[2], ...blocks[1]].join(' ');
    expect(read([...lines, figures].map((line) => `<p>${line}</p>`).join(''))).toEqual(whole);
  });

  it('may be three tables, each named by the line above it', () => {
    const names = ['（一）行政复议', '（二）行政诉讼（未经复议直接起诉）', '（三）行政诉讼（复议后起诉）'];
    expect(read(blocks.map((block, at) => `<p>${names[at]}</p>${tableOf(results, block)}`).join(''))).toEqual(whole);
    const turned = [0, 2, 1].map((at) => `<p>${names[at]}</p>${tableOf(results, blocks[at]!)}`);
    expect(read(turned.join(''))).toEqual(whole);
    const joined = blocks.flatMap((block, at) => [[names[at]!, '', '', '', ''], results, block]);
    expect(read(tableOf(...joined))).toEqual(whole);
    expect(read(blocks.map((block) => tableOf(results, block)).join('')).doubts).toEqual(['section_unread']);
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
    expect(doubts).toEqual(['section_unread']);
    expect(residue).toHaveLength(14);
  });
});

describe('cells that ran together', () => {
  const text = (normative: string) =>
    `<p>二、主动公开政府信息情况</p><p>第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件${normative}第二十条第（五）项信息内容本年处理决定数量行政许可12第二十条第（六）项信息内容本年处理决定数量行政处罚3行政强制4第二十条第（八）项信息内容本年收费金额（单位：万元）行政事业性收费5.5</p>`;
  const readGlued = (html: string) => readTables(findSections(readHtml(html), FORMS), FORMS, CELLS);

  it('are cut where there is one way, and say so', () => {
    const { readings, doubts } = readGlued(text('102'));
    expect(readings.map(({ raw, confidence }) => `${raw} ${confidence}`)).toEqual([
      ...['0 inferred', '0 inferred', '0 inferred', '1 inferred', '0 inferred', '2 inferred'],
      ...['12 exact', '3 exact', '4 exact', '5.5 exact'],
    ]);
    expect(doubts.filter(({ section }) => section === 's2').map(({ code, text: says }) => [code, says])).toEqual([
      ['cells_inferred', '规章 000：0 0 0'],
      ['cells_inferred', '行政规范性文件 102：1 0 2'],
    ]);
  });

  it('are left alone where there are several, and say which', () => {
    const { readings, doubts, residue } = readGlued(text('1234'));
    expect(readings.slice(3, 6).map(({ state }) => state)).toEqual(['not_found', 'not_found', 'not_found']);
    expect(doubts).toContainEqual(
      expect.objectContaining({ code: 'cells_ambiguous', text: '行政规范性文件 1234：1 2 34；1 23 4；12 3 4' }),
    );
    expect(residue.map(({ raw }) => raw)).toEqual(['1234']);
  });
});
