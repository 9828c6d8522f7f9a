import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import type { Reason } from './offers';
import styles from './overview.module.css';

/** Why some choices cannot be had, each reason once. */
export function Reasons({ id, of }: { readonly id: string; readonly of: readonly (Reason | null)[] }): JSX.Element | null {
  const { t, say } = useWords();
  const said = new Set(of.flatMap((reason) => (reason === null ? [] : [typeof reason === 'string' ? t(`offers.${reason}`) : say(reason)])));
  if (said.size === 0) return null;
  return (
    <ul id={id} className={styles.reasons}>
      {[...said].map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
