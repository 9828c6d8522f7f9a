import { FORMS } from '@gongkai/catalogue';
import { readText } from '../formats/text-format';
import { vocabularyOf } from '../labels/vocabulary';
import { findSections } from '../narrative/find-sections';
import { readStretches } from './read-stretches';

function linesOf(text: string) {
  const stretches = readStretches(findSections(readText(text), FORMS), vocabularyOf(FORMS));
  return stretches.flatMap(({ leaves, lines }) => [
    leaves.map(({ path }) => path.at(-1)).join(' '),
    ...lines.map(({ labels, cells }) => `${labels.join('>')}: ${cells.map((cell) => (cell === null ? '?' : cell.text || '_')).join(' ')}`),
  ]);
}

const COLUMNS = '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计';

describe('tables that print merged cells once', () => {
  const header = ['（勾稽关系）|申请人情况', '自然人|法人或其他组织|总计', '商业企业|科研机构|社会公益组织|法律服务机构|其他'];

  it('share out the headings and count from the left, whatever fills up the rows', () => {
    const rows = ['一、本年新收政府信息公开申请数量|7||||||7', '三、本年度办理结果|（一）予以公开|1|0|0|0|0|0|1', '2.重复申请||||||||'];
    const padded = [...header, ...rows].map((row) => `| ${row} |${'|'.repeat(10 - row.split('|').length)}`);
    const read = [
      COLUMNS,
      '一、本年新收政府信息公开申请数量: 7 _ _ _ _ _ 7',
      '三、本年度办理结果>（一）予以公开: 1 0 0 0 0 0 1',
      '2.重复申请: _ _ _ _ _ _ _',
    ];
    expect(linesOf(padded.join('\n'))).toEqual(read);
    expect(linesOf([...header, ...rows.slice(0, 2)].map((row) => `${row} |`).join('\n'))).toEqual(read.slice(0, 3));
  });

  it('keep nothing of a row with a figure too few or too many', () => {
    const rows = [
      '一、本年新收政府信息公开申请数量|7|0|0|0|0|7',
      '二、上年结转政府信息公开申请数量|1|2|3|4|5|6|7|8',
      '（一）予以公开|1|0|0|0|0|0|1',
    ];
    expect(linesOf([...header, ...rows].map((row) => `${row}|`).join('\n')).slice(1, 3)).toEqual([
      '一、本年新收政府信息公开申请数量: ? ? ? ? ? ? ?',
      '二、上年结转政府信息公开申请数量: ? ? ? ? ? ? ?',
    ]);
  });
});

describe('tables that repeat merged cells', () => {
  it('have one column and one cell for each', () => {
    const text = '|信息内容|本年处理决定数量|本年处理决定数量|\n|行政许可|5|5|\n|行政处罚|5|6|';
    expect(linesOf(text)).toEqual(['本年处理决定数量', '行政许可: 5', '行政处罚: ?']);
  });
});
