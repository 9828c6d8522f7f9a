import type { PrintedCell } from '../printed-document';
import { lostHeader } from './lost-header';

const rowsOf = (...rows: readonly (readonly string[])[]): readonly (readonly PrintedCell[])[] =>
  rows.map((row) => row.map((text, column) => ({ text, column, columnSpan: 1, rowSpan: 1, place: {} })));
const paths = (...rows: readonly (readonly string[])[]) => lostHeader(rowsOf(...rows)).map(({ path }) => path.join('>'));

describe('lostHeader', () => {
  it('finds the heading over blanks and over runs', () => {
    expect(paths(['注', '申请人情况'], ['', '自然人', '法人', '总计'], ['', '', '商业', '其他', ''])).toEqual([
      '注',
      '申请人情况>自然人',
      '申请人情况>法人>商业',
      '申请人情况>法人>其他',
      '申请人情况>总计',
    ]);
  });

  it('parts a run between headings that are equally wide', () => {
    expect(paths(['复议', '诉讼'], ['维持', '总计', '直接', '复议后'], ['', '', '维持', '总计', '维持', '总计'])).toEqual([
      '复议>维持',
      '复议>总计',
      '诉讼>直接>维持',
      '诉讼>直接>总计',
      '诉讼>复议后>维持',
      '诉讼>复议后>总计',
    ]);
  });

  it('leaves a heading out that could stand over several runs', () => {
    expect(paths(['甲', '乙'], ['一', '二', '三'])).toEqual(['一', '二', '三']);
  });
});
