import type { Finding } from '@gongkai/model';
import { findingKey, Notice } from '@gongkai/ui';
import { useMutation } from '@tanstack/react-query';
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type JSX } from 'react';
import { ConflictView } from '../../drafts/ConflictView';
import type { DraftsApart } from '../../drafts/draft-view';
import { lastReturn } from '../../decisions/last-return';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { SessionEnded } from '../../feedback/SessionEnded';
import { CellComments } from '../../report-parts/CellComments';
import { useBeside } from '../../originals/use-beside';
import { useWords } from '../../words/use-words';
import { AmendmentFields } from './AmendmentFields';
import { CellAside } from './CellAside';
import { DraftOriginal } from './DraftOriginal';
import { EntryFindings, RefusedFindings } from './EntryFindings';
import { EntryHead } from './EntryHead';
import { EntrySheet } from './EntrySheet';
import { EntryVerdict } from './EntryVerdict';
import styles from './file.module.css';
import type { FiledSubmission } from './Filed';
import { FileIntake } from './FileIntake';
import { useFileOnDesk } from './file-on-desk';
import { FileLine } from './FileLine';
import { FilingBar } from './FilingBar';
import { LeavingGuard } from './LeavingGuard';
import { NarrativeFields } from './NarrativeFields';
import { NoteList } from './NoteList';
import { PasteDialog } from './PasteDialog';
import type { Filer, FilerReport } from './use-filer';
import { withTotals, withoutTotals } from './use-entry-grid';
import { useYearDesk, type OpenDraft, type YearDesk } from './use-year-desk';

interface Props {
  readonly agency: Filer;
  readonly report: FilerReport;
  readonly draft: OpenDraft;
  readonly onFiled: (submission: FiledSubmission) => void;
}

/** The desk with a draft on it, until there is a receipt. */
export function OpenDesk({ agency, report, draft, onFiled }: Props): JSX.Element {
  const file = useFileOnDesk(draft.file);
  const desk = useYearDesk({ agency, report, draft, file });
  const filing = useMutation({
    mutationFn: draft.submit,
    onSuccess: (answer) => (answer?.__typename === 'Submission' ? onFiled(answer) : undefined),
  });
  const [isUploading, setUploading] = useState(false);
  useFocusAfterReading(file?.id ?? null);
  const refusal = filing.data?.__typename === 'Refusal' ? filing.data : null;
  /** What a key shows is painted at once, what it means for the rest of the page in the pauses between keys. */
  const later = useDeferredValue(desk);
  const { mutate } = filing;
  const upload = useCallback(() => setUploading((before) => !before), []);
  const submit = useCallback(() => mutate(), [mutate]);
  return (
    <>
      <LeavingGuard active={!draft.isKeptHere && draft.saving !== 'saved' && draft.saving !== 'new'} />
      <EntryHead {...{ agency, report, isUploading }} draft={later.draft} onUpload={upload} />
      {draft.saving === 'signed_out' && <SessionEnded />}
      <Returned report={report} desk={later} />
      {isUploading && <FileIntake desk={desk} onRead={() => setUploading(false)} />}
      {draft.conflict && <Apart conflict={draft.conflict} draft={draft} />}
      <EntryVerdict desk={later} />
      {file && <FileLine file={file} desk={later} />}
      <Sheet desk={desk} later={later} isLocked={filing.isPending} />
      <NarrativeFields desk={later} />
      <NoteList desk={later} />
      {report.may.amend && <AmendmentFields desk={desk} />}
      {draft.refusal && draft.saving !== 'signed_out' && <RefusalNote refusal={draft.refusal} />}
      {refusal && <RefusalNote refusal={refusal} />}
      {refusal && <RefusedFindings desk={desk} refused={refusal.findings} />}
      {filing.isError && <FaultNote error={filing.error} onRetry={() => filing.mutate()} />}
      <FilingBar desk={later} isFiling={filing.isPending} onFile={submit} />
      <PasteDialog sheet={desk.sheet} />
    </>
  );
}

/** Two versions to choose from: totals are worked out of what is chosen. */
function Apart({ conflict, draft }: { readonly conflict: DraftsApart; readonly draft: OpenDraft }): JSX.Element {
  const { theirs, yours } = conflict;
  const bare = { ...conflict, theirs: { ...theirs, content: withoutTotals(theirs.content) }, yours: withoutTotals(yours) };
  return <ConflictView conflict={bare} onSettle={(content) => void draft.settle(withTotals(content))} />;
}

interface SheetProps {
  readonly desk: YearDesk;
  /** As of a moment ago while keys are pressed. */
  readonly later: YearDesk;
  readonly isLocked: boolean;
}

/** The tables, and beside them the cell with the focus and what was found. */
function Sheet({ desk, later, isLocked }: SheetProps): JSX.Element {
  /** A finding stays chosen while it is found again after each step. */
  const [chosen, setChosen] = useState<string | null>(null);
  const active = desk.findings?.find((finding) => findingKey(finding) === chosen) ?? null;
  const { byCell } = desk.comments;
  const choose = useCallback((finding: Finding | null) => setChosen(finding && findingKey(finding)), []);
  const { beside } = useBeside();
  const file = beside === 'original' ? desk.file : null;
  const comments = useMemo(() => new Map([...byCell].map(([cell, said]) => [cell, said.map(({ text }) => text).join(' ')])), [byCell]);
  return (
    <div className={styles.desk} data-beside={file === null ? undefined : 'original'}>
      <EntrySheet {...{ desk, active, comments, isLocked }} />
      <aside className={styles.aside}>
        {file && <DraftOriginal file={file} desk={later} />}
        <CellAside desk={later} />
        <EntryFindings desk={later} active={active} onActive={choose} />
      </aside>
    </div>
  );
}

/** Why it came back, and what was said of its cells, each leading there; the comments stay until they are answered. */
const Returned = memo(function Returned({ report, desk }: { readonly report: FilerReport; readonly desk: YearDesk }): JSX.Element | null {
  const { t } = useWords();
  const { comments, sheet, draft } = desk;
  const returned = report.latest && lastReturn(report.latest);
  if (!returned && comments.all.length === 0) return null;
  const [first] = [...comments.unanswered, ...comments.all].filter(({ cell }) => comments.byCell.has(cell));
  return (
    <Notice tone={returned ? 'error' : 'info'} title={returned ? t('states.returned') : t('entry.toAnswer')}>
      {returned?.why}{' '}
      {first && (
        <button type="button" className={styles.leadButton} onClick={() => sheet.lead(first.cell)}>
          {t('file.seeComments')}
        </button>
      )}
      {comments.all.length > 0 && (
        <CellComments
          comments={comments.all}
          onAnswered={draft.retry}
          leadTo={(cell) => (comments.byCell.has(cell) ? () => sheet.lead(cell) : null)}
        />
      )}
    </Notice>
  );
});

/** After a file was read the verdict is what comes next. */
function useFocusAfterReading(fileId: string | null): void {
  const before = useRef(fileId);
  useEffect(() => {
    if (before.current === fileId) return;
    before.current = fileId;
    document.getElementById('verdict')?.focus();
  }, [fileId]);
}
