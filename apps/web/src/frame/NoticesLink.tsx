import { IconBell } from '@tabler/icons-react';
import type { JSX } from 'react';
import { NavLink } from 'react-router';
import { useUnread } from '../notices/use-notices';
import { useWords } from '../words/use-words';
import styles from './frame.module.css';

/** The way to the notices, and how many are not read. */
export function NoticesLink(): JSX.Element {
  const { t } = useWords();
  const unread = useUnread();
  const label = unread ? t('notices.unread', { count: unread }) : t('notices.title');
  return (
    <NavLink to="/notices" className={String(styles.bell)} aria-label={label} title={label}>
      <IconBell size={20} stroke={1.5} aria-hidden />
      {unread ? <b aria-hidden>{unread}</b> : null}
    </NavLink>
  );
}
