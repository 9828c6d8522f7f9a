import { FORMS } from '@gongkai/catalogue';
import { isNarrowed } from './narrowed-labels';

const rows = FORMS.flatMap(({ grids }) => grids.flatMap((grid) => grid.rows));
const rowOf = (label: string) => rows.find(({ label: { zh } }) => zh.includes(label))!;

describe('isNarrowed', () => {
  it.each(['（2023年）', '（累计）', '（全市）', '（含行政强制）', '（已公开）', '【全系统】', '（件）（全市）'])(
    'doubts a row with %s',
    (words) => {
      expect(isNarrowed(`行政处罚${words}`, rowOf('行政处罚'), 2024)).toBe(true);
    },
  );

  it.each([
    '',
    '（2024年）',
    '（2024年度）',
    '（注1）',
    '（1）',
    '【2】',
    '（件）',
    '（宗）',
    '（单位：件）',
    '（件/宗）',
    '（见注）',
    '①',
  ])('is sure of a row with %j', (words) => {
    expect(isNarrowed(`行政处罚${words}`, rowOf('行政处罚'), 2024)).toBe(false);
    expect(isNarrowed(`（一）予以公开${words}`, rowOf('予以公开'), 2024)).toBe(false);
  });

  it('knows what the form has in brackets, also in other words', () => {
    const row = rowOf('部分公开');
    expect(isNarrowed('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', row, null)).toBe(false);
    expect(isNarrowed('（二）部分公开（区分处理的，只计这一情形，不计其它）', row, null)).toBe(false);
    expect(isNarrowed('（二）部分公开（全市）', row, null)).toBe(true);
  });
});
