import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { askOrRecall } from '../../ask/recall';
import { lastReturn } from '../../decisions/last-return';
import { FilerReportsDocument, type FilerReportsQuery } from '../../generated/graphql';

export type Filer = NonNullable<FilerReportsQuery['agency']>;
export type FilerReport = Filer['reports'][number];

/** An agency with what it owes. */
export function useFiler(id: string): UseQueryResult<FilerReportsQuery> {
  return useQuery({ queryKey: ['filer', id], queryFn: () => askOrRecall(FilerReportsDocument, { id }) });
}

/** Why the latest edition was returned; null where it was not. */
export function returnedWhy(report: FilerReport): string | null {
  return report.latest ? (lastReturn(report.latest)?.why ?? null) : null;
}
