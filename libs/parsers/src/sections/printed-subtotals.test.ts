import { CELLS, FORMS } from '@gongkai/catalogue';
import { readHtml } from '../formats/html-format';
import { findSections } from '../narrative/find-sections';
import { readTables } from './read-tables';

const { rows } = FORMS.find(({ id }) => id === 'gb2021_30')!.grids.find(({ section }) => section === 's3')!;
const HEAD = `<tr><td rowspan=3 colspan=3></td><td colspan=7>申请人情况</td></tr>
  <tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>
  <tr>${['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((name) => `<td>${name}</td>`).join('')}</tr>`;

const cells = (figures: readonly string[]) => figures.map((figure) => `<td>${figure}</td>`).join('');
const line = (headings: readonly string[], label: string, figures: readonly string[]) =>
  `<tr><td>${headings[0] ?? ''}</td><td>${headings[1] ?? ''}</td><td>${label}</td>${cells(figures)}</tr>`;
const FIGURES = ['1', '0', '0', '0', '0', '0', '1'];
const SUMS = ['8', '0', '', '/', '约3', '0', '9'];
const DENIED = ['三、本年度办理结果', '（三）不予公开'];

/** The whole section three with a line of its own somewhere. */
function read(at: string, own: string) {
  const lines = rows.flatMap(({ code, under, label }) => [...(code === at ? [own] : []), line(under, label.zh, FIGURES)]);
  const page = `<p>三、收到和处理政府信息公开申请情况</p><table>${HEAD}${lines.join('')}</table>`;
  const { subtotals, doubts, residue } = readTables(findSections(readHtml(page), FORMS), FORMS, CELLS);
  return {
    sums: subtotals.map(({ amount, cells: of }) => [amount, of.length, of[0]]),
    labels: [...new Set(subtotals.map(({ label }) => label))],
    strange: doubts.filter(({ section }) => section === 's3').map(({ code, text }) => `${code} ${text}`),
    residue: residue.map(({ raw }) => raw),
  };
}

const sums = [
  [8n, 8, 's3/denied_state_secret/natural_person'],
  [0n, 8, 's3/denied_state_secret/commercial_enterprise'],
  [0n, 8, 's3/denied_state_secret/other_org'],
  [9n, 8, 's3/denied_state_secret/total'],
];

describe('subtotals that a source prints', () => {
  it('are kept with the cells they add up, behind their rows or before', () => {
    const behind = read('unable_not_held', line(DENIED, '小计', SUMS));
    expect(behind).toEqual({ sums, labels: ['（三）不予公开 小计'], strange: [], residue: [] });
    const before = read('denied_state_secret', line(DENIED.slice(0, 1), '（三）不予公开合计', SUMS));
    expect(before).toMatchObject({ sums, strange: [], residue: [] });
  });

  it('are not what names no heading of the form', () => {
    const { sums: none, strange } = read('unable_not_held', line(DENIED, '涉密小计', SUMS));
    expect(none).toEqual([]);
    expect(strange).toEqual(['row_unrecognised 三、本年度办理结果 / （三）不予公开 / 涉密小计']);
  });
});
