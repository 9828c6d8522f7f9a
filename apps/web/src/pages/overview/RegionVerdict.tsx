import { IconCircleCheck, IconClockHour4 } from '@tabler/icons-react';
import { Fragment, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import { CountedAgencies } from './CountedAgencies';
import { LikeForLike } from './LikeForLike';
import styles from './overview.module.css';
import type { OverviewParams } from './overview-params';
import type { LikeForLikePoints } from './use-like-for-like';
import type { Rows } from './use-series';

interface Props {
  readonly rows: Rows;
  readonly like: LikeForLikePoints;
  readonly params: OverviewParams;
}

/** The figure over whose agencies is spoken: every report has it. */
const CODE = 'new_received';

/** In words: of how many, how many have published in the latest year; one step from those who have not, by name. */
export function RegionVerdict({ rows, like, params }: Props): JSX.Element | null {
  const { t } = useWords();
  const { to, counted } = params;
  const coverage = rows.find(({ indicator, year }) => indicator === CODE && year === to)?.coverage;
  if (!coverage) return null;
  const { expected, reported, late, missing } = coverage;
  const whole = expected > 0 && missing === 0;
  const parts = [
    { part: 'late', count: late, words: t('verdict.late', { count: late }) },
    { part: 'missing', count: missing, words: t(`verdict.missing_${counted}`, { count: missing }) },
  ] as const;
  return (
    <p className={styles.verdict} data-whole={whole}>
      {whole ? <IconCircleCheck aria-hidden /> : <IconClockHour4 aria-hidden />}
      <span>
        {expected === 0 ? t('verdict.nobody', { year: to }) : t(`verdict.${counted}`, { year: to, expected, reported })}
        {whole && t('verdict.whole')}
        {parts
          .filter(({ count }) => count > 0)
          .map(({ part, count, words }) => (
            <Fragment key={part}>
              {t('verdict.comma')}
              <CountedAgencies code={CODE} group={null} {...{ part, count, words, params }} />
            </Fragment>
          ))}
        {t('verdict.stop')}
        {like && <LikeForLike points={like} params={params} />}
      </span>
    </p>
  );
}
