import type { NoValue } from '@gongkai/model';
import type { EChartsOption } from 'echarts';
import { chartFrame } from './chart-frame';
import type { ChartInput } from './chart-input';
import { FADED_INK, INK } from './palette';
import { wordsOf } from './words';

/** Why there is nothing to draw, each reason with its years. */
export function emptyReasons({ rows, language }: ChartInput): readonly string[] {
  const words = wordsOf(language);
  if (rows.length === 0) return [words.nothingAsked];
  const yearsByReason = new Map<NoValue | null, Set<number>>();
  for (const { noValue, year } of rows) yearsByReason.set(noValue, (yearsByReason.get(noValue) ?? new Set()).add(year));
  return [...yearsByReason].map(([reason, years]) => {
    const sorted = [...years].sort((a, b) => a - b);
    const first = sorted[0] ?? Number.NaN;
    const last = sorted.at(-1) ?? Number.NaN;
    const when = last - first + 1 === sorted.length ? words.span(first, last) : sorted.join(words.comma);
    return when + words.colon + (reason === null ? words.noRow : words.noValue[reason]);
  });
}

/** Instead of an empty pair of axes: that there is nothing to draw, and why. */
export function emptyOption(input: ChartInput): EChartsOption {
  return {
    ...chartFrame(input),
    title: {
      id: 'empty',
      left: 'center',
      top: 'middle',
      itemGap: 14,
      text: wordsOf(input.language).emptyTitle,
      subtext: emptyReasons(input).join('\n'),
      textStyle: { color: INK, fontSize: 16, fontWeight: 'normal' },
      subtextStyle: { color: FADED_INK, fontSize: 13, lineHeight: 20 },
    },
    series: [],
  };
}
