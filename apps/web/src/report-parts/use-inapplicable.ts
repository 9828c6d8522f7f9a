import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { askOrRecall } from '../ask/recall';
import { InapplicableDocument } from '../generated/graphql';

/** Rows of section two that cannot apply to an agency in a year, by code; none where agency or year are not known. */
export function useInapplicable(agencyId: string | null, year: number | null): ReadonlySet<string> {
  const known = agencyId !== null && year !== null ? { agencyId, year } : null;
  const { data } = useQuery({
    queryKey: ['inapplicable', agencyId, year],
    queryFn: () => askOrRecall(InapplicableDocument, known ?? { agencyId: '', year: 2008 }),
    enabled: known !== null,
  });
  return useMemo(() => new Set(data?.agency?.cannotHave.map(({ row }) => row)), [data]);
}
