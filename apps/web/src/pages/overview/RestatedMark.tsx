import { RESTATED_MARK, restatedWords, type ChartIndicator } from '@gongkai/charts';
import type { SeriesPoint } from '@gongkai/model';
import { Tooltip, UnstyledButton } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';

/** At a figure that is no longer what was published first: what it was, since when and why it is another. */
export function RestatedMark({
  point,
  indicator,
}: {
  readonly point: SeriesPoint;
  readonly indicator: ChartIndicator;
}): JSX.Element | null {
  const { t, language } = useWords();
  const words = restatedWords(point, indicator, { language });
  if (words === null) return null;
  return (
    <Tooltip label={words} multiline w={260} withArrow events={{ hover: true, focus: true, touch: true }}>
      <UnstyledButton className={styles.note} aria-label={t('overview.restatedOf', { words })} data-restated>
        {RESTATED_MARK}
        {t('overview.restated')}
      </UnstyledButton>
    </Tooltip>
  );
}
