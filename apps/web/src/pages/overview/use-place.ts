import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../ask/ask';
import { AgencyPlaceDocument, RegionPlaceDocument, type AgencyPlaceQuery, type RegionPlaceQuery } from '../../generated/graphql';
import { useReader } from '../../frame/use-reader';
import type { Scope } from './overview-params';

export type RegionPlace = NonNullable<RegionPlaceQuery['region']>;
export type AgencyPlace = NonNullable<AgencyPlaceQuery['agency']>;

export function useRegion(id: string | null): UseQueryResult<RegionPlaceQuery> {
  const { platform } = useReader();
  const year = platform.years.at(-1) ?? 2019;
  return useQuery({
    queryKey: ['region', id, year],
    queryFn: () => ask(RegionPlaceDocument, { id: id ?? '', year }),
    enabled: id !== null,
  });
}

export function useAgency(id: string | null): UseQueryResult<AgencyPlaceQuery> {
  return useQuery({ queryKey: ['agency', id], queryFn: () => ask(AgencyPlaceDocument, { id: id ?? '' }), enabled: id !== null });
}

/** Ids of the regions on the way to a place, its own last where it is a region. */
export function usePlacePath(scope: Scope | null): readonly string[] {
  const region = useRegion(scope !== null && 'region' in scope ? scope.region : null).data?.region;
  const agency = useAgency(scope !== null && 'agency' in scope ? scope.agency : null).data?.agency;
  if (region) return [...region.ancestors.map(({ id }) => id), region.id];
  return agency ? [...agency.region.ancestors.map(({ id }) => id), agency.region.id] : [];
}
