import type { BarSeriesOption, LineSeriesOption } from 'echarts';
import type { SeriesPoint } from '@gongkai/model';
import type { ChartIndicator } from './chart-input';
import { sampleIndicators, outcomeRows, partial, point } from './fixtures/sample-rows';
import { outcomesOption, type OutcomesInput } from './outcomes-option';
import { remediesOption, type RemediesInput } from './remedies-option';

type Drawn = (LineSeriesOption | BarSeriesOption) & { readonly id: string };

const outcomes: OutcomesInput = {
  rows: outcomeRows,
  indicators: Object.values(sampleIndicators),
  language: 'zh',
  outcomes: ['granted', 'denied'],
  rate: 'disclosure_rate',
};

const drawnOutcomes = (input: OutcomesInput): readonly Drawn[] => outcomesOption(input).series as Drawn[];
const labelAt = (series: readonly Drawn[], index: number) => {
  const item = series.find(({ id }) => id === '0:tops')!.data![index] as { label: { formatter: string } } | null;
  return item === null ? null : item.label.formatter;
};

describe('outcomesOption', () => {
  it('stacks the groups, with nothing at all in a year without reports', () => {
    const bars = drawnOutcomes(outcomes).filter(({ type }) => type === 'bar') as BarSeriesOption[];
    expect(bars.map(({ stack }) => stack)).toEqual(['outcomes', 'outcomes']);
    expect(bars.map(({ data }) => data![4])).toEqual([null, null]);
  });

  it('writes totals on top: 0 for a true zero, none for nothing', () => {
    const series = drawnOutcomes(outcomes);
    expect([0, 3, 4, 5].map((index) => labelAt(series, index))).toEqual(['92', '80', null, '0']);
  });

  it('says that a stack is not whole where a group has no figure', () => {
    const rows = outcomeRows.map((row) =>
      row.indicator === 'denied' && row.year === 2019 ? { ...row, value: null, noValue: 'cells_blank' as const } : row,
    );
    expect(labelAt(drawnOutcomes({ ...outcomes, rows }), 0)).toBe('不全');
    expect(outcomesOption({ ...outcomes, rows }).title).toMatchObject({ text: expect.stringContaining('不全：') });
  });

  it('draws the rate on a second axis from 0 to 1, broken where it has no denominator', () => {
    expect(outcomesOption(outcomes).yAxis).toMatchObject([{ gridIndex: 0 }, { gridIndex: 1, min: 0, max: 1 }]);
    const runs = drawnOutcomes(outcomes).filter(({ id }) => id.startsWith('1:disclosure_rate/:run'));
    expect(runs.map(({ data }) => data!.map((item) => item !== null))).toEqual([
      [true, true, true, true, false, false, false],
      [false, false, false, false, false, false, true],
    ]);
  });

  it('refuses rows by group', () => {
    const rows = [point(sampleIndicators.granted, 2021, '1', { group: { key: 'a', name: '甲' } })];
    expect(() => outcomesOption({ ...outcomes, rows })).toThrow('rows by group');
  });

  it('says why there is nothing', () => {
    const rows = [point(sampleIndicators.granted, 2021, null)];
    expect(outcomesOption({ ...outcomes, rows }).title).toMatchObject({ subtext: '2021年：尚无机关公布' });
  });
});

const titles = ['upheld', 'corrected'];
const remedy = (code: string): ChartIndicator => ({ code, title: { zh: code, en: code }, unit: 'case' });
const codes = ['review', 'litigation'].map((stack) => titles.map((title) => `${stack}_${title}`));
const yearly = (code: string, values: readonly (string | null)[], more: Partial<SeriesPoint> = {}): readonly SeriesPoint[] =>
  values.map((value, index) => point(remedy(code), 2021 + index, value, more));

const remedies: RemediesInput = {
  rows: [
    ...yearly('review_upheld', ['3', '0', null]),
    ...yearly('review_corrected', ['1', '0', null]),
    ...yearly('litigation_upheld', ['2', null, '5'], { coverage: partial }),
    ...yearly('litigation_corrected', ['0', null, '1']),
  ],
  indicators: codes.flat().map(remedy),
  language: 'zh',
  results: [
    { zh: '结果维持', en: 'Upheld' },
    { zh: '结果纠正', en: 'Corrected' },
  ],
  stacks: [
    { title: { zh: '复议', en: 'Review' }, indicators: codes[0]! },
    { title: { zh: '诉讼', en: 'Suits' }, indicators: codes[1]! },
  ],
};

describe('remediesOption', () => {
  const option = remediesOption(remedies);
  const series = option.series as Drawn[];

  it('gives each year two places, one a remedy', () => {
    const upheld = series.filter(({ name }) => name === '结果维持');
    expect(upheld.map(({ data }) => data!.map((item) => (item === null ? null : (item as { value: number }).value)))).toEqual([
      [3, null, 0, null, null, null],
      [null, 2, null, null, null, 5],
    ]);
    expect(option.legend).toMatchObject({ data: ['结果维持', '结果纠正'] });
  });

  it('writes totals, zeros and gaps for each place', () => {
    expect([0, 1, 2, 3, 4, 5].map((index) => labelAt(series, index))).toEqual(['4', '2', '0', null, null, '6']);
    expect(series.find(({ id }) => id === '0:marks')).toMatchObject({
      markArea: {
        data: [
          [{ xAxis: 4 }, { xAxis: 5 }],
          [{ xAxis: 3 }, { xAxis: 4 }],
        ],
      },
    });
  });

  it('colours a result alike in both stacks and marks partial coverage', () => {
    const [review, suits] = series.filter(({ name }) => name === '结果维持') as BarSeriesOption[];
    expect(review!.color).toBe(suits!.color);
    expect(suits!.data![1]).toMatchObject({ itemStyle: { borderType: 'dashed' } });
  });

  it('answers either place of a year with the words of both remedies', () => {
    const { formatter } = option.tooltip as { formatter: (hovered: unknown) => string };
    const said = formatter([{ seriesId: '0:review_upheld/', dataIndex: 3 }]);
    expect(said).toContain('<strong>2022年</strong><br>review_upheld：0 件');
    expect(said).toContain('litigation_upheld：无数据（尚无机关公布）');
  });

  it('refuses a stack that lacks a result', () => {
    expect(() => remediesOption({ ...remedies, stacks: [{ title: { zh: '复议', en: 'Review' }, indicators: ['review_upheld'] }] })).toThrow(
      'Review',
    );
  });
});
