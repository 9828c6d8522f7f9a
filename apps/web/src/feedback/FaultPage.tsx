import type { JSX } from 'react';
import { useRouteError } from 'react-router';
import { FaultNote } from './FaultNote';
import styles from './feedback.module.css';

/** Where a page itself broke. */
export function FaultPage(): JSX.Element {
  const error = useRouteError();
  return (
    <main id="content" className={styles.lost}>
      <FaultNote error={error} onRetry={() => window.location.reload()} />
    </main>
  );
}
