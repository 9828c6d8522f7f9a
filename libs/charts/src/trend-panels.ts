import type { Words } from '@gongkai/model';
import { heightOf, chartSeriesOf, type ChartInput, type ChartSeries } from './chart-input';
import { boundariesOf, gapsOf, type Boundary } from './boundary-marks';
import { wordsOf } from './words';

/** Indicators that share one pair of axes, so they must share a unit: `bars` for what a year did, `lines` for what stands at its end and for shares. */
export interface TrendPanel {
  readonly title: Words | null;
  readonly lines: readonly string[];
  readonly bars: readonly string[];
}

export interface TrendInput extends ChartInput {
  /** Small multiples in reading order; without them one panel of lines for each unit. */
  readonly panels?: readonly TrendPanel[];
  /** Panels side by side; two unless said, one on narrow screens. */
  readonly columns?: 1 | 2 | 3;
}

/** A panel with its series found and its marks counted. */
export interface ChartPanel {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly bars: readonly ChartSeries[];
  readonly boundaries: readonly Boundary[];
  readonly gaps: readonly number[];
  readonly isEmpty: boolean;
}

/** Throws a RangeError where a panel names an indicator without title or mixes units: a fault of the page, not of the data. */
export function panelsOf(input: TrendInput): readonly ChartPanel[] {
  const all = chartSeriesOf(input);
  return (input.panels ?? panelsByUnit(input)).map(({ title, lines, bars }) => {
    const indicators = [...bars, ...lines].map((code) => indicatorOf(input, code));
    if (new Set(indicators.map(({ unit }) => unit)).size > 1)
      throw new RangeError(`one panel, several units: ${[...bars, ...lines].join(', ')}`);
    const found = (codes: readonly string[]): readonly ChartSeries[] => all.filter(({ indicator }) => codes.includes(indicator.code));
    const series = [...found(bars), ...found(lines)];
    const [first] = indicators;
    const words = title?.[input.language] ?? (indicators.length === 1 && first ? first.title[input.language] : '');
    return {
      title: words,
      series,
      bars: found(bars),
      boundaries: boundariesOf(series, found(bars)),
      gaps: gapsOf(series),
      isEmpty: series.every(({ points }) => points.every((point) => heightOf(point) === null)),
    };
  });
}

function panelsByUnit({ indicators, language }: TrendInput): readonly TrendPanel[] {
  const units = [...new Set(indicators.map(({ unit }) => unit))];
  return units.map((unit) => {
    const own = indicators.filter((indicator) => indicator.unit === unit);
    const label = wordsOf(language).units[unit];
    return { title: own.length === 1 ? null : { zh: label, en: label }, lines: own.map(({ code }) => code), bars: [] };
  });
}

function indicatorOf({ indicators }: TrendInput, code: string): ChartInput['indicators'][number] {
  const indicator = indicators.find((one) => one.code === code);
  if (!indicator) throw new RangeError(`no title for indicator ${code}`);
  return indicator;
}
