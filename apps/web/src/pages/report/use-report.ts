import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../ask/ask';
import { EditionPageDocument, ReportPageDocument, type EditionPageQuery, type ReportPageQuery } from '../../generated/graphql';

export type ReportOfPage = NonNullable<ReportPageQuery['report']>;
export type Edition = NonNullable<EditionPageQuery['edition']>;

export function useReport(id: string): UseQueryResult<ReportPageQuery> {
  return useQuery({ queryKey: ['report', id], queryFn: () => ask(ReportPageDocument, { id }) });
}

export function useEdition(id: string | null): UseQueryResult<EditionPageQuery> {
  return useQuery({ queryKey: ['edition', id], queryFn: () => ask(EditionPageDocument, { id: id ?? '' }), enabled: id !== null });
}

/** The edition of a number, the latest where the number names none. */
export function editionIdOf(report: ReportOfPage, number: string | null): string | null {
  const chosen = report.editions.find((edition) => String(edition.number) === number);
  return (chosen ?? report.latest ?? report.published)?.id ?? null;
}

/** Whom findings speak to: nobody can mend what is published, whether it was filed here or brought in. */
export function readerOf({ state }: Pick<Edition, 'state'>): 'filer' | 'public' {
  return state === 'published' ? 'public' : 'filer';
}
