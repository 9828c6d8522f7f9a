import type { SeriesPoint } from '@gongkai/model';
import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { ask } from '../ask/ask';
import type { RefusalShown } from '../feedback/RefusalNote';
import {
  ExplainPointDocument,
  type CountedEdition,
  type CountedState,
  type ExplainPointQuery,
  type GroupBy,
  type RegionLevel,
  type ScopeInput,
  type SeriesFilter,
  type StructureView,
  type YearsInput,
} from '../generated/graphql';

/** The series a point was picked from, as it was asked for. */
export interface PickedSeries {
  readonly scope: ScopeInput;
  readonly years: YearsInput;
  readonly groupBy: GroupBy;
  readonly level: RegionLevel | null;
  readonly filter: SeriesFilter | null;
  readonly view: StructureView;
  readonly state: CountedState;
  readonly edition: CountedEdition;
  /** A moment; null for now. */
  readonly asOf: string | null;
}

type Answer = ExplainPointQuery['explainPoint'];
export type Explanation = Extract<Answer, { readonly __typename: 'PointExplanation' }>;
export type ContributorItem = Explanation['contributors']['items'][number];
export type LeftOut = Explanation['leftOut']['items'][number];

/** Where the number of a point comes from, contributors and those left out page by page. */
export function useExplanation(series: PickedSeries, point: SeriesPoint): UseInfiniteQueryResult<InfiniteData<Explanation | RefusalShown>> {
  const { indicator, year, group } = point;
  return useInfiniteQuery({
    queryKey: ['explanation', series, indicator, year, group?.key],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const asked = { ...series, indicator, year, group: group?.key ?? null, after: pageParam };
      return (await ask(ExplainPointDocument, asked)).explainPoint;
    },
    getNextPageParam: (page) => (page.__typename === 'Refusal' ? null : (page.contributors.after ?? page.leftOut.after ?? null)),
  });
}
