import { Title } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useWords } from '../words/use-words';
import styles from './explanations.module.css';
import type { LeftOut } from './use-explanation';

/** Agencies that owe a report and are not in the number, each with the reason. */
export function LeftOutList({ total, items }: { readonly total: number; readonly items: readonly LeftOut[] }): JSX.Element | null {
  const { t } = useWords();
  if (total === 0) return null;
  return (
    <section aria-labelledby="explanation-left-out">
      <Title order={3} size="h5" id="explanation-left-out">
        {t('explanation.leftOut', { count: total })}
      </Title>
      <ul className={styles.cells}>
        {items.map(({ agency, why }) => (
          <li key={agency.id}>
            <Link to={`/overview?agency=${agency.id}`}>{agency.name}</Link> {t(`explanation.why.${why}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
