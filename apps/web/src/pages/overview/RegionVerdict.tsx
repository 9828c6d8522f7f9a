import { IconCircleCheck, IconClockHour4 } from '@tabler/icons-react';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';
import { outstanding } from './outstanding';
import type { OverviewParams } from './overview-params';
import type { Rows } from './use-series';

interface Props {
  readonly id: string;
  readonly rows: Rows;
  readonly params: OverviewParams;
}

/** In words: of how many, how many have published in the latest year; one step from those who have not. */
export function RegionVerdict({ id, rows, params: { to, counted } }: Props): JSX.Element | null {
  const { t } = useWords();
  const coverage = rows.find(({ indicator, year }) => indicator === 'new_received' && year === to)?.coverage;
  if (!coverage) return null;
  const { expected, reported, late, missing } = coverage;
  const whole = expected > 0 && missing === 0;
  const list = `/review?region=${id}&year=${to}`;
  return (
    <p className={styles.verdict} data-whole={whole}>
      {whole ? <IconCircleCheck aria-hidden /> : <IconClockHour4 aria-hidden />}
      <span>
        {expected === 0 ? t('verdict.nobody', { year: to }) : t(`verdict.${counted}`, { year: to, expected, reported })}
        {whole && t('verdict.whole')}
        {late > 0 && (
          <>
            {t('verdict.comma')}
            <Link to={`${list}&late=1&state=submitted,accepted,published`}>{t('verdict.late', { count: late })}</Link>
          </>
        )}
        {missing > 0 && (
          <>
            {t('verdict.comma')}
            <Link to={`${list}&state=${outstanding(counted)}`}>{t(`verdict.missing_${counted}`, { count: missing })}</Link>
          </>
        )}
        {t('verdict.stop')}
      </span>
    </p>
  );
}
