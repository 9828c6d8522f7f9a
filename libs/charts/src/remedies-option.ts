import type { Words } from '@gongkai/model';
import type { BarSeriesOption, EChartsOption, LineSeriesOption, XAXisComponentOption } from 'echarts';
import { LEGEND } from './legend';
import { barItem } from './bar-items';
import { boundariesOf, gapsOf, markCarrier, marksOf, slotAxis } from './boundary-marks';
import { chartFrame, coverageNote, keyHeight, keyLines, keyTitle, slotTooltip, valueAxis } from './chart-frame';
import { yearsOf, type ChartInput, type ChartSeries } from './chart-input';
import { emptyOption } from './empty-option';
import { FADED_INK, INK, PALETTE } from './palette';
import { hasNoValue, stackSeries } from './stack-series';
import { stackTop, stackTops, type StackTop } from './stack-tops';
import { yearWords } from './tooltip';
import { wordsOf } from './words';

/** One stack of every year, e.g. 复议: the code of an indicator for each of the results, in their order. */
export interface RemedyStack {
  readonly title: Words;
  readonly indicators: readonly string[];
}

export interface RemediesInput extends ChartInput {
  /** The results all stacks have alike, from the bottom, e.g. 结果维持, 结果纠正, 其他结果, 尚未审结. */
  readonly results: readonly Words[];
  readonly stacks: readonly RemedyStack[];
}

interface FoundStack {
  readonly title: string;
  readonly parts: readonly ChartSeries[];
}

const RESULT_COLOURS: readonly string[] = [0, 1, 3, 4].map((index) => PALETTE[index] ?? INK);

/** Review and litigation by result: a year holds one stack for each remedy, side by side, with its total written on top. */
export function remediesOption(input: RemediesInput): EChartsOption {
  const stacks = stacksOf(input);
  const series = stacks.flatMap(({ parts }) => parts);
  const [first] = series;
  if (!first || hasNoValue(series)) return emptyOption(input);
  const years = yearsOf(input.rows);
  const key = keyOf(stacks, input);
  return {
    ...chartFrame(input),
    ...slotTooltip(({ index }) => {
      const at = Math.floor(index / stacks.length);
      const year = years[at];
      return year === undefined ? null : { title: wordsOf(input.language).year(year), lines: yearWords(series, at, input) };
    }),
    ...(key.length > 0 ? { title: keyTitle(key) } : {}),
    legend: { ...LEGEND, data: input.results.map((result) => result[input.language]) },
    grid: { left: 0, right: 8, top: 64, bottom: keyHeight(key) + 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: [stackAxis(years, stacks), yearsBelow(years, series, input), slotAxis(0, years.length * stacks.length)],
    yAxis: valueAxis(0, first.indicator, series, input),
    series: stackedBars(stacks, input),
  };
}

/** Throws a RangeError where a stack has not one indicator for each result. */
function stacksOf(input: RemediesInput): readonly FoundStack[] {
  return input.stacks.map(({ title, indicators }) => {
    if (indicators.length !== input.results.length) throw new RangeError(`${title.en}: not one indicator a result`);
    return { title: title[input.language], parts: stackSeries(input, indicators) };
  });
}

function topsOf(stacks: readonly FoundStack[], years: readonly number[]): readonly (StackTop | null)[] {
  return years.flatMap((_, index) => stacks.map(({ parts }) => stackTop(parts, index)));
}

function gapSlots(stacks: readonly FoundStack[]): readonly number[] {
  return stacks.flatMap(({ parts }, place) => gapsOf(parts).map((index) => index * stacks.length + place));
}

function keyOf(stacks: readonly FoundStack[], input: RemediesInput): readonly string[] {
  const series = stacks.flatMap(({ parts }) => parts);
  const boundaries = boundariesOf(series, series);
  const has = (verdict: 'none' | 'note'): boolean => boundaries.some((boundary) => boundary.verdict === verdict);
  const incomplete = topsOf(stacks, yearsOf(input.rows)).some((top) => top?.whole === false);
  return keyLines(series, { gaps: gapSlots(stacks).length > 0, breaks: has('none'), notes: has('note'), incomplete }, input);
}

function stackedBars(stacks: readonly FoundStack[], input: RemediesInput): (BarSeriesOption | LineSeriesOption)[] {
  const series = stacks.flatMap(({ parts }) => parts);
  const marks = marksOf(boundariesOf(series, series), gapSlots(stacks), stacks.length);
  const bars = stacks.flatMap(({ parts }, place) =>
    parts.map(({ key, points, indicator }): BarSeriesOption => {
      const result = input.stacks[place]?.indicators.indexOf(indicator.code) ?? -1;
      const colour = RESULT_COLOURS[result % RESULT_COLOURS.length] ?? INK;
      const name = input.results[result]?.[input.language] ?? '';
      const data = points.flatMap((point) => stacks.map((_, at) => (at === place ? barItem(point, colour) : null)));
      return { type: 'bar', id: `0:${key}`, name, stack: 'remedies', color: colour, barMaxWidth: 36, data };
    }),
  );
  const tops = topsOf(stacks, yearsOf(input.rows));
  return [markCarrier('0:marks', marks, { xAxisIndex: 2, yAxisIndex: 0 }, input.language), ...bars, stackTops(tops, input)];
}

function stackAxis(years: readonly number[], stacks: readonly FoundStack[]): XAXisComponentOption {
  return {
    type: 'category',
    data: years.flatMap((year) => stacks.map((_, place) => `${year}/${place}`)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: FADED_INK } },
    axisLabel: {
      color: FADED_INK,
      fontSize: 11,
      interval: 0,
      formatter: (_: string, index: number) => stacks[index % stacks.length]?.title ?? '',
    },
  };
}

function yearsBelow(years: readonly number[], series: readonly ChartSeries[], input: RemediesInput): XAXisComponentOption {
  const notes = years.map((_, index) => coverageNote(series, index, input));
  return {
    type: 'category',
    data: years.map(String),
    position: 'bottom',
    offset: 20,
    axisLine: { show: false },
    axisTick: { show: false },
    axisPointer: { show: false, triggerTooltip: false },
    axisLabel: { color: INK, interval: 0, formatter: (year: string, index: number) => (notes[index] ? `${year}\n${notes[index]}` : year) },
  };
}
