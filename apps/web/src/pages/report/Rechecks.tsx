import { FindingList } from '@gongkai/ui';
import { Title } from '@mantine/core';
import { useMemo, type JSX } from 'react';
import { shownFindings, type ReadFinding } from '../../report-parts/shown-findings';
import { printDay } from '../../words/print-time';
import { useFindingWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import styles from './report.module.css';
import { readerOf, type Edition } from './use-report';

interface Reading {
  readonly reader: 'filer' | 'public';
  readonly active: ReadFinding | null;
  readonly onActive: (finding: ReadFinding | null) => void;
}

/** What the rules across years said when it was filed and say now, each with the edition of the year before it was held against. */
export function Rechecks({ edition, ...lighting }: Omit<Reading, 'reader'> & { readonly edition: Edition }): JSX.Element {
  const { t } = useWords();
  const reading = { ...lighting, reader: readerOf(edition) };
  return (
    <>
      {edition.checkedAgainst && <p className="gk-faded">{t('rechecks.checkedAgainst', { number: edition.checkedAgainst.number })}</p>}
      {edition.rechecks.map((recheck) => (
        <Recheck key={recheck.against.id} recheck={recheck} {...reading} />
      ))}
    </>
  );
}

function Recheck({ recheck, ...reading }: Reading & { readonly recheck: Edition['rechecks'][number] }): JSX.Element {
  const { t } = useWords();
  const { findings, resolved, against, checkedAt } = recheck;
  return (
    <section className={styles.recheck}>
      <Title order={3} size="h6">
        {t('rechecks.title', { number: against.number, day: printDay(checkedAt) })}
      </Title>
      {findings.length + resolved.length === 0 && <p className="gk-faded">{t('rechecks.same')}</p>}
      <Part findings={findings} title={t('rechecks.found', { count: findings.length })} open {...reading} />
      <Part findings={resolved} title={t('rechecks.resolved', { count: resolved.length })} open={false} {...reading} />
    </section>
  );
}

interface PartProps extends Reading {
  readonly findings: Edition['findings'];
  readonly title: string;
  readonly open: boolean;
}

function Part({ findings, title, open, active, onActive, reader }: PartProps): JSX.Element | null {
  const { language } = useWords();
  const words = useFindingWords(reader);
  const shown = useMemo(() => shownFindings(findings), [findings]);
  if (findings.length === 0) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <FindingList findings={shown} {...{ active, language, words, onActive }} />
    </details>
  );
}
