import type { BarSeriesOption, LineSeriesOption, TitleComponentOption, XAXisComponentOption } from 'echarts';
import { onPaper } from './chart-frame';
import { sampleIndicators, note, point, sampleRows } from './fixtures/sample-rows';
import { trendHeight, trendOption } from './trend-option';
import type { TrendInput } from './trend-panels';

const all = Object.values(sampleIndicators);
const input: TrendInput = {
  rows: sampleRows,
  indicators: all,
  language: 'zh',
  panels: [
    { title: null, bars: ['normative_issued'], lines: [] },
    { title: null, bars: [], lines: ['normative_in_force'] },
    { title: null, bars: [], lines: ['fees'] },
  ],
};

type Drawn = (LineSeriesOption | BarSeriesOption) & { readonly id: string };
const drawn = (of: TrendInput): readonly Drawn[] => trendOption(of).series as Drawn[];
const titlesOf = (of: TrendInput) => (trendOption(of).title as TitleComponentOption[]).map(({ text }) => text);
const marksOf = (of: TrendInput, panel: number) => drawn(of).find(({ id }) => id === `${panel}:marks`) as LineSeriesOption;

describe('trendOption', () => {
  it('draws a flow as bars with a gap for the missing year and a written 0 for the true zero', () => {
    const bars = drawn(input).find(({ type }) => type === 'bar')!;
    expect(bars.data).toHaveLength(7);
    expect(bars.data![4]).toBeNull();
    expect(bars.data![5]).toMatchObject({ value: 0, label: { show: true, formatter: '0' } });
    expect(bars.data![3]).toMatchObject({ value: 11, itemStyle: { borderType: 'dashed' } });
    expect(bars.data![6]).toEqual({ value: 13 });
  });

  it('breaks the line at 2021 and puts the mark with its words between 2020 and 2021', () => {
    const runs = drawn(input).filter(({ id }) => id.startsWith('1:normative_in_force/:run'));
    expect(runs).toHaveLength(3);
    expect(marksOf(input, 1).markLine!.data).toEqual([
      expect.objectContaining({
        xAxis: 2,
        lineStyle: expect.objectContaining({ type: 'solid' }),
        label: expect.objectContaining({ formatter: '口径不可比' }),
      }),
    ]);
    expect(marksOf(input, 1).markArea!.data).toEqual([[{ xAxis: 4 }, { xAxis: 5 }]]);
  });

  it('speaks a note of bars by a dotted mark', () => {
    expect(marksOf(input, 0).markLine!.data).toEqual([
      expect.objectContaining({
        xAxis: 2,
        lineStyle: expect.objectContaining({ type: 'dotted' }),
        label: expect.objectContaining({ formatter: '口径有变' }),
      }),
    ]);
  });

  it('says why a panel is empty instead of drawing empty axes', () => {
    expect(trendOption(input).grid).toHaveLength(2);
    expect(trendOption(input).yAxis).toHaveLength(2);
    expect(titlesOf(input)).toContain('所选范围和年份没有任何数据行');
    const rows = [
      ...sampleRows,
      point(sampleIndicators.fees, 2019, null, { noValue: 'not_in_form' }),
      point(sampleIndicators.fees, 2020, null, { noValue: 'not_in_form' }),
    ];
    expect(titlesOf({ ...input, rows })).toContain('2019—2020年：当年格式没有这一项');
  });

  it('explains the marks that occur and no others', () => {
    expect(titlesOf(input).at(-1)).toBe(
      [
        '虚框或空心：部分机关未计入，缺得越多颜色越浅；年份下为“已报/应报”家数',
        '灰底：无数据，不是零',
        '竖线：两侧口径不可比',
        '虚线：口径有变，慎比',
      ].join('\n'),
    );
    const plain = {
      ...input,
      rows: [point(sampleIndicators.issued, 2021, '1'), point(sampleIndicators.issued, 2022, '2')],
      panels: input.panels!.slice(0, 1),
    };
    expect(titlesOf(plain)).toEqual(['规范性文件制发']);
  });

  it('is an answer without axes where there is no value at all', () => {
    const rows = [2019, 2021].map((year) => point(sampleIndicators.issued, year, null));
    const option = trendOption({ rows, indicators: all, language: 'zh' });
    expect(option.xAxis).toBeUndefined();
    expect(option.title).toMatchObject({ text: '没有可以画出的数据', subtext: '2019，2021：尚无机关公布' });
  });

  it('writes under a year how many of how many have reported', () => {
    const [axis] = trendOption(input).xAxis as XAXisComponentOption[];
    const { formatter } = (axis as { axisLabel: { formatter: (value: string, index: number) => string } }).axisLabel;
    expect([2, 3].map((index) => formatter(String(2019 + index), index))).toEqual(['2021', '2022\n12/13']);
  });

  it('puts units that differ into panels of their own and refuses to mix them in one', () => {
    const { grid } = trendOption({ rows: [...sampleRows, point(sampleIndicators.fees, 2022, '7.5')], indicators: all, language: 'zh' });
    expect(grid).toHaveLength(2);
    expect(() => trendOption({ ...input, panels: [{ title: null, bars: [], lines: ['fees', 'normative_issued'] }] })).toThrow(
      'several units',
    );
    expect(() => trendOption({ ...input, panels: [{ title: null, bars: [], lines: ['nonsense'] }] })).toThrow('nonsense');
  });

  it('answers a hovered year in words, a year without figures too', () => {
    const { formatter } = trendOption(input).tooltip as { formatter: (hovered: unknown) => string };
    expect(formatter([{ seriesId: '1:normative_in_force/:run:0', dataIndex: 4 }])).toBe(
      '<strong>2023年</strong><br>规范性文件现行有效：无数据（尚无机关公布）<br>覆盖：0/13 家已公布，13 家未公布',
    );
    expect(formatter([])).toBe('');
  });

  it('draws groups as lines with a legend, and needs the height it says', () => {
    const rows = ['甲县', '乙县'].flatMap((name) =>
      [2019, 2020].map((year) => point(sampleIndicators.issued, year, '1', { group: { key: name, name } })),
    );
    const grouped: TrendInput = { rows, indicators: [sampleIndicators.issued], language: 'zh' };
    expect(trendOption(grouped).legend).toMatchObject({ show: true, data: ['甲县 规范性文件制发', '乙县 规范性文件制发'] });
    expect(trendHeight(grouped)).toBe(34 + 230);
    expect(trendHeight({ ...input, columns: 1 })).toBeGreaterThan(trendHeight(input));
  });

  it('tells a screen reader the data, and stands still when asked; on paper always, with patterns beside the colours', () => {
    const option = trendOption({ ...input, animation: false });
    expect(option.animation).toBe(false);
    expect(option.aria).toMatchObject({ enabled: true, decal: { show: false } });
    expect(onPaper(trendOption(input))).toMatchObject({ animation: false, aria: { enabled: true, decal: { show: true } } });
    expect(JSON.stringify(option.aria)).toContain('2024年 0 件');
  });

  it('dashes a line whose definition changed', () => {
    const rows = [point(sampleIndicators.issued, 2020, '1'), point(sampleIndicators.issued, 2021, '2', { comparability: note })];
    const dashed = drawn({ rows, indicators: [sampleIndicators.issued], language: 'zh' }).filter(({ id }) => id.includes(':note:'));
    expect(dashed).toEqual([expect.objectContaining({ lineStyle: { width: 2, type: 'dashed' }, data: [1, 2] })]);
  });
});
