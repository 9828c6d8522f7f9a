import type { SeriesPoint } from '@gongkai/model';
import type { BarSeriesOption } from 'echarts';
import { RESTATED_MARK, coveredShare, heightOf, isPartial, isRestated } from './chart-input';
import { INK, paler } from './palette';

type BarItem = NonNullable<BarSeriesOption['data']>[number];

/** A bar: with a dashed outline where some agencies are not in it, the paler the more are missing; nothing at all where there is no value. */
export function barItem(point: SeriesPoint | null, colour: string): BarItem {
  const value = heightOf(point);
  if (point === null || value === null) return null;
  if (!isPartial(point)) return { value };
  return { value, itemStyle: { color: paler(colour, coveredShare(point)), borderColor: colour, borderWidth: 1.5, borderType: 'dashed' } };
}

/** As `barItem`, with a mark where the figure was restated, and a written 0 where it is zero, which a bar alone would show like nothing. */
export function loneBarItem(point: SeriesPoint | null, colour: string): BarItem {
  const item = barItem(point, colour);
  const text = (heightOf(point) === 0 ? '0' : '') + (isRestated(point) ? RESTATED_MARK : '');
  if (text === '' || item === null || typeof item !== 'object') return item;
  return { ...item, label: { show: true, position: 'top', formatter: text, color: INK } };
}
