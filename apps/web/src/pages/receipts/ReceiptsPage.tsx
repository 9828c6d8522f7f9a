import { Button, Title } from '@mantine/core';
import { Notice } from '@gongkai/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { Link } from 'react-router';
import { ask } from '../../ask/ask';
import { FaultNote } from '../../feedback/FaultNote';
import { Waiting } from '../../feedback/Waiting';
import { useReader } from '../../frame/use-reader';
import { OlderReceiptsDocument, ReceiptsDocument, type ArrivalLineFragment, type ReceiptsQuery } from '../../generated/graphql';
import { printMoment } from '../../words/print-time';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import styles from './receipts.module.css';

type ReportOfReceipts = NonNullable<ReceiptsQuery['agency']>['reports'][number];

/** Every receipt of the reader's agency, by year, the latest first: of what was filed and of what was refused. */
export function ReceiptsPage(): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  usePageTitle(t('receipts.title'));
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <Title order={1} size="h3" mb={6}>
        {t('receipts.title')}
      </Title>
      {me?.agency ? (
        <List agencyId={me.agency.id} />
      ) : (
        <Notice tone="info">
          {t('receipts.own')} {me === null && <Link to="/login?return=/receipts">{t('frame.logIn')}</Link>}
        </Notice>
      )}
    </main>
  );
}

function List({ agencyId }: { readonly agencyId: string }): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['receipts', agencyId],
    queryFn: () => ask(ReceiptsDocument, { agencyId }),
  });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={8} />;
  const sent = (data.agency?.reports ?? []).filter(({ arrivals }) => arrivals.total > 0).toSorted((a, b) => b.year - a.year);
  return (
    <>
      <p className="gk-faded">{sent.length === 0 ? t('receipts.none') : t('receipts.lead')}</p>
      {sent.map((report) => (
        <Year key={report.id} report={report} />
      ))}
    </>
  );
}

function Year({ report }: { readonly report: ReportOfReceipts }): JSX.Element {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const { data, error, isFetching } = useQuery({
    queryKey: ['receipts', 'of', report.id],
    queryFn: () => ask(OlderReceiptsDocument, { reportId: report.id }),
    enabled: all,
  });
  const lines = data?.report?.arrivals.items ?? report.arrivals.items;
  const older = report.arrivals.total - lines.length;
  return (
    <section className={`sheet ${styles.year}`} aria-labelledby={`year-${report.year}`}>
      <Title order={2} size="h5" id={`year-${report.year}`}>
        {t('receipts.year', { year: report.year })}
      </Title>
      <ol>
        {lines.map((arrival) => (
          <Line key={arrival.number} arrival={arrival} />
        ))}
      </ol>
      {error && <FaultNote error={error} />}
      {older > 0 && !all && (
        <Button variant="subtle" size="xs" loading={isFetching} onClick={() => setAll(true)}>
          {t('receipts.more', { count: older })}
        </Button>
      )}
    </section>
  );
}

function Line({ arrival }: { readonly arrival: ArrivalLineFragment }): JSX.Element {
  const { t, say } = useWords();
  const { number, receivedAt, submittedBy, documentName, refusal, edition } = arrival;
  const verdict = edition
    ? t('receipts.keptAs', { edition: edition.number, state: t(`states.${edition.state}`) })
    : refusal
      ? t('receipts.why', { why: say(refusal.message) })
      : t(`receipts.${arrival.verdict}`);
  return (
    <li data-verdict={arrival.verdict}>
      <Link to={`/receipts/${number}`}>{number}</Link>
      <time dateTime={receivedAt}>{printMoment(receivedAt)}</time>
      <span>{verdict}</span>
      <span className="gk-faded">
        {submittedBy} · {documentName ?? t('receipts.typed')}
      </span>
    </li>
  );
}
