import { FORMS } from '@gongkai/catalogue';
import { vocabularyOf } from '../labels/vocabulary';
import { streamLines } from './cell-stream';

const VOCABULARY = vocabularyOf(FORMS);

function read(text: string) {
  const cells = text.split(' ').map((part, column) => ({ text: part === '_' ? '' : part, column, columnSpan: 1, rowSpan: 1, place: {} }));
  return streamLines(cells, VOCABULARY).flatMap(({ leaves, lines }) => [
    leaves.map(({ path }) => path.join('>')).join(' '),
    ...lines.map((line) => `${line.labels.join('>')}: ${line.cells.map((cell) => (cell === null ? '?' : cell.text || '_')).join(' ')}`),
  ]);
}

describe('a stream of cells', () => {
  const header = '（勾稽关系） 申请人情况 自然人 法人或其他组织 总计 商业 企业 科研机构 社会公益组织 法律服务机构 其他';
  const columns = '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计';

  it('is cut into rows at the labels of the form, broken ones put together', () => {
    expect(
      read(
        `${header} 一、本年新收政府信息公开申请数量 7 0 0 0 0 1 8 三、本年度办理结果 （三） 不予公开 1.属于 国家秘密 1 2 3 4 5 6 21 （七）总计 1 0 0 0 0 0 1`,
      ),
    ).toEqual([
      columns,
      '一、本年新收政府信息公开申请数量: 7 0 0 0 0 1 8',
      '三、本年度办理结果>（三）不予公开>1.属于国家秘密: 1 2 3 4 5 6 21',
      '（七）总计: 1 0 0 0 0 0 1',
    ]);
  });

  it('knows columns printed in the order of the page', () => {
    expect(read(`自然人 法人或其他组织 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计 2.重复申请 1 0 0 0 0 0 1`)[0]).toBe(columns);
  });

  it('keeps a row only where its cells are as many as the columns, blanks filling it up', () => {
    expect(read('本年制发件数 本年废止件数 现行有效件数 规章 _ _ 3 _ _ 行政规范性文件 7 8 第二十条')).toEqual([
      '本年制发件数 本年废止件数 现行有效件数',
      '规章: _ _ 3',
      '行政规范性文件: ? ? ?',
    ]);
    expect(read('本年制发件数 本年废止件数 现行有效件数 规章 1 2 3 4')[1]).toBe('规章: ? ? ?');
  });

  it('begins anew with every header, and a sentence ends a row', () => {
    expect(read('本年处理决定数量 行政许可 12 全年数据如下。 99 本年收费金额（单位：万元） 行政事业性收费 0.5')).toEqual([
      '本年处理决定数量',
      '行政许可: 12',
      '本年收费金额（单位：万元）',
      '行政事业性收费: 0.5',
    ]);
  });
});
