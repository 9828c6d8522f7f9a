import { IconCircleCheck, IconClockHour4 } from '@tabler/icons-react';
import { StateBadge } from '@gongkai/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { printDay } from '../../words/print-time';
import { useStateWords } from '../../words/use-state-words';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';
import type { AgencyPlace } from './use-place';

interface Props {
  readonly agency: AgencyPlace;
  readonly year: number;
  /** The figures beside it are of another day. */
  readonly isNow: boolean;
}

/** Where the agency stands with the latest year. */
export function AgencyVerdict({ agency, year, isNow }: Props): JSX.Element {
  const { t } = useWords();
  const { stateWord, lateWord } = useStateWords();
  const report = agency.reports.find((one) => one.year === year);
  const published = report?.state === 'published';
  return (
    <p className={styles.verdict} data-whole={published}>
      {published ? <IconCircleCheck aria-hidden /> : <IconClockHour4 aria-hidden />}
      {report ? (
        <span>
          {isNow && t('verdict.now')}
          {t('verdict.agencyYear', { year })} <StateBadge state={report.state} label={stateWord(report.state)} late={lateWord(report)} />{' '}
          {t('verdict.due', { day: report.dueOn })}
          {report.filedAt && (
            <>
              {t('verdict.comma')}
              {t('verdict.filed', { day: printDay(report.filedAt) })}
            </>
          )}{' '}
          {report.latest && <Link to={`/reports/${report.id}`}>{t('verdict.open')}</Link>}
        </span>
      ) : (
        <span>{t('verdict.noObligation', { year })}</span>
      )}
    </p>
  );
}
