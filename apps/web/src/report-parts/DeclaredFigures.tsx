import { printExact } from '@gongkai/charts';
import type { JSX } from 'react';
import type { DeclaredPartsFragment } from '../generated/graphql';
import { useWords } from '../words/use-words';
import styles from './report-parts.module.css';

/** What the report says of itself and no table holds, each with the words it stands in. */
export function DeclaredFigures({ declared }: { readonly declared: readonly DeclaredPartsFragment[] }): JSX.Element {
  const { t, say } = useWords();
  if (declared.length === 0) return <p className="gk-faded">{t('parts.noDeclared')}</p>;
  return (
    <ul className={styles.declared}>
      {declared.map(({ code, title, unit, amount, quotation }) => (
        <li key={`${code} ${quotation}`}>
          <span>
            {say(title)} <b className="figures">{printExact(amount)}</b> {say(unit)}
          </span>
          <q>{quotation}</q>
        </li>
      ))}
    </ul>
  );
}
