import type { BarSeriesOption, EChartsOption, LineSeriesOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import { LEGEND } from './legend';
import { barItem } from './bar-items';
import { boundariesOf, gapsOf, markCarrier, marksOf, slotAxis } from './boundary-marks';
import { chartFrame, keyHeight, keyLines, keyTitle, slotTooltip, valueAxis, yearAxis } from './chart-frame';
import { yearsOf, type ChartInput, type ChartSeries } from './chart-input';
import { emptyOption } from './empty-option';
import { hasDashes, lineSegments } from './line-segments';
import { FEW_CASES, INK, PALETTE } from './palette';
import { hasNoValue, stackSeries } from './stack-series';
import { stackTop, stackTops } from './stack-tops';
import { yearWords } from './tooltip';
import { wordsOf } from './words';

export interface OutcomesInput extends ChartInput {
  /** Codes of the outcome groups, from the bottom of the stack. */
  readonly outcomes: readonly string[];
  /** Code of the share drawn above them. */
  readonly rate: string;
}

/** Green, blue, orange, brown, purple, grey: what was given lies below, what was not above. */
const OUTCOME_COLOURS: readonly string[] = [2, 0, 1, 4, 3].map((index) => PALETTE[index] ?? INK).concat(FEW_CASES);
const RATE = { top: 48, height: 110 };
const BARS_TOP = RATE.top + RATE.height + 44;

/**
 * Applications by outcome as one stack a year with the total written on top, and the disclosure rate on a second axis from 0 to 100 %.
 * The second axis stands above the first over the same years: laid over each other the two scales would cross where nothing does.
 */
export function outcomesOption(input: OutcomesInput): EChartsOption {
  const stack = stackSeries(input, input.outcomes);
  const rate = stackSeries(input, [input.rate]);
  const series = [...stack, ...rate];
  if (hasNoValue(series)) return emptyOption(input);
  const years = yearsOf(input.rows);
  const key = keyOf(stack, rate, input);
  return {
    ...chartFrame(input),
    ...slotTooltip(({ index }) => {
      const year = years[index];
      return year === undefined ? null : { title: wordsOf(input.language).year(year), lines: yearWords(series, index, input) };
    }),
    axisPointer: { link: [{ xAxisIndex: [0, 2] }] },
    ...(key.length > 0 ? { title: keyTitle(key) } : {}),
    legend: { ...LEGEND, data: series.map(({ name }) => name) },
    grid: [
      { left: 0, right: 0, top: BARS_TOP, bottom: keyHeight(key) + 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      { left: 0, right: 0, ...RATE, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    ],
    xAxis: [yearAxis(0, years, stack, input), slotAxis(0, years.length), bareYears(years), slotAxis(1, years.length)],
    yAxis: [...axisOf(0, stack, input), ...axisOf(1, rate, input)],
    series: [...stackedBars(stack, years, input), ...rateLines(rate, input)],
  };
}

function keyOf(stack: readonly ChartSeries[], rate: readonly ChartSeries[], input: OutcomesInput): readonly string[] {
  const boundaries = boundariesOf([...stack, ...rate], stack);
  const has = (verdict: 'none' | 'note'): boolean => boundaries.some((boundary) => boundary.verdict === verdict);
  const marks = {
    gaps: gapsOf(stack).length + gapsOf(rate).length > 0,
    breaks: has('none'),
    notes: has('note') || rate.some(hasDashes),
    incomplete: yearsOf(input.rows).some((_, index) => stackTop(stack, index)?.whole === false),
  };
  return keyLines([...stack, ...rate], marks, input);
}

function stackedBars(
  stack: readonly ChartSeries[],
  years: readonly number[],
  input: OutcomesInput,
): (BarSeriesOption | LineSeriesOption)[] {
  const marks = marksOf(boundariesOf(stack, stack), gapsOf(stack));
  const tops = years.map((_, index) => stackTop(stack, index));
  const bars = stack.map(({ key, name, points }, place): BarSeriesOption => {
    const colour = OUTCOME_COLOURS[place % OUTCOME_COLOURS.length] ?? INK;
    const data = points.map((point) => barItem(point, colour));
    return { type: 'bar', id: `0:${key}`, name, stack: 'outcomes', color: colour, barMaxWidth: 48, data };
  });
  return [markCarrier('0:marks', marks, { xAxisIndex: 1, yAxisIndex: 0 }, input.language), ...bars, stackTops(tops, input)];
}

function rateLines(rate: readonly ChartSeries[], input: OutcomesInput): readonly LineSeriesOption[] {
  const marks = marksOf(boundariesOf(rate, []), gapsOf(rate));
  return [
    markCarrier('1:marks', marks, { xAxisIndex: 3, yAxisIndex: 1 }, input.language),
    ...rate.flatMap((one) => lineSegments(one, { id: `1:${one.key}`, colour: INK, shape: 'circle', xAxisIndex: 2, yAxisIndex: 1 })),
  ];
}

function axisOf(gridIndex: number, series: readonly ChartSeries[], input: OutcomesInput): YAXisComponentOption[] {
  const [first] = series;
  return [first ? valueAxis(gridIndex, first.indicator, series, input) : { type: 'value', gridIndex, show: false }];
}

function bareYears(years: readonly number[]): XAXisComponentOption {
  return { type: 'category', gridIndex: 1, data: years.map(String), axisTick: { show: false }, axisLabel: { show: false } };
}
