import type { SeriesPoint } from '@gongkai/model';
import type { LineSeriesOption } from 'echarts';
import { RESTATED_MARK, hasFewCases, heightOf, isPartial, isRestated, type ChartSeries } from './chart-input';
import { FEW_CASES, INK } from './palette';

type Joint = 'solid' | 'dashed' | 'open';

/** Where on the chart a series is drawn and how it looks. */
export interface Stroke {
  /** Begins the ids of its ECharts series; the tooltip finds the panel by it. */
  readonly id: string;
  readonly colour: string;
  readonly shape: string;
  readonly xAxisIndex: number;
  readonly yAxisIndex: number;
}

/**
 * How a point is tied to the one before: not at all where either has no value or the two do not compare,
 * dashed where they compare with a note or nobody judged it.
 */
export function jointOf(before: SeriesPoint | null | undefined, point: SeriesPoint | null | undefined): Joint {
  if (heightOf(before) === null || heightOf(point) === null) return 'open';
  const verdict = point?.comparability?.verdict;
  if (verdict === 'none') return 'open';
  return verdict === 'same' ? 'solid' : 'dashed';
}

/** Whether a dashed joint is drawn anywhere on the series. */
export function hasDashes({ points }: ChartSeries): boolean {
  return points.some((point, at) => at > 0 && jointOf(points[at - 1], point) === 'dashed');
}

/** A series as ECharts lines of one name: a solid one for every unbroken run and a dashed one for every joint with a note. */
export function lineSegments({ points, name }: ChartSeries, stroke: Stroke): readonly LineSeriesOption[] {
  const { id, colour, shape, ...axes } = stroke;
  const base: LineSeriesOption = { ...axes, type: 'line', name, connectNulls: false, color: colour };
  const runs = runsOf(points).map(([first, last], index): LineSeriesOption => ({
    ...base,
    id: `${id}:run:${index}`,
    showAllSymbol: true,
    symbolSize: 9,
    symbol: shape,
    lineStyle: { width: 2, type: 'solid' },
    data: points.map((point, at) => (at >= first && at <= last ? itemOf(point, shape) : null)),
  }));
  const notes = points.flatMap((point, at): LineSeriesOption[] => {
    if (at === 0 || jointOf(points[at - 1], point) !== 'dashed') return [];
    const data = points.map((other, place) => (place === at - 1 || place === at ? heightOf(other) : null));
    return [{ ...base, id: `${id}:note:${at}`, symbol: 'none', silent: true, z: 1, lineStyle: { width: 2, type: 'dashed' }, data }];
  });
  return [...runs, ...notes];
}

/** First and last index of every run of points tied by solid joints; a point tied to none is a run by itself. */
function runsOf(points: readonly (SeriesPoint | null)[]): readonly (readonly [number, number])[] {
  return points.reduce<readonly (readonly [number, number])[]>((runs, point, at) => {
    if (heightOf(point) === null) return runs;
    const open = runs.at(-1);
    if (open && jointOf(points[at - 1], point) === 'solid') return [...runs.slice(0, -1), [open[0], at]];
    return [...runs, [at, at]];
  }, []);
}

function itemOf(point: SeriesPoint | null, shape: string): NonNullable<LineSeriesOption['data']>[number] {
  const value = heightOf(point);
  if (point === null || value === null) return null;
  const symbol = isPartial(point) ? `empty${shape.charAt(0).toUpperCase()}${shape.slice(1)}` : shape;
  return {
    value,
    symbol,
    ...(hasFewCases(point) ? { itemStyle: { color: FEW_CASES } } : {}),
    ...(isRestated(point) ? { label: { show: true, position: 'top', formatter: RESTATED_MARK, color: INK } } : {}),
  };
}
