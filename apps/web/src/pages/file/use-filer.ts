import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../ask/ask';
import { FilerReportsDocument, type FilerReportsQuery } from '../../generated/graphql';

export type Filer = NonNullable<FilerReportsQuery['agency']>;
export type FilerReport = Filer['reports'][number];

/** An agency with what it owes. */
export function useFiler(id: string): UseQueryResult<FilerReportsQuery> {
  return useQuery({ queryKey: ['filer', id], queryFn: () => ask(FilerReportsDocument, { id }) });
}

/** Why the latest edition was returned; null where it was not. */
export function returnedWhy(report: FilerReport): string | null {
  return lastReturn(report)?.why ?? null;
}

/** The event by which the latest edition was returned, with its comments; null where it was not. */
export function lastReturn(report: FilerReport): NonNullable<FilerReport['latest']>['events'][number] | null {
  const last = report.latest?.events.toSorted((a, b) => a.sequence - b.sequence).at(-1);
  return last?.state === 'returned' ? last : null;
}
