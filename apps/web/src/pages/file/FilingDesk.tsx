import { Anchor, Breadcrumbs, Title } from '@mantine/core';
import { Notice, StateBadge } from '@gongkai/ui';
import { useState, type JSX } from 'react';
import { Link } from 'react-router';
import { lastReturn } from '../../decisions/last-return';
import { FaultNote } from '../../feedback/FaultNote';
import { NotFoundPage } from '../../feedback/NotFoundPage';
import { RefusalNote } from '../../feedback/RefusalNote';
import { Waiting } from '../../feedback/Waiting';
import { CellComments } from '../../report-parts/CellComments';
import { useStateWords } from '../../words/use-state-words';
import { useWords } from '../../words/use-words';
import { AmendmentFields } from './AmendmentFields';
import { CheckResult } from './CheckResult';
import { ExplanationField } from './ExplanationField';
import { Filed } from './Filed';
import { FilingBar } from './FilingBar';
import { LeavingGuard } from './LeavingGuard';
import { FilingStanding } from './FilingStanding';
import { UploadBox } from './UploadBox';
import type { Validation } from './use-check';
import { useFiler, type Filer, type FilerReport } from './use-filer';
import { unsent, useFiling, type FilingForm } from './use-filing';

/** One year of the reader's own agency: read a file, mend or explain, file it, keep the receipt. */
export function FilingDesk({ agencyId, year }: { readonly agencyId: string; readonly year: number }): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useFiler(agencyId);
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={6} />;
  const report = data.agency?.reports.find((one) => one.year === year);
  if (!data.agency || !report) return <NotFoundPage what={t('notFound.obligation')} />;
  return (
    <>
      <DeskHead agency={data.agency} report={report} />
      <Desk agency={data.agency} report={report} />
    </>
  );
}

interface DeskProps {
  readonly agency: Filer;
  readonly report: FilerReport;
}

function DeskHead({ agency, report }: DeskProps): JSX.Element {
  const { t } = useWords();
  const { stateWord, lateWord } = useStateWords();
  const returned = report.latest && lastReturn(report.latest);
  return (
    <div className="no-print">
      <Breadcrumbs separator="›" mb={2}>
        <Anchor component={Link} to="/file" size="sm">
          {t('file.all')}
        </Anchor>
      </Breadcrumbs>
      <Title order={1} size="h3" mb={6}>
        {t('file.deskTitle', { name: agency.name, year: report.year })}{' '}
        <StateBadge state={report.state} label={stateWord(report.state)} late={lateWord(report)} />
      </Title>
      <p style={{ margin: '0 0 12px' }} className="gk-faded">
        {t('verdict.due', { day: report.dueOn })}
      </p>
      {returned && (
        <Notice tone="error" title={t('states.returned')}>
          {returned.why} <Link to={`/reports/${report.id}`}>{t('file.seeComments')}</Link>
          {returned.comments.length > 0 && <CellComments comments={returned.comments} />}
        </Notice>
      )}
    </div>
  );
}

function Desk({ agency, report }: DeskProps): JSX.Element {
  const filing = useFiling(agency.id, report);
  const [again, setAgain] = useState(false);
  const { check, submit, file } = filing;
  if (submit.data?.__typename === 'Submission') return <Filed submission={submit.data} agency={agency.name} year={report.year} />;
  if (report.latest?.state === 'submitted' && file === null && !again) {
    return <FilingStanding report={report} latest={report.latest} onAgain={() => setAgain(true)} />;
  }
  return (
    <>
      <LeavingGuard active={unsent(filing, report)} />
      <UploadBox file={file} reading={check.isPending} onFile={filing.read} agencyId={agency.id} year={report.year} />
      {check.isError && <FaultNote error={check.error} {...(file ? { onRetry: () => filing.read(file) } : {})} />}
      {check.data?.__typename === 'Refusal' && <RefusalNote refusal={check.data} />}
      {filing.validation && <Checked filing={filing} validation={filing.validation} report={report} />}
    </>
  );
}

interface CheckedProps {
  readonly filing: FilingForm;
  readonly validation: Validation;
  readonly report: FilerReport;
}

/** What was found in the file, what is still to be said, and the last step. */
function Checked({ filing, validation, report }: CheckedProps): JSX.Element {
  const { submit } = filing;
  return (
    <>
      <CheckResult
        validation={validation}
        below={(finding) => (finding.severity === 'inconsistency' ? <ExplanationField finding={finding} filing={filing} /> : null)}
      />
      {report.may.amend && <AmendmentFields filing={filing} />}
      {submit.data?.__typename === 'Refusal' && <RefusalNote refusal={submit.data} />}
      {submit.isError && <FaultNote error={submit.error} onRetry={filing.send} />}
      <FilingBar filing={filing} report={report} />
    </>
  );
}
