import type { SeriesPoint } from '@gongkai/model';
import type { EChartsOption } from 'echarts';
import { chartSeriesOf, yearsOf, type ChartInput } from './chart-input';

/** What ECharts says of a click on a bar or a symbol. */
export interface ChartClick {
  readonly seriesId: string;
  readonly dataIndex: number;
}

/** `panel:key` for bars, `panel:key:run:n` for the runs of a line. */
const SERIES_ID = /^\d+:(.+?)(?::(?:run|note):\d+)?$/;

/** The point a click on one of our charts means; null for what is no figure, e.g. a total written on a stack. */
export function clickedPoint(input: ChartInput, option: EChartsOption, { seriesId, dataIndex }: ChartClick): SeriesPoint | null {
  const key = SERIES_ID.exec(seriesId)?.[1];
  const drawn = [option.series ?? []].flat().find(({ id }) => id === seriesId);
  const series = chartSeriesOf(input).find((one) => one.key === key);
  if (!series || !drawn || !Array.isArray(drawn.data)) return null;
  const perYear = Math.max(1, Math.round(drawn.data.length / yearsOf(input.rows).length));
  return series.points[Math.floor(dataIndex / perYear)] ?? null;
}

/** The point of a year in a column of the table twin. */
export function pointIn(input: ChartInput, key: string, year: number): SeriesPoint | null {
  return chartSeriesOf(input).find((one) => one.key === key)?.points[yearsOf(input.rows).indexOf(year)] ?? null;
}
