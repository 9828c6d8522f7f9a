import { FORMS } from '@gongkai/catalogue';
import { readHtml } from '../formats/html-format';
import { vocabularyOf } from '../labels/vocabulary';
import { findSections } from '../narrative/find-sections';
import { readStretches } from './read-stretches';

const HEADER = '<tr><td colspan=3>项目</td><td>自然人</td><td>其他</td><td>总计</td></tr>';
const GROUP = '<td rowspan=2>三、本年度办理结果</td><td rowspan=2>（五）不予处理</td>';

function linesOf(html: string) {
  const stretches = readStretches(findSections(readHtml(html), FORMS), vocabularyOf(FORMS));
  return stretches.flatMap(({ lines }) =>
    lines.map(({ labels, cells }) => [labels.join('>'), cells.map((cell) => cell?.text ?? null).join(' ')]),
  );
}

describe('lines of tables with spans', () => {
  it('stand under their columns', () => {
    expect(
      linesOf(
        `<table>${HEADER}<tr>${GROUP}<td>1.信访</td><td>1</td><td></td><td>1</td></tr><tr><td>2.重复申请</td><td>2</td><td>3</td><td>5</td></tr></table>`,
      ),
    ).toEqual([
      ['三、本年度办理结果>（五）不予处理>1.信访', '1  1'],
      ['三、本年度办理结果>（五）不予处理>2.重复申请', '2 3 5'],
    ]);
  });

  it('are counted from the right where a label is merged too narrow or a merged one reaches too far', () => {
    expect(linesOf(`<table>${HEADER}<tr><td colspan=2>一、新收</td><td>7</td><td>8</td><td>15</td></tr></table>`)).toEqual([
      ['一、新收', '7 8 15'],
    ]);
    expect(
      linesOf(
        `<table>${HEADER}<tr>${GROUP.replaceAll('rowspan=2', 'rowspan=9')}<td>1.信访</td><td>1</td><td>0</td><td>1</td></tr><tr><td colspan=3>四、结转</td><td>4</td><td>5</td><td>9</td></tr></table>`,
      )[1],
    ).toEqual(['三、本年度办理结果>（五）不予处理>四、结转', '4 5 9']);
  });

  it('keep nothing of a row with a figure too few or too many', () => {
    expect(linesOf(`<table>${HEADER}<tr><td colspan=3>一、新收</td><td>7</td><td>8</td></tr></table>`)[0]![1]).toBe('  ');
    expect(linesOf(`<table>${HEADER}<tr><td colspan=3>一、新收</td><td>7</td><td>8</td><td>9</td><td>24</td></tr></table>`)[0]![1]).toBe(
      '  ',
    );
    expect(linesOf(`<table>${HEADER}<tr><td colspan=3>一、新收</td><td>7</td><td colspan=2>8</td></tr></table>`)[0]![1]).toBe('  ');
  });

  it('go on in a table without header, under the labels merged there', () => {
    const next = `<table><tr>${GROUP}<td>1.信访</td><td>1</td><td>0</td><td>1</td></tr><tr><td>2.重复申请</td><td>2</td><td>3</td><td>5</td></tr></table>`;
    expect(linesOf(`<table>${HEADER}</table>${next}`)).toEqual([
      ['三、本年度办理结果>（五）不予处理>1.信访', '1 0 1'],
      ['三、本年度办理结果>（五）不予处理>2.重复申请', '2 3 5'],
    ]);
  });

  it('go on behind the columns of labels where merged cells are printed as blanks', () => {
    const rows = [
      ['三、办理结果', '', '1.信访举报投诉类申请', '1', '', '1'],
      ['', '', '2.重复申请', '', '', ''],
      ['四、结转下年度继续办理', '', '', '2', '', '2'],
    ];
    const next = `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
    expect(linesOf(`<table>${HEADER}</table>${next}`)).toEqual([
      ['三、办理结果>1.信访举报投诉类申请', '1  1'],
      ['2.重复申请', '  '],
      ['四、结转下年度继续办理', '2  2'],
    ]);
    const tail =
      '<table><tr><td>三、办理结果</td><td>（七）总计</td><td></td><td>1</td><td></td><td>1</td></tr><tr><td>四、结转</td><td></td><td></td><td>2</td><td></td><td>2</td></tr></table>';
    expect(linesOf(`<table>${HEADER}</table>${tail}`)[0]).toEqual(['三、办理结果>（七）总计', '1  1']);
  });

  it('keep the words of a row that goes on and loses its cells: which row it is, and so which form, is known all the same', () => {
    const rows = [
      ['三、本年度办理结果', '（六）其他处理', '', '', '（1）28', ''],
      ['三、本年度办理结果', '（七）总计', '', '29', '', ''],
    ].map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`);
    const tail = `<table>${rows.join('')}<tr><td>四、结转下年度继续办理</td><td colspan=5>28；3</td></tr></table>`;
    expect(linesOf(`<table>${HEADER}</table>${tail}`)).toEqual([
      ['三、本年度办理结果>（六）其他处理', '  '],
      ['三、本年度办理结果>（七）总计', '  '],
      ['四、结转下年度继续办理', '  '],
    ]);
  });
});
