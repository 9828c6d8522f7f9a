import { CELLS, FORMS } from '@gongkai/catalogue';
import { readText } from '../formats/text-format';
import { findSections } from '../narrative/find-sections';
import { readTables } from './read-tables';

const form = FORMS.find(({ id }) => id === 'gb2021_30')!;
const rows = form.grids.find(({ id }) => id === 'requests')!.rows.map(({ label, code }) => ({ label: label.zh, code }));
const FILLED = ['9 1 0 0 0 2 12', '2 0 0 0 0 0 2', '11 1 0 0 0 2 14'];
/** All zero but for what was received, granted and added up. */
const figuresOf = (code: string) =>
  ({ new_received: FILLED[0], carried_in: FILLED[1], granted: FILLED[2], total_processed: FILLED[2] })[code] ?? '0 0 0 0 0 0 0';
const threeWith = (head: string, lineOf = (label: string, figures: string) => `${label} ${figures}`) =>
  `三、收到和处理政府信息公开申请情况\n${head}\n${rows.map(({ label, code }) => lineOf(label, figuresOf(code))).join('\n')}`;
const read = (text: string) => {
  const { readings, doubts, residue } = readTables(findSections(readText(text), FORMS), FORMS, CELLS);
  const three = readings.filter(({ cell }) => cell.startsWith('s3/'));
  return {
    figures: rows.map(({ code }) =>
      three
        .filter(({ cell }) => cell.startsWith(`s3/${code}/`))
        .map(({ raw }) => raw)
        .join(' '),
    ),
    confidence: [...new Set(three.map(({ confidence }) => confidence))],
    doubts: doubts.filter(({ section }) => section === 's3').map(({ code }) => code),
    residue: residue.map(({ raw }) => raw),
  };
};
const figures = rows.map(({ code }) => figuresOf(code));
const told = { figures, confidence: ['inferred'], doubts: ['heads_inferred'], residue: [] };

describe('headings that were lost', () => {
  it.each([
    ['printed downwards', '申请人情况\n法人或其他组织\n自\n然 商业 科研 社会公 法律服 其 总计\n人 企业 机构 益组织 务机构 他'],
    [
      'cut as a viewer copies them',
      '申请人情况\n自然       法人或其他组织\n人 商业企 科研机 社会公益 法律服务 其 总\n业 构 组织 机构 他 计',
    ],
    ['not there at all', '单位：件'],
  ])('%s: rows, their number and the sums tell the columns', (_, head) => {
    expect(read(threeWith(head))).toEqual(told);
  });

  it('are told in a table with one heading too few, and in one that fills merged columns with empty cells', () => {
    const bars = (label: string, printed: string) => `| ${label} |||${printed.replaceAll(' ', '|')} |`;
    expect(read(threeWith('| 项目 ||| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |', bars))).toEqual(told);
    expect(read(threeWith('| （勾稽关系） ||| 申请人情况 |||||||\n| 自然人 | 法人或其他组织 ||||| 总计 |', bars))).toEqual(told);
  });

  it('leave labels that were broken over lines', () => {
    const broken = (label: string, printed: string) =>
      label.length < 20 ? `${label} ${printed}` : `${label.slice(0, 16)} ${printed}\n${label.slice(16)}`;
    expect(read(threeWith('单位：件', broken))).toEqual(told);
    const above = (label: string, printed: string) =>
      label.length < 20 ? `${label} ${printed}` : `${label.slice(0, 16)}\n处理\n${label.slice(16)} ${printed}`;
    expect(read(threeWith('单位：件', above))).toEqual(told);
  });

  it('are not guessed where the sums do not hold or the headings stand in another order', () => {
    const turned = (label: string, printed: string) => `${label} ${printed.split(' ').reverse().join(' ')}`;
    expect(read(threeWith('单位：件', turned))).toMatchObject({ doubts: ['section_unread'], confidence: [] });
    const head = '自\n然 科研 商业 社会公 法律服 其 总计\n人 机构 企业 益组织 务机构 他';
    expect(read(threeWith(head))).toMatchObject({ doubts: ['section_unread'], confidence: [] });
  });
});

describe('traditional characters', () => {
  it('are the words of the form', () => {
    const four = [
      ['四、政府信息公開行政複議、行政訴訟情況'],
      ['行政複議 | 行政訴訟 |', '結果維持 | 結果糾正 | 其他結果 | 尚未審結 | 總計 | 未經複議直接起訴 | 複議後起訴 |'],
      ['結果維持 | 結果糾正 | 其他結果 | 尚未審結 | 總計 | 結果維持 | 結果糾正 | 其他結果 | 尚未審結 | 總計 |'],
      ['1 | 2 | 3 | 4 | 10 | 0 | 1 | 0 | 0 | 1 | 5 | 0 | 0 | 0 | 5 |'],
    ].flat();
    const { readings, doubts } = readTables(findSections(readText(four.join('\n')), FORMS), FORMS, CELLS);
    expect(readings.map(({ raw, confidence }) => `${raw} ${confidence}`).slice(0, 5)).toEqual(
      ['1', '2', '3', '4', '10'].map((raw) => `${raw} exact`),
    );
    expect(doubts.filter(({ section }) => section === 's4')).toEqual([]);
  });
});

describe('headings in other words', () => {
  const two = (decisions: string, issued: string) =>
    [
      '二、主动公开政府信息情况',
      ...[
        '第二十条第（一）项 | |||',
        `信息内容 | ${issued} | 本年废止件数 | 现行有效件数 |`,
        '规章 | 0 | 0 | 0 |',
        '行政规范性文件 | 3 | 1 | 9 |',
      ],
      ...['第二十条第（五）项 | |||', `信息内容 | ${decisions} | | |`, '行政许可 | 21 | | |'],
      ...['第二十条第（六）项 | |||', `信息内容 | ${decisions} | | |`, '行政处罚 | 4 | | |', '行政强制 | 5 | | |'],
      ...['第二十条第（八）项 | |||', '信息内容 | 本年收费金额（单位：万元） | | |', '行政事业性收费 | 6 | | |'],
    ].join('\n');
  const readTwo = (text: string) => {
    const { readings, doubts } = readTables(findSections(readText(text), FORMS), FORMS, CELLS);
    const printed = readings.filter(({ cell }) => cell.startsWith('s2/'));
    const doubted = doubts.filter(({ section }) => section === 's2').map(({ code }) => code);
    return { raw: printed.map(({ raw }) => raw).join(' '), doubted: [...new Set(doubted)] };
  };

  it.each([
    ['本年处理决定数', '本年度制发数'],
    ['处理绝对数量', '本年制发数'],
    ['办理件次', '新制定的文件'],
    ['本年处理决定数量本年处理决定数量', '本年制'],
    ['本年处理决定数量', '本年废止件数'],
  ])('%s, %s: the row and the order leave one meaning, and it is doubted', (decisions, issued) => {
    expect(readTwo(two(decisions, issued))).toEqual({ raw: '0 0 0 3 1 9 21 4 5 6', doubted: ['label_alike'] });
  });

  it('in the words of the form it is not doubted', () => {
    expect(readTwo(two('本年处理决定数量', '本年制发件数'))).toEqual({ raw: '0 0 0 3 1 9 21 4 5 6', doubted: [] });
  });
});
