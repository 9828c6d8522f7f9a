import { FindingList } from '@gongkai/ui';
import { Title } from '@mantine/core';
import type { JSX } from 'react';
import { shownFindings } from '../../report-parts/shown-findings';
import { printDay } from '../../words/print-time';
import { useFindingWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import styles from './report.module.css';
import type { Edition } from './use-report';

/** What the rules across years said when it was filed and say now, each with the edition of the year before it was held against. */
export function Rechecks({ edition }: { readonly edition: Edition }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      {edition.checkedAgainst && <p className="gk-faded">{t('rechecks.checkedAgainst', { number: edition.checkedAgainst.number })}</p>}
      {edition.rechecks.map((recheck) => (
        <Recheck key={recheck.against.id} recheck={recheck} />
      ))}
    </>
  );
}

function Recheck({ recheck }: { readonly recheck: Edition['rechecks'][number] }): JSX.Element {
  const { t } = useWords();
  const { findings, resolved, against, checkedAt } = recheck;
  return (
    <section className={styles.recheck}>
      <Title order={3} size="h6">
        {t('rechecks.title', { number: against.number, day: printDay(checkedAt) })}
      </Title>
      {findings.length + resolved.length === 0 && <p className="gk-faded">{t('rechecks.same')}</p>}
      <Part findings={findings} title={t('rechecks.found', { count: findings.length })} open />
      <Part findings={resolved} title={t('rechecks.resolved', { count: resolved.length })} open={false} />
    </section>
  );
}

interface PartProps {
  readonly findings: Edition['findings'];
  readonly title: string;
  readonly open: boolean;
}

function Part({ findings, title, open }: PartProps): JSX.Element | null {
  const { language } = useWords();
  const words = useFindingWords();
  if (findings.length === 0) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <FindingList findings={shownFindings(findings)} active={null} language={language} words={words} onActive={() => undefined} />
    </details>
  );
}
