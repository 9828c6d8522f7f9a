import { Timeline } from '@mantine/core';
import type { JSX } from 'react';
import { CellComments } from '../../report-parts/CellComments';
import { printMoment } from '../../words/print-time';
import { useWords } from '../../words/use-words';
import styles from './report.module.css';
import type { Edition } from './use-report';

/** What happened to the edition, newest first. */
export function Events({ edition }: { readonly edition: Edition }): JSX.Element {
  const { t } = useWords();
  const events = edition.events.toSorted((a, b) => b.sequence - a.sequence);
  return (
    <>
      {edition.reasonClass && (
        <p className={styles.amended}>
          {t('report.amended', { kind: t(`reasonClasses.${edition.reasonClass}`), reason: edition.reason ?? '' })}
        </p>
      )}
      {edition.respondsTo.length > 0 && (
        <>
          <h3>{t('comments.respondsTo')}</h3>
          <CellComments comments={edition.respondsTo} />
        </>
      )}
      <Timeline bulletSize={14} lineWidth={2} active={events.length}>
        {events.map(({ sequence, state, at, by, why, comments }) => (
          <Timeline.Item key={sequence} title={t(`events.${state}`)}>
            <div className={styles.event}>
              {printMoment(at)} · {by}
            </div>
            {why && <p>{why}</p>}
            {comments.length > 0 && <CellComments comments={comments} />}
          </Timeline.Item>
        ))}
      </Timeline>
    </>
  );
}
