import type { Severity } from '@gongkai/model';
import { Button, Group, Title } from '@mantine/core';
import { IconPrinter, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReceiptPartsFragment } from '../generated/graphql';
import { printMoment } from '../words/print-time';
import { useWords } from '../words/use-words';
import { CheckedCounts } from './CheckedCounts';
import { useDueWords, type DueReport } from './use-due-words';
import styles from './report-parts.module.css';

interface Props {
  readonly receipt: ReceiptPartsFragment;
  readonly agency: string;
  readonly report: DueReport & { readonly year: number };
  readonly edition: { readonly number: number; readonly findings: readonly { readonly severity: Severity }[] };
  /** Further steps beside printing. */
  readonly actions?: ReactNode;
}

/** The proof of filing, as it is printed and kept. */
export function Receipt({ actions, ...filed }: Props): JSX.Element {
  const { t } = useWords();
  const lines = useReceiptLines(filed);
  return (
    <section className={styles.receipt} aria-labelledby="receipt" data-receipt={filed.receipt.number}>
      <header>
        <IconRosetteDiscountCheck size={26} stroke={1.5} aria-hidden />
        <Title order={2} size="h5" id="receipt">
          {t('receipt.title')}
        </Title>
      </header>
      <dl>
        {lines.map(({ label, text, how }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd data-how={how}>{text}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.receiptNote}>{t('receipt.note')}</p>
      <Group gap="xs" className="no-print">
        <Button variant="default" size="xs" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
          {t('receipt.print')}
        </Button>
        {actions}
      </Group>
    </section>
  );
}

interface ReceiptLine {
  readonly label: string;
  readonly text: ReactNode;
  readonly how?: 'strong' | 'hash';
}

function useReceiptLines({ receipt, agency, report, edition }: Omit<Props, 'actions'>): readonly ReceiptLine[] {
  const { t } = useWords();
  const dueWords = useDueWords();
  return [
    { label: t('receipt.number'), text: <Link to={`/receipts/${receipt.number}`}>{receipt.number}</Link>, how: 'strong' as const },
    { label: t('receipt.agency'), text: agency },
    { label: t('receipt.year'), text: t('receipt.edition', { year: report.year, edition: edition.number }) },
    { label: t('receipt.receivedAt'), text: t('receipt.chinaTime', { time: printMoment(receipt.receivedAt) }) },
    { label: t('receipt.submittedBy'), text: receipt.submittedBy },
    { label: t('receipt.checked'), text: <CheckedCounts findings={edition.findings} /> },
    { label: t('receipt.due'), text: dueWords(report) },
    { label: t('receipt.content'), text: receipt.contentSha256, how: 'hash' as const },
    ...(receipt.documentSha256 ? [{ label: t('receipt.document'), text: receipt.documentSha256, how: 'hash' as const }] : []),
  ];
}
