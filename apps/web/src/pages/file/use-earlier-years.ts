import { useQueries } from '@tanstack/react-query';
import type { Report } from '@gongkai/model';
import { askOrRecall } from '../../ask/recall';
import { EarlierYearDocument } from '../../generated/graphql';
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
  const before = reports
    .filter((one) => one.year < year && one.year >= year - YEARS_BEFORE)
    .toSorted((a, b) => b.year - a.year)
    .flatMap((one) => {
      const edition = standingEdition(one);
      return edition === null ? [] : [{ year: one.year, reportId: one.id, editionId: edition.id }];
    });
  return useQueries({
    queries: before.map(({ editionId }) => ({
      queryKey: ['earlier-year', editionId],
      queryFn: () => askOrRecall(EarlierYearDocument, { id: editionId }),
      staleTime: Infinity,
    })),
    combine: (answers) =>
      answers.some(({ isPending }) => isPending)
        ? null
        : answers.flatMap(({ data }, at) => {
            const [edition, told] = [data?.edition, before[at]];
            return edition && told ? [{ ...told, edition, report: reportFromEdition(edition, told.year) }] : [];
          }),
  });
}
