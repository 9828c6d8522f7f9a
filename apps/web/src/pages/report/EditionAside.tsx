import { FindingList } from '@gongkai/ui';
import { Tabs } from '@mantine/core';
import type { JSX } from 'react';
import { DeclaredFigures } from '../../report-parts/DeclaredFigures';
import { Receipt } from '../../report-parts/Receipt';
import { ResidueNumbers } from '../../report-parts/ResidueNumbers';
import type { ReadFinding } from '../../report-parts/shown-findings';
import { useFindingWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import { DifferingTotals } from './DifferingTotals';
import { DocumentFacts } from './DocumentFacts';
import { Events } from './Events';
import { Rechecks } from './Rechecks';
import styles from './report.module.css';
import { readerOf, type Edition, type ReportOfPage } from './use-report';

interface Props {
  readonly report: ReportOfPage;
  readonly edition: Edition;
  readonly findings: readonly ReadFinding[];
  readonly active: ReadFinding | null;
  readonly onActive: (finding: ReadFinding | null) => void;
}

/** What was found, what the text declares, what happened, and the proof; of a returned edition first what happened. */
export function EditionAside({ report, edition, findings, active, onActive }: Props): JSX.Element {
  const { t } = useWords();
  return (
    <aside className={`sheet ${styles.aside}`} aria-label={t('report.aside')}>
      <Tabs defaultValue={edition.state === 'returned' ? 'events' : 'findings'} keepMounted={false}>
        <Tabs.List grow>
          <Tabs.Tab value="findings">{t('report.findings', { count: edition.findings.length })}</Tabs.Tab>
          <Tabs.Tab value="declared">{t('report.declared')}</Tabs.Tab>
          <Tabs.Tab value="events">{t('report.events')}</Tabs.Tab>
          <Tabs.Tab value="receipt">{t('report.receipt')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="findings" className={styles.panel} tabIndex={0}>
          <Findings {...{ edition, findings, active, onActive }} />
          <DifferingTotals edition={edition} />
          <Rechecks {...{ edition, active, onActive }} />
        </Tabs.Panel>
        <Tabs.Panel value="declared" className={styles.panel} tabIndex={0}>
          <h3>{t('parts.declared', { count: edition.declared.length })}</h3>
          <DeclaredFigures declared={edition.declared} />
          <h3>{t('parts.residue', { count: edition.residue.length })}</h3>
          <ResidueNumbers residue={edition.residue} />
        </Tabs.Panel>
        <Tabs.Panel value="events" className={styles.panel} tabIndex={0}>
          <Events edition={edition} />
        </Tabs.Panel>
        <Tabs.Panel value="receipt" className={styles.panel} tabIndex={0}>
          <Receipt receipt={edition.receipt} agency={report.agency.name} report={report} edition={edition} />
          <DocumentFacts document={edition.document ?? null} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

function Findings({ edition, findings, active, onActive }: Omit<Props, 'report'>): JSX.Element {
  const { t, language } = useWords();
  const words = useFindingWords(readerOf(edition));
  if (findings.length === 0) return <p className="gk-faded">{t('findings.noneLong')}</p>;
  return (
    <FindingList
      {...{ findings, active, language, words, onActive }}
      below={(finding) => {
        const explanation = edition.explanations.find(
          ({ code, cell }) => code === finding.code && (cell ?? null) === (finding.cells[0] ?? null),
        );
        return explanation && <blockquote className={styles.explanation}>{t('report.explained', { text: explanation.text })}</blockquote>;
      }}
    />
  );
}
