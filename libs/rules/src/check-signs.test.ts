import { checkReport } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';

const codes = (form: 'gb2021_30' | 'gb2019_60', figures: Parameters<typeof figuresOf>[1]) =>
  checkReport(inputOf(reportOf(form, figuresOf(form, figures)))).map(({ code, severity, message }) => `${severity} ${code} ${message.zh}`);

describe('negative amounts', () => {
  it('are errors, in the printed unit', () => {
    expect(codes('gb2021_30', { 's2/administrative_fees/amount_10k_cny': -1_500_000n })).toEqual([
      'error S2-NONNEG 二·行政事业性收费 × 本年收费金额：-1.5 小于 0。',
    ]);
    expect(codes('gb2021_30', { 's3/granted/natural_person': -1n, 's3/granted/commercial_enterprise': 1n })[0]).toBe(
      'error S3-INT 三(一)予以公开 × 自然人：-1 小于 0。',
    );
    expect(codes('gb2021_30', { 's4/review/other': -1n, 's4/review/pending': 1n })).toEqual([
      'error S4-INT 四·行政复议 × 其他结果：-1 小于 0。',
    ]);
  });

  it('are right for the change of the year in the form of 2019', () => {
    expect(codes('gb2019_60', { 's2/administrative_licensing/items_delta': -18n })).toEqual([]);
  });
});
