import { Anchor, Breadcrumbs, Title } from '@mantine/core';
import { Notice } from '@gongkai/ui';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { ask } from '../../ask/ask';
import { FaultNote } from '../../feedback/FaultNote';
import { NotFoundPage } from '../../feedback/NotFoundPage';
import { Waiting } from '../../feedback/Waiting';
import { useReader } from '../../frame/use-reader';
import { NilPageDocument, type NilPageQuery } from '../../generated/graphql';
import { usePageTitle } from '../../words/use-page-title';
import { useStateWords } from '../../words/use-state-words';
import { useWords } from '../../words/use-words';
import { NilForm } from './NilForm';
import styles from './nil.module.css';

export type NilReport = NilPageQuery['reports']['items'][number];

/** A nil return of the reader's own agency: its statement, the three sections, one act. */
export function NilPage(): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  const year = Number(useParams().year);
  usePageTitle(t('nil.submit'));
  if (!me?.agency) {
    return (
      <main id="content" tabIndex={-1}>
        <Notice tone="info">
          {t('nil.own')} {me === null && <Link to={`/login?return=/file/${year}/nil`}>{t('frame.logIn')}</Link>}
        </Notice>
      </main>
    );
  }
  return <Owed agencyId={me.agency.id} year={year} />;
}

function Owed({ agencyId, year }: { readonly agencyId: string; readonly year: number }): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['nil', agencyId, year],
    queryFn: () => ask(NilPageDocument, { agencyId, year }),
    enabled: Number.isInteger(year),
  });
  const [report] = data?.reports.items ?? [];
  if (!Number.isInteger(year) || (data && report === undefined)) return <NotFoundPage what={t('notFound.obligation')} />;
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting lines={8} />}
      {report && <Desk report={report} />}
    </main>
  );
}

function Desk({ report }: { readonly report: NilReport }): JSX.Element {
  const { t } = useWords();
  const { stateWord } = useStateWords();
  const { year, agency, may, state } = report;
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
      {may.submit || may.amend ? <NilForm report={report} /> : <Notice tone="refusal">{t('nil.closed', { year })}</Notice>}
    </>
  );
}
