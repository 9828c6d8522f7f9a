import type { LineSeriesOption } from 'echarts';
import { RESTATED_MARK, heightOf, isRestated, type ChartInput, type ChartSeries } from './chart-input';
import { INK } from './palette';
import { printExact } from './print-figure';
import { wordsOf } from './words';

/** What stands over a stack: its total, or that a part of it has no figure. Null where no part has one. */
export interface StackTop {
  readonly height: number;
  readonly whole: boolean;
  /** A part of it is no longer what was published first. */
  readonly restated: boolean;
}

export function stackTop(parts: readonly ChartSeries[], index: number): StackTop | null {
  const heights = parts.map(({ points }) => heightOf(points[index]));
  const known = heights.filter((height) => height !== null);
  if (known.length === 0) return null;
  return {
    height: known.reduce((sum, height) => sum + height, 0),
    whole: known.length === heights.length,
    restated: parts.some(({ points }) => isRestated(points[index])),
  };
}

/** An invisible line along the tops that writes the totals, zero included, and says where a stack is not whole. */
export function stackTops(tops: readonly (StackTop | null)[], { language }: Pick<ChartInput, 'language'>): LineSeriesOption {
  const words = wordsOf(language);
  return {
    type: 'line',
    id: '0:tops',
    name: words.total,
    silent: true,
    z: 5,
    showAllSymbol: true,
    symbol: 'circle',
    symbolSize: 1,
    connectNulls: false,
    lineStyle: { width: 0 },
    itemStyle: { color: 'transparent' },
    data: tops.map((top) => {
      if (top === null) return null;
      const text = (top.whole ? printExact(String(top.height)) : words.incomplete) + (top.restated ? RESTATED_MARK : '');
      return { value: top.height, label: { show: true, position: 'top', formatter: text, color: INK, fontSize: 11 } };
    }),
  };
}
