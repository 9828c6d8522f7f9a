import { clickedPoint, pointIn } from './clicked-point';
import { sampleIndicators, outcomeRows, sampleRows } from './fixtures/sample-rows';
import { outcomesOption } from './outcomes-option';
import { remediesOption } from './remedies-option';
import { trendOption } from './trend-option';

const all = Object.values(sampleIndicators);
const options = {
  trend: [
    {
      rows: sampleRows,
      indicators: all,
      language: 'zh',
      panels: [{ title: null, bars: ['normative_issued'], lines: ['normative_in_force'] }],
    },
    trendOption,
  ],
  outcomes: [
    { rows: outcomeRows, indicators: all, language: 'zh', outcomes: ['granted', 'denied'], rate: 'disclosure_rate' },
    outcomesOption,
  ],
  remedies: [
    {
      rows: outcomeRows,
      indicators: all,
      language: 'zh',
      results: [{ zh: '甲', en: 'a' }],
      stacks: ['granted', 'denied'].map((code) => ({ title: { zh: code, en: code }, indicators: [code] })),
    },
    remediesOption,
  ],
} as const;

describe('a click on a chart', () => {
  it.each(Object.entries(options))(
    'of %s means the point whose figure was drawn there, and nothing where none was',
    (_, [input, optionOf]) => {
      const option = optionOf(input as never);
      let found = 0;
      for (const series of option.series as { id: string; type: string; data: (null | number | { value: number })[] }[]) {
        for (const [dataIndex, item] of series.data.entries()) {
          if (item === null || /marks|tops|note/.test(series.id)) continue;
          const point = clickedPoint(input, option, { seriesId: series.id, dataIndex });
          expect([series.id, dataIndex, Number(point!.value)]).toEqual([
            series.id,
            dataIndex,
            typeof item === 'number' ? item : item.value,
          ]);
          expect(pointIn(input, `${point!.indicator}/`, point!.year)).toBe(point);
          found += 1;
        }
      }
      expect(found).toBeGreaterThan(5);
      expect(clickedPoint(input, option, { seriesId: '0:tops', dataIndex: 0 })).toBeNull();
      expect(clickedPoint(input, option, { seriesId: '0:marks', dataIndex: 0 })).toBeNull();
    },
  );
});
