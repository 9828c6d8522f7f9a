import { Anchor, Breadcrumbs, Title } from '@mantine/core';
import { Notice } from '@gongkai/ui';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { FaultNote } from '../../feedback/FaultNote';
import { isYear, NoYearPage } from '../../feedback/NoYearPage';
import { NotFoundPage } from '../../feedback/NotFoundPage';
import { Waiting } from '../../feedback/Waiting';
import { SessionEnded } from '../../feedback/SessionEnded';
import { useReader } from '../../frame/use-reader';
import { usePageTitle } from '../../words/use-page-title';
import { useStateWords } from '../../words/use-state-words';
import { useWords } from '../../words/use-words';
import { useFiler, type Filer, type FilerReport } from '../file/use-filer';
import { NilForm } from './NilForm';
import styles from './nil.module.css';

/** A nil return of the reader's own agency: its statement, the three sections, one act. */
export function NilPage(): JSX.Element {
  const { t } = useWords();
  const { me, hasEnded } = useReader();
  const { year: text = '' } = useParams();
  const year = Number(text);
  usePageTitle(t('nil.submit'));
  if (!isYear(text)) return <NoYearPage text={text} />;
  if (!me?.agency) {
    return (
      <main id="content" tabIndex={-1}>
        {hasEnded ? (
          <SessionEnded />
        ) : (
          <Notice tone="info">
            {t('nil.own')} {me === null && <Link to={`/login?return=/file/${year}/nil`}>{t('frame.logIn')}</Link>}
          </Notice>
        )}
      </main>
    );
  }
  return <Owed agencyId={me.agency.id} year={year} />;
}

function Owed({ agencyId, year }: { readonly agencyId: string; readonly year: number }): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useFiler(agencyId);
  const agency = data?.agency ?? null;
  const report = agency?.reports.find((one) => one.year === year);
  if (data && report === undefined) return <NotFoundPage what={t('notFound.obligation')} />;
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting lines={8} />}
      {agency && report && <Desk agency={agency} report={report} />}
    </main>
  );
}

function Desk({ agency, report }: { readonly agency: Filer; readonly report: FilerReport }): JSX.Element {
  const { t } = useWords();
  const { stateWord } = useStateWords();
  const { year, may, state } = report;
  return (
    <>
      <Breadcrumbs separator="›" mb={2}>
        <Anchor component={Link} to="/file" size="sm">
          {t('file.all')}
        </Anchor>
        <Anchor component={Link} to={`/file?year=${year}`} size="sm">
          {t('receipts.year', { year })}
        </Anchor>
      </Breadcrumbs>
      <Title order={1} size="h3" mb={6}>
        {t('nil.title', { name: agency.name, year })}
      </Title>
      <p className={styles.lead}>
        {t('nil.lead')} <Link to={`/file?year=${year}`}>{t('nil.fullForm')}</Link>
      </p>
      {state !== 'not_filed' && <Notice tone="info">{t('nil.already', { state: stateWord(state) })}</Notice>}
      {may.submit || may.amend ? <NilForm agency={agency} report={report} /> : <Notice tone="refusal">{t('nil.closed', { year })}</Notice>}
    </>
  );
}
