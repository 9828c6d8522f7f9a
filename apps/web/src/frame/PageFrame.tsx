import { DemoBanner } from '@gongkai/ui';
import { useEffect, type JSX } from 'react';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { FaultNote } from '../feedback/FaultNote';
import { useSession } from '../session/use-session';
import { useWords } from '../words/use-words';
import { Footer } from './Footer';
import styles from './frame.module.css';
import { Header } from './Header';
import { OfflineLine } from './OfflineLine';
import { UnknownParameters } from './UnknownParameters';
import { useOfflineWorker } from './use-offline-worker';

/** What stands round every page: the demo banner, the header, and who reads. */
export function PageFrame(): JSX.Element {
  const { t } = useWords();
  const session = useSession();
  const moving = useNavigation().state !== 'idle';
  useTopOfPage();
  useOfflineWorker(session.data?.me?.agency != null);
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {t('frame.skip')}
      </a>
      {session.data?.platform.demo && <DemoBanner label={t('frame.demoLabel')} text={t('frame.demo')} />}
      <Header session={session.data} />
      <div className={styles.progress} data-moving={moving || undefined} aria-hidden />
      <div className={styles.page}>
        <OfflineLine />
        <UnknownParameters />
        {session.isError ? (
          <main id="content">
            <FaultNote error={session.error} onRetry={() => void session.refetch()} />
          </main>
        ) : (
          session.data && <Outlet context={session.data} />
        )}
      </div>
      <Footer version={session.data?.platform.version} />
    </div>
  );
}

/** A new page is read from its top; a new filter of the same page is not. */
function useTopOfPage(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);
}
