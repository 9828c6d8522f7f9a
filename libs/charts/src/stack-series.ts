import { heightOf, chartSeriesOf, type ChartInput, type ChartSeries } from './chart-input';

/**
 * The one series of each indicator, in the order of the codes; one without rows is left out.
 * Throws a RangeError on rows by group, which no stack can hold, and on a code without a title.
 */
export function stackSeries(input: ChartInput, codes: readonly string[]): readonly ChartSeries[] {
  const all = chartSeriesOf(input);
  if (all.some(({ group }) => group !== null)) throw new RangeError('a stack shows one place: rows by group are not for it');
  return codes.flatMap((code) => {
    if (!input.indicators.some((indicator) => indicator.code === code)) throw new RangeError(`no title for indicator ${code}`);
    return all.filter(({ indicator }) => indicator.code === code);
  });
}

export function hasNoValue(series: readonly ChartSeries[]): boolean {
  return series.every(({ points }) => points.every((point) => heightOf(point) === null));
}
