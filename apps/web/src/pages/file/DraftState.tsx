import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import type { OpenDraft } from './use-year-desk';

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' });

/** Where what was typed is kept, in words. */
export function DraftState({ draft: { saving, savedAt, standing, isKeptHere } }: { readonly draft: OpenDraft }): JSX.Element {
  const { t } = useWords();
  const time = savedAt === null ? '' : CLOCK.format(new Date(savedAt));
  const isAsFiled = saving === 'new' && standing?.beginsWith != null;
  return (
    <span className={styles.draft} data-saving={saving} role="status">
      {isAsFiled ? t('entry.asItStands') : t(`saving.${saving}`, { time })}
      {!isKeptHere && ` ${t('entry.notKeptHere')}`}
    </span>
  );
}
