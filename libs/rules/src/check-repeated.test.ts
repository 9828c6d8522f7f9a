import type { CellId, Doubt } from '@gongkai/model';
import { checkReport } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';

const FORM = 'gb2021_30';
const again = (cell: CellId, text: string): Doubt => ({ code: 'cell_repeated', section: 's4', cell, text, place: null });
const said = (report: Parameters<typeof inputOf>[0]) =>
  checkReport(inputOf(report))
    .filter(({ code }) => code !== 'FMT-UNCHECKED')
    .map(({ severity, code, message }) => `${severity} ${code} ${message.zh}`);

describe('FMT-REPEATED', () => {
  it('is one info for a copy that says the same', () => {
    const doubts = [again('s4/review/upheld', '0'), again('s4/review/corrected', ' ０ ')];
    expect(said(reportOf(FORM, figuresOf(FORM, {}), { doubts }))).toEqual([
      'info FMT-REPEATED 四、政府信息公开行政复议、行政诉讼情况：有 2 个单元格重复出现，内容相同（四·行政复议 × 结果维持、四·行政复议 × 结果纠正），只计一次。',
    ]);
  });

  it('is one error for copies that differ, with the cells that nobody can tell', () => {
    const figures = figuresOf(FORM, { 's4/review/upheld': 'unreadable' });
    const doubts = [again('s4/review/upheld', '3'), again('s4/review/corrected', '0')];
    expect(said(reportOf(FORM, figures, { doubts }))).toEqual([
      'error FMT-REPEATED 四、政府信息公开行政复议、行政诉讼情况：有 2 个单元格重复出现，前后不一致的是：四·行政复议 × 结果维持；以哪一处为准无法判断，没有读取。',
    ]);
  });
});
