import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { Report } from '@gongkai/model';
import { useCallback, useMemo } from 'react';
import { askOrRecall } from '../../ask/recall';
import { EarlierYearDocument, type EarlierYearQuery } from '../../generated/graphql';
import { reportFromEdition, type EarlierEdition } from './report-from-edition';
import type { FilerReport } from './use-filer';

/** What the agency said in a year before. */
export interface EarlierYear {
  readonly year: number;
  readonly reportId: string;
  readonly edition: EarlierEdition;
  readonly report: Report;
}

const YEARS_BEFORE = 5;

/** The edition that stands for a year: the latest accepted or published one, else the latest that awaits review; null where there is none. */
export function standingEdition({ editions }: Pick<FilerReport, 'editions'>): FilerReport['editions'][number] | null {
  const latestFirst = editions.toSorted((a, b) => b.number - a.number);
  const decided = latestFirst.find(({ state }) => state === 'accepted' || state === 'published');
  return decided ?? latestFirst.find(({ state }) => state === 'submitted') ?? null;
}

/** The five years before, the latest first, as far as there are any; null while they are fetched. */
export function useEarlierYears(reports: readonly FilerReport[], year: number): readonly EarlierYear[] | null {
  const before = useMemo(() => standingBefore(reports, year), [reports, year]);
  const queries = useMemo(
    () =>
      before.map(({ editionId }) => ({
        queryKey: ['earlier-year', editionId],
        queryFn: () => askOrRecall(EarlierYearDocument, { id: editionId }),
        staleTime: Infinity,
      })),
    [before],
  );
  /** The same function while the years are the same: combining them takes longer than a key may. */
  const combine = useCallback((answers: readonly UseQueryResult<EarlierYearQuery>[]) => combined(before, answers), [before]);
  return useQueries({ queries, combine });
}

type Standing = Pick<EarlierYear, 'year' | 'reportId'> & { readonly editionId: string };

function standingBefore(reports: readonly FilerReport[], year: number): readonly Standing[] {
  return reports
    .filter((one) => one.year < year && one.year >= year - YEARS_BEFORE)
    .toSorted((a, b) => b.year - a.year)
    .flatMap((one) => {
      const edition = standingEdition(one);
      return edition === null ? [] : [{ year: one.year, reportId: one.id, editionId: edition.id }];
    });
}

function combined(before: readonly Standing[], answers: readonly UseQueryResult<EarlierYearQuery>[]): readonly EarlierYear[] | null {
  if (answers.some(({ isPending }) => isPending)) return null;
  return answers.flatMap(({ data }, at) => {
    const [edition, told] = [data?.edition, before[at]];
    return edition && told ? [{ ...told, edition, report: reportFromEdition(edition, told.year) }] : [];
  });
}
