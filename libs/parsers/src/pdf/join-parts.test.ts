import { joinParts } from './join-parts';
import type { PartCell, TablePart } from './table-part';

const WIDTH = 100;
const BOX = { left: 0, top: 0, width: 0, height: 0 };

/** A part whose lines are drawn round every page; `full`: whether the labels leave no room in their last line. */
function partOf(rows: readonly (readonly string[])[], page: number, full = false): TablePart {
  const cellOf = (text: string, at: number): PartCell => ({
    ...{ text, left: at * WIDTH, right: (at + 1) * WIDTH, rowSpan: 1, page, box: BOX, isOpenAbove: false, isOpenBelow: false },
    full: full && at === 0,
  });
  return { left: 0, right: 3 * WIDTH, top: 0, bottom: 0, rows: rows.map((row) => row.map(cellOf)) };
}

const texts = (above: TablePart, below: TablePart): readonly (readonly string[])[] =>
  joinParts(above, below, 0).rows.map((row) => row.map(({ text }) => text));

describe('a row of blanks at the end of a page', () => {
  const blank = ['（七）总计', '', ''];

  it('is joined with the rest of its label where that had no more room', () => {
    const cut = [['2.申请人逾期未按收费通知要', '', '']];
    expect(texts(partOf(cut, 1, true), partOf([['求缴纳费用', '3', '1']], 2))).toEqual([
      ['2.申请人逾期未按收费通知要\n求缴纳费用', '3', '1'],
    ]);
  });

  it('keeps its blanks where a row with a number of its own follows', () => {
    expect(texts(partOf([blank], 1), partOf([['四、结转下年度继续办理', '3', '1']], 2))).toEqual([
      blank,
      ['四、结转下年度继续办理', '3', '1'],
    ]);
  });

  it('gives nobody the figures where what follows may be the label of another row', () => {
    const [row, ...more] = texts(partOf([blank], 1), partOf([['结转下年度继续办理', '3', '1']], 2));
    expect(more).toEqual([]);
    expect(row).toEqual(['（七）总计\n结转下年度继续办理', expect.stringMatching(/^3\uFFFD$/), expect.stringMatching(/^1\uFFFD$/)]);
  });
});
