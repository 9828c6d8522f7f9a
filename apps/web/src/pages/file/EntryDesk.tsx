import { Notice } from '@gongkai/ui';
import { useState, type JSX } from 'react';
import { Link } from 'react-router';
import { useDraft, type DraftDesk } from '../../drafts/use-draft';
import { FaultNote } from '../../feedback/FaultNote';
import { NotFoundPage } from '../../feedback/NotFoundPage';
import { Waiting } from '../../feedback/Waiting';
import { useWords } from '../../words/use-words';
import { EntryHead } from './EntryHead';
import { Filed, type FiledSubmission } from './Filed';
import { FilingStanding } from './FilingStanding';
import { OpenDesk } from './OpenDesk';
import { useFiler, type Filer, type FilerReport } from './use-filer';

interface DeskProps {
  readonly agency: Filer;
  readonly report: FilerReport;
}

/** One year of the reader's own agency: fill in or read a file, mend or explain, file it, keep the receipt. */
export function EntryDesk({ agencyId, year }: { readonly agencyId: string; readonly year: number }): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useFiler(agencyId);
  const draft = useDraft(agencyId, year);
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={6} />;
  const report = data.agency?.reports.find((one) => one.year === year);
  if (!data.agency || !report) return <NotFoundPage what={t('notFound.obligation')} />;
  return <Desk agency={data.agency} report={report} draft={draft} />;
}

function Desk({ agency, report, draft }: DeskProps & { readonly draft: DraftDesk }): JSX.Element {
  const [again, setAgain] = useState(false);
  const [submission, setSubmission] = useState<FiledSubmission | null>(null);
  const { content } = draft;
  if (submission !== null) return <Filed submission={submission} agency={agency.name} />;
  const isWaiting = report.latest?.state === 'submitted' && draft.saving === 'new' && !again;
  if (isWaiting || content === null)
    return (
      <>
        <EntryHead agency={agency} report={report} draft={null} />
        {isWaiting && report.latest && <FilingStanding report={report} latest={report.latest} onAgain={() => setAgain(true)} />}
        {!isWaiting &&
          (draft.fault ? <FaultNote error={draft.fault} onRetry={draft.retry} /> : <NothingToType report={report} draft={draft} />)}
      </>
    );
  return <OpenDesk key={content.form} {...{ agency, report }} draft={{ ...draft, content }} onFiled={setSubmission} />;
}

/** A year that cannot be written now, or one that is still on its way. */
function NothingToType({ report, draft }: { readonly report: FilerReport; readonly draft: DraftDesk }): JSX.Element {
  const { t } = useWords();
  if (draft.saving !== 'none') return <Waiting lines={6} />;
  return (
    <Notice tone="info">
      {t('obstacles.not_allowed')} {report.latest && <Link to={`/reports/${report.id}`}>{t('file.seeReport')}</Link>}
    </Notice>
  );
}
