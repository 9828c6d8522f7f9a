import type { SeriesPoint } from '@gongkai/model';
import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { ask } from '../ask/ask';
import type { Refusal } from '../feedback/RefusalNote';
import { ExplainPointDocument, type CountedState, type ExplainPointQuery, type GroupBy } from '../generated/graphql';

/** The series a point was picked from. */
export interface PickedSeries {
  readonly scope: { readonly region: string } | { readonly agency: string } | null;
  readonly by: GroupBy;
  readonly counted: CountedState;
}

type Answer = ExplainPointQuery['explainPoint'];
export type Explanation = Extract<Answer, { readonly __typename: 'PointExplanation' }>;
export type Contributor = Explanation['contributors']['items'][number];
export type LeftOut = Explanation['leftOut']['items'][number];

/** Where the number of a point comes from, contributors and those left out page by page. */
export function useExplanation(series: PickedSeries, point: SeriesPoint): UseInfiniteQueryResult<InfiniteData<Explanation | Refusal>> {
  const { scope, by, counted } = series;
  const { indicator, year, group } = point;
  return useInfiniteQuery({
    queryKey: ['explanation', scope, by, counted, indicator, year, group?.key],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const place = scope === null ? {} : 'agency' in scope ? { agencyId: scope.agency } : { regionId: scope.region };
      const asked = { indicator, scope: place, year, groupBy: by, group: group?.key ?? null, state: counted, after: pageParam };
      return (await ask(ExplainPointDocument, asked)).explainPoint;
    },
    getNextPageParam: (page) => (page.__typename === 'Refusal' ? null : (page.contributors.after ?? page.leftOut.after ?? null)),
  });
}
