import type { JSX } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import { FaultNote } from '../../feedback/FaultNote';
import { IgnoredValues } from '../../feedback/IgnoredValues';
import { NotFoundPage } from '../../feedback/NotFoundPage';
import { Waiting } from '../../feedback/Waiting';
import { useReader } from '../../frame/use-reader';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import { EditionView } from './EditionView';
import { ReportHead } from './ReportHead';
import styles from './report.module.css';
import { editionIdOf, useEdition, useReport, type ReportOfPage } from './use-report';

/** One report as the form prints it, with what was found in it and what happened to it. */
export function ReportPage(): JSX.Element {
  const { t } = useWords();
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useReport(id);
  const report = data?.report;
  usePageTitle(report ? t('report.title', { name: report.agency.name, year: report.year }) : t('overview.report'));
  if (error)
    return (
      <Main>
        <FaultNote error={error} onRetry={() => void refetch()} />
      </Main>
    );
  if (isPending)
    return (
      <Main>
        <Waiting lines={10} />
      </Main>
    );
  if (!report) return <NotFoundPage what={t('notFound.report')} />;
  return (
    <Main>
      <Reading report={report} />
    </Main>
  );
}

function Main({ children }: { readonly children: JSX.Element }): JSX.Element {
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      {children}
    </main>
  );
}

function Reading({ report }: { readonly report: ReportOfPage }): JSX.Element {
  const [params] = useSearchParams();
  const number = params.get('edition') ?? '';
  const isUnknown = number !== '' && report.editions.every((one) => String(one.number) !== number);
  const editionId = editionIdOf(report, number);
  const { data, error, isPending, refetch } = useEdition(editionId);
  const edition = data?.edition ?? null;
  return (
    <>
      <ReportHead report={report} edition={edition} />
      {isUnknown && <IgnoredValues ignored={[{ name: 'edition', value: number, why: { kind: 'edition' } }]} />}
      {editionId === null && <Nothing report={report} />}
      {editionId !== null && error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {editionId !== null && isPending && <Waiting lines={10} />}
      {edition && <EditionView key={edition.id} report={report} edition={edition} />}
    </>
  );
}

/** Why there is nothing to read: what is not published may well have been received, so that is not denied. */
function Nothing({ report }: { readonly report: ReportOfPage }): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  const { pathname, search } = useLocation();
  if (report.state !== 'unpublished') {
    const late = report.late && report.state === 'not_filed';
    return <p className={`sheet ${styles.nothing}`}>{t(late ? 'report.nothingLate' : 'report.nothing', { day: report.dueOn })}</p>;
  }
  return (
    <p className={`sheet ${styles.nothing}`}>
      {t('report.unpublished')}{' '}
      {me === null && <Link to={`/login?return=${encodeURIComponent(pathname + search)}`}>{t('report.unpublishedLogIn')}</Link>}
    </p>
  );
}
