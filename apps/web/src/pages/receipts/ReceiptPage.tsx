import { Anchor, Breadcrumbs, Button, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCircleX, IconPrinter, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { ask } from '../../ask/ask';
import { FaultNote } from '../../feedback/FaultNote';
import { NotFoundPage } from '../../feedback/NotFoundPage';
import { Waiting } from '../../feedback/Waiting';
import { useReader } from '../../frame/use-reader';
import { ReceiptPageDocument, type ReceiptPageQuery } from '../../generated/graphql';
import { CheckedCounts } from '../../report-parts/CheckedCounts';
import { useDueWords } from '../../report-parts/use-due-words';
import { printFinding } from '../../words/print-finding';
import { printMoment } from '../../words/print-time';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import styles from './receipts.module.css';

type Arrival = NonNullable<ReceiptPageQuery['arrival']>;

/** One receipt as it is printed and kept: what arrived, when, its hashes, and what became of it. */
export function ReceiptPage(): JSX.Element {
  const { t } = useWords();
  const { number = '' } = useParams();
  const { me } = useReader();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['receipt', number],
    queryFn: () => ask(ReceiptPageDocument, { number }),
  });
  usePageTitle(t('receipts.of', { number }));
  if (data?.arrival === null || (data && !data.arrival)) return <NotFoundPage what={t('receipts.notFound')} />;
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      {me?.agency && (
        <Breadcrumbs separator="›" mb={6} className="no-print">
          <Anchor component={Link} to="/receipts" size="sm">
            {t('receipts.all')}
          </Anchor>
        </Breadcrumbs>
      )}
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting lines={8} />}
      {data?.arrival && <Paper arrival={data.arrival} />}
    </main>
  );
}

function Paper({ arrival }: { readonly arrival: Arrival }): JSX.Element {
  const { t } = useWords();
  const { number, report, refusal } = arrival;
  const Icon = refusal ? IconCircleX : IconRosetteDiscountCheck;
  return (
    <article className={`sheet ${styles.paper}`} data-receipt={number} data-verdict={arrival.verdict}>
      <header>
        <Icon size={26} stroke={1.5} aria-hidden />
        <Title order={1} size="h4">
          {t('receipt.title')} {number}
        </Title>
      </header>
      <Facts arrival={arrival} />
      {refusal && refusal.findings.length > 0 && <Findings refusal={refusal} />}
      <p className={styles.note}>{t('receipt.note')}</p>
      <Group gap="xs" className="no-print">
        <Button leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
          {t('receipt.print')}
        </Button>
        <Button component={Link} variant="default" to={`/reports/${report.id}`}>
          {t('receipts.seeReport')}
        </Button>
        {refusal && report.may.submit && (
          <Button component={Link} variant="default" to={`/file?year=${report.year}`}>
            {t('receipts.fileAgain')}
          </Button>
        )}
      </Group>
    </article>
  );
}

function Facts({ arrival }: { readonly arrival: Arrival }): JSX.Element {
  const { t, say } = useWords();
  const dueWords = useDueWords();
  const { refusal, edition, report, documentName, documentSha256, contentSha256 } = arrival;
  const verdict = refusal
    ? t('receipts.why', { why: say(refusal.message) })
    : edition && t('receipts.keptAs', { edition: edition.number, state: t(`states.${edition.state}`) });
  const lines = [
    { label: t('receipts.verdict'), text: verdict ?? t(`receipts.${arrival.verdict}`), how: 'strong' },
    { label: t('receipt.agency'), text: report.agency.name },
    { label: t('receipt.year'), text: t('receipts.year', { year: report.year }) },
    { label: t('receipt.receivedAt'), text: t('receipt.chinaTime', { time: printMoment(arrival.receivedAt) }) },
    { label: t('receipt.submittedBy'), text: arrival.submittedBy },
    ...(edition ? [{ label: t('receipt.checked'), text: <CheckedCounts findings={edition.findings} /> }] : []),
    { label: t('receipt.due'), text: dueWords(report) },
    { label: t('receipts.documentName'), text: documentName ?? t('receipts.typed') },
    ...(documentSha256 ? [{ label: t('receipt.document'), text: documentSha256, how: 'hash' }] : []),
    { label: t('receipt.content'), text: contentSha256 ?? t('receipts.notRead'), how: contentSha256 ? 'hash' : '' },
  ];
  return (
    <dl className={styles.facts}>
      {lines.map(({ label, text, how }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-how={how}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Findings({ refusal }: { readonly refusal: NonNullable<Arrival['refusal']> }): JSX.Element {
  const { t, say } = useWords();
  return (
    <section>
      <Title order={2} size="h6">
        {t('receipts.findings')}
      </Title>
      <ul className={styles.findings}>
        {refusal.findings.map(({ code, severity, path, message }, at) => (
          <li key={`${code} ${at}`}>
            <b>{t(`severities.${severity}`)}</b> {printFinding(say(path), say(message))}
          </li>
        ))}
      </ul>
    </section>
  );
}
