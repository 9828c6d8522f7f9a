import { Button, Group, Title } from '@mantine/core';
import type { JSX } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { Waiting } from '../../feedback/Waiting';
import { NoticeWords } from '../../notices/NoticeWords';
import { useMarkRead, useNotices, type NoticeItem } from '../../notices/use-notices';
import { printMoment } from '../../words/print-time';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import styles from './notices.module.css';

/** How many one call may mark. */
const MARKED_AT_ONCE = 200;

/** What the reader was told, newest first; each leads to what it is about. */
export function NoticesPage(): JSX.Element {
  const { t } = useWords();
  usePageTitle(t('notices.title'));
  return (
    <main id="content" tabIndex={-1}>
      <List />
    </main>
  );
}

function List(): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useNotices();
  const markRead = useMarkRead();
  if (error ?? markRead.error) return <FaultNote error={error ?? markRead.error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={8} />;
  const notices = data.pages.flatMap(({ items }) => items);
  const unread = notices.filter(({ read }) => !read).map(({ id }) => id);
  const total = data.pages[0]?.total ?? notices.length;
  return (
    <>
      <Group justify="space-between" mb="sm" maw={1180}>
        <Title order={1} size="h3">
          {t('notices.title')}
        </Title>
        {unread.length > 0 && (
          <Button size="xs" variant="default" loading={markRead.isPending} onClick={() => markRead.mutate(unread.slice(0, MARKED_AT_ONCE))}>
            {t('notices.markAll')}
          </Button>
        )}
      </Group>
      <section className={`sheet ${styles.notices}`}>
        {notices.length === 0 && <p className="gk-faded">{t('notices.none')}</p>}
        <ol>
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} onFollow={() => markRead.mutate([notice.id])} />
          ))}
        </ol>
        {hasNextPage && (
          <Button variant="subtle" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('notices.more')} ({t('notices.shown', { shown: notices.length, total })})
          </Button>
        )}
      </section>
    </>
  );
}

function NoticeLine({ notice, onFollow }: { readonly notice: NoticeItem; readonly onFollow: () => void }): JSX.Element {
  const { t } = useWords();
  return (
    <li data-unread={!notice.read || undefined}>
      <time dateTime={notice.at}>{printMoment(notice.at)}</time>
      {!notice.read && <span className={styles.dot} role="img" aria-label={t('notices.new')} />}
      <NoticeWords notice={notice} onFollow={() => !notice.read && onFollow()} />
    </li>
  );
}
