import type { SeriesPoint } from '@gongkai/model';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../ask/ask';
import type { Refusal } from '../../feedback/RefusalNote';
import { SeriesDocument, type GroupBy, type ScopeInput, type SeriesQuery, type YearsInput } from '../../generated/graphql';
import { endOf, type OverviewParams, type Scope } from './overview-params';

export interface SeriesAsked extends Pick<OverviewParams, 'from' | 'to' | 'counted' | 'edition' | 'asOf' | 'panel'> {
  readonly scope: Scope | null;
  readonly codes: readonly string[];
  readonly by: GroupBy;
}

export type Rows = readonly SeriesPoint[];

/** Points of indicators for one place, or why they were refused. */
export function useSeries(asked: SeriesAsked): UseQueryResult<Rows | Refusal> {
  const { scope, codes, by } = asked;
  return useQuery({
    queryKey: ['series', asked],
    enabled: scope !== null,
    placeholderData: (before, query) =>
      JSON.stringify((query?.queryKey[1] as SeriesAsked | undefined)?.scope) === JSON.stringify(scope) ? before : undefined,
    queryFn: async () => {
      return rowsOf(await ask(SeriesDocument, { indicators: [...codes], ...countingOf(asked), groupBy: by, panel: asked.panel }));
    },
  });
}

/** Which editions of whom, in the words of the api. */
export function countingOf({ scope, from, to, counted, edition, asOf }: Omit<SeriesAsked, 'codes' | 'by' | 'panel'>): {
  readonly scope: ScopeInput;
  readonly years: YearsInput;
  readonly state: OverviewParams['counted'];
  readonly edition: OverviewParams['edition'];
  readonly asOf: string | null;
} {
  const place = scope === null ? {} : 'agency' in scope ? { agencyId: scope.agency } : { regionId: scope.region };
  return { scope: place, years: { from, to }, state: counted, edition, asOf: asOf === null ? null : endOf(asOf) };
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
      comparability: comparabilityOf(point.comparability),
      interval: point.interval ?? null,
      restated: point.restated ? restatementOf(point.restated) : null,
      change: point.change ? changeOf(point.change) : null,
    })),
  );
}

type Point = Extract<SeriesQuery['indicatorSeries'], { __typename: 'IndicatorSeries' }>['series'][number]['points'][number];

function comparabilityOf(told: Point['comparability']): SeriesPoint['comparability'] {
  return told ? { verdict: told.verdict, reason: told.reason ?? null } : null;
}

function restatementOf(told: NonNullable<Point['restated']>): SeriesPoint['restated'] {
  const { first = null, firstNumerator = null, firstDenominator = null } = told;
  return { ...told, first, firstNumerator, firstDenominator };
}

function changeOf(told: NonNullable<Point['change']>): SeriesPoint['change'] {
  const { before = null, now = null, difference = null, relative = null, comparability } = told;
  const { verdict, reason = null } = comparability;
  return { ...told, before, now, difference, relative, comparability: { verdict, reason } };
}

export function isRefusal<Result extends object>(result: Result | Refusal): result is Refusal {
  return '__typename' in result && result.__typename === 'Refusal';
}

/** The same figures as a file. */
export function csvLink({ scope, codes, from, to, by, counted, edition, asOf, panel }: SeriesAsked): string {
  const query = new URLSearchParams({
    indicators: codes.join(','),
    ...scope,
    from: String(from),
    to: String(to),
    group_by: by,
    state: counted,
    edition,
    panel,
    ...(asOf === null ? {} : { as_of: endOf(asOf) }),
  });
  return `/exports/series.csv?${query.toString()}`;
}
