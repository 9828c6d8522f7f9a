import type { JSX } from 'react';
import { Receipt } from '../../report-parts/Receipt';
import type { ReadFinding } from '../../report-parts/shown-findings';
import { printMoment } from '../../words/print-time';
import { useFindingWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import { EditionOrigin } from './EditionOrigin';
import styles from './report.module.css';
import { readerOf, type Edition, type ReportOfPage } from './use-report';

interface Props {
  readonly report: ReportOfPage;
  readonly edition: Edition;
  readonly findings: readonly ReadFinding[];
}

/** On paper alone, behind the report: what was found and how it was explained, what happened, and the receipt. */
export function PrintedAppendix({ report, edition, findings }: Props): JSX.Element {
  const { t } = useWords();
  return (
    <section className={styles.appendix} data-appendix>
      <h2>{t('report.appendix')}</h2>
      <p>
        <EditionOrigin edition={edition} />
      </p>
      <PrintedFindings edition={edition} findings={findings} />
      <h3>{t('report.events')}</h3>
      <ul>
        {edition.events.map(({ sequence, state, at, by, why }) => (
          <li key={sequence}>
            {printMoment(at)} · {t(`events.${state}`)} · {by} {why}
          </li>
        ))}
      </ul>
      <Receipt receipt={edition.receipt} agency={report.agency.name} report={report} edition={edition} />
    </section>
  );
}

function PrintedFindings({ edition, findings }: Omit<Props, 'report'>): JSX.Element {
  const { t, say } = useWords();
  const { meanings } = useFindingWords(readerOf(edition));
  return (
    <>
      <h3>{t('report.findings', { count: findings.length })}</h3>
      {findings.length === 0 && <p>{t('findings.noneLong')}</p>}
      <ol>
        {findings.map((finding, at) => {
          const explained = edition.explanations.find(
            ({ code, cell }) => code === finding.code && (cell ?? null) === (finding.cells[0] ?? null),
          );
          return (
            <li key={`${finding.code} ${at}`}>
              {say(finding.path)}: {say(finding.message)} <small>{meanings[finding.severity]}</small>
              {explained && <p>{t('report.explained', { text: explained.text })}</p>}
            </li>
          );
        })}
      </ol>
    </>
  );
}
