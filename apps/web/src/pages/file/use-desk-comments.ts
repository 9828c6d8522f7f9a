import { useQuery } from '@tanstack/react-query';
import { cellsOfForm } from '@gongkai/model';
import { useMemo } from 'react';
import { askOrRecall } from '../../ask/recall';
import { EarlierYearDocument, type CommentPartsFragment } from '../../generated/graphql';
import { reportFromEdition } from './report-from-edition';
import { unansweredComments } from './unanswered-comments';
import type { EntryDeskGrid } from './use-entry-grid';
import type { FilerReport } from './use-filer';
import type { OpenDraft } from './use-year-desk';

/** What a return said of cells and this draft has to answer. */
export interface DeskComments {
  readonly all: readonly CommentPartsFragment[];
  /** By the cells of the form. */
  readonly byCell: ReadonlyMap<string, readonly CommentPartsFragment[]>;
  /** On cells that are as they were, with no word since; none before the edition that came back is known. */
  readonly unanswered: readonly CommentPartsFragment[];
}

export function useDeskComments(report: FilerReport, { content, respondsTo }: OpenDraft, sheet: EntryDeskGrid): DeskComments {
  const { form } = sheet.grid;
  const returned = returnedEdition(report);
  const { data } = useQuery({
    queryKey: ['earlier-year', returned?.id],
    queryFn: () => askOrRecall(EarlierYearDocument, { id: returned?.id ?? '' }),
    enabled: returned !== null && respondsTo.length > 0,
    staleTime: Infinity,
  });
  const byCell = useMemo(() => {
    const own: ReadonlySet<string> = new Set(cellsOfForm(form));
    const cells = new Set(respondsTo.map(({ cell }) => cell).filter((cell) => own.has(cell)));
    return new Map([...cells].map((cell) => [cell, respondsTo.filter((comment) => comment.cell === cell)]));
  }, [form, respondsTo]);
  const unanswered = useMemo(() => {
    if (!data?.edition) return [];
    const { readings } = reportFromEdition(data.edition, report.year);
    const now = { texts: sheet.texts, explanations: content.explanations };
    return unansweredComments(respondsTo, now, { readings, explanations: data.edition.explanations });
  }, [data, report.year, respondsTo, sheet.texts, content.explanations]);
  return { all: respondsTo, byCell, unanswered };
}

/** The edition that the draft answers: the latest that was not taken back, where that was returned. */
function returnedEdition({ editions }: FilerReport): FilerReport['editions'][number] | null {
  const [latest] = editions.filter(({ state }) => state !== 'withdrawn').toSorted((a, b) => b.number - a.number);
  return latest?.state === 'returned' ? latest : null;
}
