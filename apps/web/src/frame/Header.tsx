import type { Language } from '@gongkai/model';
import { Button, SegmentedControl } from '@mantine/core';
import { IconLogin2 } from '@tabler/icons-react';
import type { JSX } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { switchLanguage } from '../i18n/start-words';
import type { Session } from '../session/use-session';
import { useWords } from '../words/use-words';
import { AccountMenu } from './AccountMenu';
import styles from './frame.module.css';
import { NoticesLink } from './NoticesLink';
import { pagesOf } from './pages-of';

export function Header({ session }: { readonly session: Session | undefined }): JSX.Element {
  const { t, language } = useWords();
  return (
    <header className={`${styles.header} no-print`}>
      <Link to="/" className={styles.brand}>
        <img src="/favicon.svg" alt="" width="28" height="28" />
        <span className={styles.name}>{t('product.name')}</span>
        <span className={styles.subtitle}>{t('product.subtitle')}</span>
      </Link>
      <nav className={styles.nav} aria-label={t('frame.nav')}>
        {pagesOf(session?.me?.role).map(({ to, path, label }) => (
          <NavLink key={path} to={to}>
            {t(label)}
          </NavLink>
        ))}
      </nav>
      <div className={styles.aside}>
        <SegmentedControl
          size="xs"
          aria-label={t('frame.language')}
          value={language}
          onChange={(chosen) => switchLanguage(chosen as Language)}
          data={[
            { value: 'zh', label: t('frame.zh') },
            { value: 'en', label: t('frame.en') },
          ]}
        />
        {session?.me && <NoticesLink />}
        {session && (session.me ? <AccountMenu account={session.me} /> : <LogInLink />)}
      </div>
    </header>
  );
}

function LogInLink(): JSX.Element | null {
  const { t } = useWords();
  const { pathname, search } = useLocation();
  if (pathname === '/login') return null;
  const to = `/login?return=${encodeURIComponent(pathname + search)}`;
  return (
    <Button component={Link} to={to} size="xs" variant="default" leftSection={<IconLogin2 size={15} aria-hidden />}>
      {t('frame.logIn')}
    </Button>
  );
}
