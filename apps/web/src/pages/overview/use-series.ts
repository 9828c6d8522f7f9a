import type { SeriesPoint } from '@gongkai/model';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../ask/ask';
import type { Refusal } from '../../feedback/RefusalNote';
import { SeriesDocument, type GroupBy, type SeriesQuery } from '../../generated/graphql';
import type { OverviewParams, Scope } from './overview-params';

export interface SeriesAsked extends Pick<OverviewParams, 'from' | 'to' | 'counted'> {
  readonly scope: Scope | null;
  readonly codes: readonly string[];
  readonly by: GroupBy;
}

export type Rows = readonly SeriesPoint[];

/** Points of indicators for one place, or why they were refused. */
export function useSeries(asked: SeriesAsked): UseQueryResult<Rows | Refusal> {
  const { scope, codes, from, to, by, counted } = asked;
  return useQuery({
    queryKey: ['series', asked],
    enabled: scope !== null,
    placeholderData: (before, query) =>
      JSON.stringify((query?.queryKey[1] as SeriesAsked | undefined)?.scope) === JSON.stringify(scope) ? before : undefined,
    queryFn: async () => {
      const place = scope === null ? {} : 'agency' in scope ? { agencyId: scope.agency } : { regionId: scope.region };
      return rowsOf(await ask(SeriesDocument, { indicators: [...codes], scope: place, years: { from, to }, groupBy: by, state: counted }));
    },
  });
}

function rowsOf({ indicatorSeries }: SeriesQuery): Rows | Refusal {
  if (indicatorSeries.__typename === 'Refusal') return indicatorSeries;
  return indicatorSeries.series.flatMap(({ indicator, group, points }) =>
    points.map((point) => ({
      ...point,
      indicator: indicator.code,
      group: group ?? null,
      value: point.value ?? null,
      noValue: point.noValue ?? null,
      numerator: point.numerator ?? null,
      denominator: point.denominator ?? null,
      comparability: point.comparability ? { verdict: point.comparability.verdict, reason: point.comparability.reason ?? null } : null,
    })),
  );
}

export function isRefusal<Result extends object>(result: Result | Refusal): result is Refusal {
  return '__typename' in result && result.__typename === 'Refusal';
}

/** The same figures as a file. */
export function csvLink({ scope, codes, from, to, by, counted }: SeriesAsked): string {
  const query = new URLSearchParams({
    indicators: codes.join(','),
    ...scope,
    from: String(from),
    to: String(to),
    group_by: by,
    state: counted,
  });
  return `/exports/series.csv?${query.toString()}`;
}
