import type { Verdict, Language } from '@gongkai/model';
import type { LineSeriesOption, XAXisComponentOption } from 'echarts';
import { heightOf, type ChartSeries } from './chart-input';
import { FADED_INK, GAP_GROUND, INK } from './palette';
import { wordsOf } from './words';

/** A boundary between two years across which some or all series do not compare; `index` is that of the later year. */
export interface Boundary {
  readonly index: number;
  readonly verdict: Exclude<Verdict, 'same'>;
  readonly all: boolean;
}

/** The boundaries of a chart. A `none` outranks a note; notes of lines are left to their dashed joints, so only `barred` series speak them. */
export function boundariesOf(series: readonly ChartSeries[], barred: readonly ChartSeries[]): readonly Boundary[] {
  const length = Math.max(0, ...series.map(({ points }) => points.length));
  return Array.from({ length }, (_, index) => index).flatMap((index): Boundary[] => {
    const broken = series.filter(({ points }) => points[index]?.comparability?.verdict === 'none');
    if (broken.length > 0) return [{ index, verdict: 'none', all: broken.length === series.length }];
    const noted = barred.filter(({ points }) => points[index]?.comparability?.verdict === 'note');
    return noted.length > 0 ? [{ index, verdict: 'note', all: noted.length === barred.length }] : [];
  });
}

/** Years in which no series has a value. */
export function gapsOf(series: readonly ChartSeries[]): readonly number[] {
  const length = Math.max(0, ...series.map(({ points }) => points.length));
  return Array.from({ length }, (_, index) => index).filter((index) => series.every(({ points }) => heightOf(points[index]) === null));
}

/** Marks in slots: the n places of a category axis lie at 0..n on the hidden axis `slotAxis`, so that a line can stand between two of them. */
export interface Marks {
  readonly boundaries: readonly { readonly at: number; readonly verdict: Boundary['verdict']; readonly all: boolean }[];
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
}

/** The marks of boundaries and gaps, `perYear` slots making a year; `gaps` are slots. */
export function marksOf(boundaries: readonly Boundary[], gaps: readonly number[], perYear = 1): Marks {
  return {
    boundaries: boundaries.map(({ index, verdict, all }) => ({ at: index * perYear, verdict, all })),
    gaps: gaps.reduce<Marks['gaps']>(joinGap, []),
  };
}

/** Neighbouring slots without a figure are one gap, said once. */
function joinGap(gaps: Marks['gaps'], slot: number): Marks['gaps'] {
  const last = gaps.at(-1);
  return last?.to === slot ? [...gaps.slice(0, -1), { from: last.from, to: slot + 1 }] : [...gaps, { from: slot, to: slot + 1 }];
}

export function slotAxis(gridIndex: number, slots: number): XAXisComponentOption {
  return { type: 'value', gridIndex, min: 0, max: slots, show: false, axisPointer: { show: false, triggerTooltip: false } };
}

/** A series without data that carries the vertical break lines and the grey ground of years without a figure. */
export function markCarrier(
  id: string,
  marks: Marks,
  place: { xAxisIndex: number; yAxisIndex: number },
  language: Language,
): LineSeriesOption {
  return {
    ...place,
    type: 'line',
    id,
    data: [],
    silent: true,
    markLine: breakLines(marks, language),
    markArea: gapGround(marks, language),
  };
}

function breakLines({ boundaries }: Marks, language: Language): NonNullable<LineSeriesOption['markLine']> {
  const words = wordsOf(language);
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    data: boundaries.map(({ at, verdict, all }) => ({
      xAxis: at,
      name: verdict,
      lineStyle: verdict === 'none' ? { type: 'solid', width: 2, color: INK } : { type: 'dotted', width: 1, color: FADED_INK },
      label: {
        show: true,
        position: 'end',
        distance: 4,
        fontSize: 11,
        color: INK,
        formatter: (all ? words.verdicts : words.someVerdicts)[verdict],
      },
    })),
  };
}

function gapGround({ gaps }: Marks, language: Language): NonNullable<LineSeriesOption['markArea']> {
  return {
    silent: true,
    animation: false,
    itemStyle: { color: GAP_GROUND },
    label: { show: true, position: 'inside', color: FADED_INK, fontSize: 11, formatter: wordsOf(language).gap },
    data: gaps.map(({ from, to }) => [{ xAxis: from }, { xAxis: to }]),
  };
}
