import type { ChartInput } from './chart-input';
import { describeSeries } from './describe-series';
import { sampleIndicators, none, note, point } from './fixtures/sample-rows';
import { tableOf } from './table-of';
import { trendOption } from './trend-option';

const restated = {
  first: '10',
  firstNumerator: null,
  firstDenominator: null,
  since: '2026-03-31T17:00:00Z',
  reasonClasses: ['correction'],
  reports: 1,
} as const;
const change = {
  comparability: note,
  over: 'constant',
  countedBefore: 9,
  countedNow: 9,
  before: '10',
  now: '12',
  difference: '2',
  relative: '0.200000',
} as const;
const rows = [
  point(sampleIndicators.issued, 2021, '10'),
  point(sampleIndicators.issued, 2022, '12', { restated, change }),
  point(sampleIndicators.issued, 2023, '14', {
    comparability: none,
    change: { ...change, comparability: none, difference: null, relative: null },
  }),
];
const input = (language: 'zh' | 'en', by: 'bars' | 'lines' = 'lines'): ChartInput & Parameters<typeof trendOption>[0] => ({
  rows,
  indicators: [sampleIndicators.issued],
  panels: [{ title: null, bars: [], lines: [], [by]: [sampleIndicators.issued.code] }],
  language,
});
/** What is written at the marks of a chart. */
function labelsOf(by: 'bars' | 'lines'): readonly unknown[] {
  const series = trendOption(input('zh', by)).series as readonly { readonly data?: readonly unknown[] }[];
  return series
    .flatMap(({ data }) => data ?? [])
    .flatMap((item) =>
      item !== null && typeof item === 'object' && 'label' in item ? [(item.label as { formatter: unknown }).formatter] : [],
    );
}

describe('a restated point', () => {
  it.each(['bars', 'lines'] as const)('carries a mark in %s, and the key explains it', (by) => {
    expect(labelsOf(by)).toEqual(['※']);
    expect(JSON.stringify(trendOption(input('zh', by)).title)).toContain('※');
  });

  it('says in the tooltip, in the table and in words what was published first, since when in China, and why', () => {
    const { formatter } = trendOption(input('zh')).tooltip as unknown as { formatter: (hovered: unknown) => string };
    expect(formatter([{ seriesId: '0:x', dataIndex: 1 }])).toContain('修订：首次公布为 10 件，2026-04-01 起为现值（勘误）');
    expect(tableOf(input('zh')).rows[1]!.cells[0]).toMatchObject({
      text: '12 件※',
      restated: '首次公布为 10 件，2026-04-01 起为现值（勘误）',
    });
    expect(describeSeries(input('en'))).toContain('first published as 10 pieces, as now since 2026-04-01 (correction)');
  });
});

describe('a change', () => {
  it('says among whom, and is no figure where the years do not compare', () => {
    const cells = tableOf(input('zh')).rows.map(({ cells: [cell] }) => cell!.change);
    expect(cells).toEqual([null, '+2 件（+20.00%），两年均报告的 9 家', null]);
  });
});
