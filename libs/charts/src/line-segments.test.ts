import type { SeriesPoint } from '@gongkai/model';
import type { LineSeriesOption } from 'echarts';
import type { ChartSeries } from './chart-input';
import { sampleIndicators, none, note, partial, point, same, share } from './fixtures/sample-rows';
import { jointOf, lineSegments } from './line-segments';

const stroke = { id: '0:x', colour: '#0072b2', shape: 'rect', xAxisIndex: 0, yAxisIndex: 0 };

function linesOf(points: readonly (SeriesPoint | null)[]): readonly LineSeriesOption[] {
  const series: ChartSeries = { indicator: sampleIndicators.issued, group: null, key: 'x', name: 'x', points };
  return lineSegments(series, stroke);
}

const valuesOf = ({ data }: LineSeriesOption) =>
  data!.map((item) => (item !== null && typeof item === 'object' && 'value' in item ? (item.value as number) : (item as number | null)));

const at = (year: number, value: string | null, comparability = same): SeriesPoint =>
  point(sampleIndicators.issued, year, value, { comparability });

describe('jointOf', () => {
  it.each([
    [same, 'solid'],
    [note, 'dashed'],
    [none, 'open'],
    [null, 'dashed'],
  ] as const)('%j is %s', (comparability, joint) => {
    expect(jointOf(at(2020, '1'), point(sampleIndicators.issued, 2021, '2', { comparability }))).toBe(joint);
  });

  it('is open wherever a value is missing', () => {
    expect(jointOf(at(2020, null), at(2021, '2'))).toBe('open');
    expect(jointOf(at(2020, '1'), at(2021, null))).toBe('open');
    expect(jointOf(null, at(2021, '2'))).toBe('open');
  });
});

describe('lineSegments', () => {
  it('is one line where all compares', () => {
    expect(linesOf([at(2019, '1'), at(2020, '0'), at(2021, '3')]).map(valuesOf)).toEqual([[1, 0, 3]]);
  });

  it('leaves a gap for a missing value and never joins over it', () => {
    const lines = linesOf([at(2019, '1'), at(2020, null), at(2021, '3')]);
    expect(lines.map(valuesOf)).toEqual([
      [1, null, null],
      [null, null, 3],
    ]);
    expect(lines.every(({ connectNulls }) => connectNulls === false)).toBe(true);
  });

  it('breaks where the years do not compare', () => {
    expect(linesOf([at(2019, '1'), at(2020, '2'), at(2021, '9', none), at(2022, '8')]).map(valuesOf)).toEqual([
      [1, 2, null, null],
      [null, null, 9, 8],
    ]);
  });

  it('joins with a dash where they compare with a note', () => {
    const lines = linesOf([at(2019, '1'), at(2020, '2'), at(2021, '9', note)]);
    expect(lines.map((line) => [valuesOf(line), line.lineStyle?.type])).toEqual([
      [[1, 2, null], 'solid'],
      [[null, null, 9], 'solid'],
      [[null, 2, 9], 'dashed'],
    ]);
  });

  it('hollows the symbol of a partly covered value and greys out a share of few', () => {
    const [line] = linesOf([
      point(sampleIndicators.issued, 2019, '1', { coverage: partial }),
      point(sampleIndicators.issued, 2020, '1', { coverage: { ...partial, reported: 13, leftOut: 2 } }),
      at(2021, '1'),
      share(2022, '1', '9'),
    ]);
    expect(line!.data).toEqual([
      { value: 1, symbol: 'emptyRect' },
      { value: 1, symbol: 'emptyRect' },
      { value: 1, symbol: 'rect' },
      { value: 0.111111, symbol: 'rect', itemStyle: { color: '#7b8794' } },
    ]);
  });
});
