import { coverageApart } from '@gongkai/charts';
import type { SeriesPoint } from '@gongkai/model';
import { KEY_FIGURES } from './chart-plans';
import type { OverviewParams } from './overview-params';
import { UNPARTED, useSeries, wasRefused, type Rows } from './use-series';

export type LikeForLikePoints = ReadonlyMap<string, SeriesPoint> | null;

/**
 * The key figures of the latest year with their changes over the agencies counted in both years, by code: asked for only where one of the changes cannot
 * be taken over all agencies, because the two years count others. Null where that is not so, or not yet answered.
 */
export function useLikeForLike(rows: Rows, params: OverviewParams): LikeForLikePoints {
  const { to, panel, view } = params;
  const isApart = panel === 'all_reporters' && view === 'as_reported' && KEY_FIGURES.some((code) => countsOthers(rows, code, to));
  const { data } = useSeries({
    ...params,
    scope: isApart ? params.scope : null,
    from: to - 1,
    codes: KEY_FIGURES,
    parting: UNPARTED,
    panel: 'constant',
  });
  if (!isApart || data === undefined || wasRefused(data)) return null;
  return new Map(data.rows.filter(({ year }) => year === to).map((point) => [point.indicator, point]));
}

function countsOthers(rows: Rows, code: string, year: number): boolean {
  const [before, now] = [year - 1, year].map((one) => rows.find((point) => point.indicator === code && point.year === one));
  return before !== undefined && now !== undefined && coverageApart(before, now) !== null;
}
