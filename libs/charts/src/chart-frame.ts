import { DECALS } from './decals';
import type { EChartsOption, TitleComponentOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import { hasFewCases, heightOf, isPartial, isRestated, type ChartIndicator, type ChartInput, type ChartSeries } from './chart-input';
import { describeSeries } from './describe-series';
import { FADED_INK, GRID_LINE, INK, PALETTE } from './palette';
import { printTick } from './print-figure';
import { tooltipOf } from './tooltip';
import { wordsOf } from './words';

const KEY_LINE = 16;

/** What all charts have alike: the words for a screen reader, solid colours, and the tooltip's frame. */
export function chartFrame(input: ChartInput): EChartsOption {
  return {
    animation: input.animation ?? true,
    color: [...PALETTE],
    textStyle: { color: INK },
    aria: { enabled: true, label: { enabled: true, description: describeSeries(input) }, decal: { show: false, decals: DECALS } },
  };
}

/** A chart as it is printed: whole at once, its series told apart by patterns, too, because paper may be grey. */
export function onPaper(option: EChartsOption): EChartsOption {
  return { ...option, animation: false, aria: { ...option.aria, decal: { show: true, decals: DECALS } } };
}

/** The places of a hovered mark: which panel (from the series id's beginning) and which slot of the axis. */
interface Hovered {
  readonly panel: number;
  readonly index: number;
}

/** A tooltip for a whole slot of the axis, said by `wordsAt`: also for one without any value. */
export function slotTooltip(
  wordsAt: (hovered: Hovered) => { readonly title: string; readonly lines: readonly string[] } | null,
): EChartsOption {
  return {
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'shadow' },
      extraCssText: 'max-width:26rem;white-space:normal',
      formatter: (hovered: unknown) => {
        const place = placeOf(Array.isArray(hovered) ? (hovered as readonly unknown[])[0] : hovered);
        const words = place === null ? null : wordsAt(place);
        return words === null ? '' : tooltipOf(words.title, words.lines);
      },
    },
  };
}

function placeOf(hovered: unknown): Hovered | null {
  if (typeof hovered !== 'object' || hovered === null || !('seriesId' in hovered) || !('dataIndex' in hovered)) return null;
  const panel = Number.parseInt(String(hovered.seriesId), 10);
  return Number.isNaN(panel) || typeof hovered.dataIndex !== 'number' ? null : { panel, index: hovered.dataIndex };
}

/** A value axis from zero, so that heights may be compared; below zero only where a figure is. */
export function valueAxis(
  gridIndex: number,
  indicator: ChartIndicator,
  series: readonly ChartSeries[],
  input: ChartInput,
): YAXisComponentOption {
  const { unit } = indicator;
  const belowZero = series.some(({ points }) => points.map(heightOf).some((height) => height !== null && height < 0));
  const money = unit === 'cny_10k' || unit === 'cny';
  return {
    type: 'value',
    gridIndex,
    ...(belowZero ? {} : { min: 0 }),
    ...(unit === 'share' ? { max: 1 } : money ? {} : { minInterval: 1 }),
    ...(money || unit === 'share' ? {} : { name: wordsOf(input.language).units[unit], nameTextStyle: { color: FADED_INK, align: 'left' } }),
    axisLabel: { color: FADED_INK, formatter: (value: number) => printTick(value, unit, input.language) },
    splitLine: { lineStyle: { color: GRID_LINE } },
  };
}

/** An axis of years; under a year that not all have reported it says how many have, where that is one number. */
export function yearAxis(
  gridIndex: number,
  years: readonly number[],
  series: readonly ChartSeries[],
  input: ChartInput,
): XAXisComponentOption {
  const notes = years.map((_, index) => coverageNote(series, index, input));
  return {
    type: 'category',
    gridIndex,
    data: years.map(String),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: FADED_INK } },
    axisLabel: {
      color: FADED_INK,
      fontSize: 11,
      interval: 0,
      hideOverlap: true,
      formatter: (year: string, index: number) => (notes[index] ? `${year}\n${notes[index]}` : year),
    },
  };
}

export function coverageNote(series: readonly ChartSeries[], index: number, { language }: ChartInput): string | null {
  if (series.some(({ group }) => group !== null)) return null;
  const notes = series.map(({ points }) => {
    const coverage = points[index]?.coverage;
    return coverage && coverage.reported < coverage.expected ? wordsOf(language).axisCoverage(coverage.reported, coverage.expected) : null;
  });
  return new Set(notes).size === 1 ? (notes[0] ?? null) : null;
}

/** Which marks occur, explained; only those that do. */
export interface ChartKey {
  readonly gaps: boolean;
  readonly breaks: boolean;
  readonly notes: boolean;
  readonly incomplete: boolean;
}

export function keyLines(
  series: readonly ChartSeries[],
  { gaps, breaks, notes, incomplete }: ChartKey,
  { language }: ChartInput,
): readonly string[] {
  const words = wordsOf(language);
  const valued = series.flatMap(({ points, indicator }) =>
    points.flatMap((point) => (point === null || point.value === null ? [] : [{ point, indicator }])),
  );
  return [
    ...(valued.some(({ point }) => isPartial(point)) ? [words.partialKey] : []),
    ...(incomplete ? [words.incompleteKey] : []),
    ...(gaps ? [words.gapKey] : []),
    ...(breaks ? [words.breakKey] : []),
    ...(notes ? [words.noteKey] : []),
    ...(valued.some(({ point, indicator }) => indicator.unit === 'share' && hasFewCases(point)) ? [words.fewKey] : []),
    ...(valued.some(({ point }) => isRestated(point)) ? [words.restatedKey] : []),
  ];
}

export function keyHeight(lines: readonly string[]): number {
  return lines.length * KEY_LINE + (lines.length > 0 ? 8 : 0);
}

/** The key under the chart, as a title: the one component that writes text and is always at hand. */
export function keyTitle(lines: readonly string[]): TitleComponentOption {
  return {
    id: 'key',
    text: lines.join('\n'),
    left: 0,
    bottom: 0,
    padding: 0,
    textStyle: { color: FADED_INK, fontSize: 11, fontWeight: 'normal', lineHeight: KEY_LINE },
  };
}
