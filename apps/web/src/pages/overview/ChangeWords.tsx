import { printExact, wordsOf } from '@gongkai/charts';
import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconNote } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useWords, type Speaker } from '../../words/use-words';
import type { ChangeOf } from './change-of';
import styles from './overview.module.css';

interface Props {
  readonly change: ChangeOf;
  /** How many agencies stand behind the two figures, where that is not the same number. */
  readonly counted: { readonly before: number; readonly now: number } | null;
  /** Over so many agencies of both years, where it is not over all. */
  readonly over: number | null;
}

/** A change in words, neither good nor bad; a changed definition and other agencies behind it are marked. */
export function ChangeWords({ change, counted, over }: Props): JSX.Element {
  const { t, say, language } = useWords();
  const notes = [
    ...(change.note ? [say(change.note)] : []),
    ...(change.kind !== 'none' && counted !== null ? [t('change.counted', counted)] : []),
  ].join(' ');
  return (
    <span className={styles.change}>
      {change.kind === 'more' && <IconArrowUpRight size={13} aria-hidden />}
      {change.kind === 'less' && <IconArrowDownRight size={13} aria-hidden />}
      {isSize(change) ? t('change.since', { by: spokenChange(change, { t, language }) }) : spokenChange(change, { t, language })}
      {over !== null && change.kind !== 'none' && <small>{t('change.over', { count: over })}</small>}
      {notes !== '' && (
        <Tooltip label={notes} multiline w={260} withArrow events={{ hover: true, focus: true, touch: true }}>
          <UnstyledButton className={styles.note} aria-label={t('change.noteOf', { notes })}>
            <IconNote size={14} aria-hidden />
            {t('change.note')}
          </UnstyledButton>
        </Tooltip>
      )}
    </span>
  );
}

const isSize = ({ kind }: ChangeOf): boolean => kind === 'more' || kind === 'less';

/** A change in words alone; nothing where there is no figure to speak of. */
export function spokenChange(change: ChangeOf, { t, language }: Pick<Speaker, 't' | 'language'>): string {
  if (change.kind === 'none' && change.reason === 'no_figure') return '';
  if (change.kind === 'none' && change.reason === 'coverage') return t('change.coverage', { ...change.covered });
  if (change.kind === 'none' && change.reason === 'nothing_before') {
    const { why } = change;
    return why === 'nobody_expected' || why === 'nobody_in_both'
      ? t(`change.${why}`)
      : t('change.nothing_before', { why: wordsOf(language).noValue[why] });
  }
  if (change.kind === 'none') return t('change.not_comparable');
  if (change.kind === 'same') return t('change.same');
  const sign = change.kind === 'more' ? '+' : '−';
  if (change.points) return t('change.points', { by: sign + change.by });
  return change.percent === null
    ? t('change.amount', { by: sign + printExact(change.by) })
    : t('change.percent', { by: sign + printExact(change.by), percent: sign + change.percent });
}
