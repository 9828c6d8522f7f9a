import { sampleIndicators, point, sampleRows } from './fixtures/sample-rows';
import { tableOf } from './table-of';

describe('tableOf', () => {
  const table = tableOf({ rows: sampleRows, indicators: [sampleIndicators.issued, sampleIndicators.inForce], language: 'zh' });

  it('has a column a series and a row a year, gaps included', () => {
    expect(table.columns.map(({ title }) => title)).toEqual(['规范性文件制发', '规范性文件现行有效']);
    expect(table.rows.map(({ title }) => title)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => `${year}年`));
  });

  it('tells missing, partial and zero apart', () => {
    const of = (year: number) => table.rows.find((row) => row.year === year)!.cells[0]!;
    expect(of(2023)).toMatchObject({ text: '无数据（尚无机关公布）', missing: true, forms: null });
    expect(of(2024)).toMatchObject({ text: '0 件', missing: false, partial: false });
    expect(of(2022)).toMatchObject({ missing: false, partial: true, coverage: '12/13 家已公布，其中 1 家逾期报送，1 家未公布' });
  });

  it('says what stands against comparing', () => {
    expect(table.rows[2]!.cells.map(({ comparability }) => comparability?.slice(0, 5))).toEqual(['口径有变：', '口径不可比']);
  });

  it('parts groups into columns of their own', () => {
    const rows = ['甲县', '乙县'].map((name) => point(sampleIndicators.issued, 2021, '1', { group: { key: name, name } }));
    const titles = tableOf({ rows, indicators: [sampleIndicators.issued], language: 'zh' }).columns.map(({ title }) => title);
    expect(titles).toEqual(['甲县 规范性文件制发', '乙县 规范性文件制发']);
  });
});
