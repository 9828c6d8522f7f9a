import { describeSeries } from './describe-series';
import { sampleIndicators, point, sampleRows } from './fixtures/sample-rows';

describe('describeSeries', () => {
  it('says every series and year, the gap as a gap and the zero as a zero', () => {
    const text = describeSeries({ rows: sampleRows, indicators: [sampleIndicators.issued], language: 'zh' });
    expect(text).toContain('规范性文件制发：2019年 12 件，13/13 家已公布；2020年 15 件');
    expect(text).toContain('2023年 无数据（尚无机关公布），0/13 家已公布，13 家未公布；2024年 0 件');
    expect(text.endsWith('2025年 13 件，13/13 家已公布。')).toBe(true);
  });

  it('says that a year has no row at all', () => {
    const rows = [point(sampleIndicators.issued, 2019, '1'), point(sampleIndicators.issued, 2021, '2')];
    expect(describeSeries({ rows, indicators: [sampleIndicators.issued], language: 'en' })).toContain(
      '2020 no figure (no row for this year)',
    );
  });

  it('says that there is nothing where there is nothing', () => {
    expect(describeSeries({ rows: [], indicators: [sampleIndicators.issued], language: 'zh' })).toBe(
      '没有可以画出的数据：所选范围和年份没有任何数据行。',
    );
  });
});
