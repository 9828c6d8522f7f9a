import type { JSX } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';
import type { AgencyPlace } from './use-place';

/** What an agency came from and what it became, with the day and the document. */
export function Successions({ agency }: { readonly agency: AgencyPlace }): JSX.Element | null {
  const { t } = useWords();
  const lines = [
    ...agency.predecessors.map((succession) => ({ ...succession, direction: 'from' })),
    ...agency.successors.map((succession) => ({ ...succession, direction: 'into' })),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={styles.successions}>
      {lines.map(({ kind, on, basis, agency: other, direction }) => (
        <li key={`${direction} ${other.id} ${on}`}>
          {t(`successions.${direction}`, { day: on, kind: t(`successions.${kind}`) })}{' '}
          <Link to={`/overview?agency=${other.id}`}>{other.name}</Link>
          <span className="gk-faded"> {basis}</span>
        </li>
      ))}
    </ul>
  );
}
