import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { ask } from '../../ask/ask';
import { NoticesDocument, type NoticesQuery } from '../../generated/graphql';
import { printDay } from '../../words/print-time';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';

/** What the agency was told, newest first; nothing where it was told nothing. */
export function Notices(): JSX.Element | null {
  const { t } = useWords();
  const { data } = useQuery({ queryKey: ['notices'], queryFn: () => ask(NoticesDocument, {}) });
  if (!data || data.notices.items.length === 0) return null;
  const { items, total } = data.notices;
  return (
    <section className={`sheet ${styles.notices}`} aria-labelledby="notices">
      <Title order={2} size="h5" id="notices">
        {t('notices.title')}
      </Title>
      <ul>
        {items.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
      {total > items.length && <p className="gk-faded">{t('notices.more', { count: total - items.length })}</p>}
    </section>
  );
}

function NoticeLine({ notice }: { readonly notice: NoticesQuery['notices']['items'][number] }): JSX.Element {
  const { t } = useWords();
  const { edition, against, findings, resolved } = notice.recheck;
  return (
    <li>
      <time dateTime={notice.at}>{printDay(notice.at)}</time>{' '}
      {t('notices.line', {
        agency: against.report.agency.name,
        last: against.report.year,
        year: edition.report.year,
        found: findings.length,
        gone: resolved.length,
      })}{' '}
      <Link to={`/reports/${edition.report.id}`}>{t('notices.read')}</Link>
    </li>
  );
}
