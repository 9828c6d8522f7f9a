import { isExplanation } from '@gongkai/model';
import { findingKey } from '@gongkai/ui';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ask } from '../../ask/ask';
import { client } from '../../ask/client';
import { SubmitDocument, type FindingWordsFragment, type ReasonClass, type SubmitMutation } from '../../generated/graphql';
import { newKey } from '../../ask/new-key';
import { useCheck, type CheckAnswer, type FileToCheck, type Validation } from './use-check';
import type { FilerReport } from './use-filer';

export type SubmitAnswer = SubmitMutation['submitReport'];

export interface FilingForm {
  readonly file: File | null;
  readonly check: UseMutationResult<CheckAnswer, Error, FileToCheck>;
  readonly validation: Validation | null;
  /** By `findingKey`; what was typed stays when another file shows the same finding. */
  readonly explanations: Readonly<Record<string, string>>;
  readonly reasonClass: ReasonClass | null;
  readonly reason: string;
  readonly submit: UseMutationResult<SubmitAnswer, Error, void>;
  readonly read: (file: File) => void;
  readonly explain: (finding: FindingWordsFragment, text: string) => void;
  readonly giveReason: (reasonClass: ReasonClass | null, reason: string) => void;
  readonly send: () => void;
}

/** One filing from file to receipt. The key stays while the content stays, so that sending twice files once. */
export function useFiling(agencyId: string, report: FilerReport): FilingForm {
  const [file, setFile] = useState<File | null>(null);
  const [explanations, setExplanations] = useState<Readonly<Record<string, string>>>({});
  const [why, setWhy] = useState<{ readonly reasonClass: ReasonClass | null; readonly reason: string }>({ reasonClass: null, reason: '' });
  const check = useCheck();
  const validation = check.data?.__typename === 'Validation' ? check.data : null;
  const input = useMemo(
    () => ({
      report: { agencyId, year: report.year, file },
      idempotencyKey: newKey(),
      explanations: explained(validation, explanations),
      ...(report.may.amend ? { reasonClass: why.reasonClass, reason: why.reason.trim() } : {}),
    }),
    [agencyId, report.year, report.may.amend, file, validation, explanations, why],
  );
  const submit = useMutation({
    mutationFn: async () => (await ask(SubmitDocument, { input })).submitReport,
    onSuccess: (answer) => (answer.__typename === 'Submission' ? client.invalidateQueries() : undefined),
  });
  const read = (chosen: File): void => {
    setFile(chosen);
    submit.reset();
    check.mutate({ file: chosen, agencyId, year: report.year });
  };
  return {
    ...{ file, check, validation, explanations, submit, read },
    ...why,
    explain: (finding, text) => setExplanations({ ...explanations, [findingKey(finding)]: text }),
    giveReason: (reasonClass, reason) => setWhy({ reasonClass, reason }),
    send: () => submit.mutate(),
  };
}

function explained(
  validation: Validation | null,
  texts: Readonly<Record<string, string>>,
): { code: string; cell: string | null; text: string }[] {
  return toExplain(validation).flatMap((finding) => {
    const text = texts[findingKey(finding)]?.trim() ?? '';
    return text === '' ? [] : [{ code: finding.code, cell: finding.cells[0] ?? null, text }];
  });
}

/** The findings that may stand if they are explained in writing. */
export function toExplain(validation: Validation | null): readonly FindingWordsFragment[] {
  return validation?.findings.filter(({ severity }) => severity === 'inconsistency') ?? [];
}

/** What still stands in the way of filing. */
export type Obstacle = 'not_allowed' | 'errors' | 'explanations' | 'reason';

export function obstacleOf(filing: FilingForm, { may }: Pick<FilerReport, 'may'>): Obstacle | null {
  if (!may.submit && !may.amend) return 'not_allowed';
  if (filing.validation?.findings.some(({ severity }) => severity === 'error')) return 'errors';
  if (toExplain(filing.validation).some((finding) => tooShort(filing.explanations[findingKey(finding)]))) return 'explanations';
  return may.amend && (filing.reasonClass === null || !isExplanation(filing.reason)) ? 'reason' : null;
}

function tooShort(text: string | undefined): boolean {
  return text === undefined || !isExplanation(text);
}

/** Whether leaving the page would lose what is not filed yet: words that were typed, or a file that could be filed. */
export function unsent(filing: FilingForm, report: Pick<FilerReport, 'may'>): boolean {
  if (filing.validation === null || filing.submit.data?.__typename === 'Submission') return false;
  const typed = [...Object.values(filing.explanations), filing.reason].some((text) => text.trim() !== '');
  const obstacle = obstacleOf(filing, report);
  return typed || (obstacle !== 'errors' && obstacle !== 'not_allowed');
}
