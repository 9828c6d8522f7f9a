import { printExact } from '@gongkai/charts';
import { Tooltip } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconNote } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import type { ChangeOf } from './change-of';
import styles from './overview.module.css';

/** A change in words, neither good nor bad; a changed definition is marked. */
export function ChangeWords({ change }: { readonly change: ChangeOf }): JSX.Element {
  const { t, say } = useWords();
  return (
    <span className={styles.change}>
      {change.kind === 'more' && <IconArrowUpRight size={13} aria-hidden />}
      {change.kind === 'less' && <IconArrowDownRight size={13} aria-hidden />}
      {spoken(change, t)}
      {change.note && (
        <Tooltip label={say(change.note)} multiline w={260} withArrow events={{ hover: true, focus: true, touch: true }}>
          <span className={styles.note} tabIndex={0} role="note" aria-label={say(change.note)}>
            <IconNote size={14} aria-hidden />
          </span>
        </Tooltip>
      )}
    </span>
  );
}

function spoken(change: ChangeOf, t: (key: string, options?: object) => string): string {
  if (change.kind === 'none') return t(`change.${change.reason}`);
  if (change.kind === 'same') return t('change.same');
  const sign = change.kind === 'more' ? '+' : '−';
  if (change.points) return t('change.points', { by: sign + change.by });
  return change.percent === null ? t('change.amount', { by: sign + printExact(change.by) }) : t('change.percent', { by: sign + printExact(change.by), percent: sign + change.percent });
}
