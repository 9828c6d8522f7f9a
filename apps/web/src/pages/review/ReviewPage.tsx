import { Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, type JSX } from 'react';
import { useSearchParams } from 'react-router';
import { ask } from '../../ask/ask';
import { FaultNote } from '../../feedback/FaultNote';
import { IgnoredValues } from '../../feedback/IgnoredValues';
import { Waiting } from '../../feedback/Waiting';
import { useReader } from '../../frame/use-reader';
import { ReviewListDocument } from '../../generated/graphql';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import { ReviewFilters } from './ReviewFilters';
import { ReviewTable } from './ReviewTable';
import styles from './review.module.css';
import { asksOnlyAwaiting, ignoredValuesIn, readFilter } from './review-params';

const PAGE = 50;

/** Obligations and what became of them; a supervisor decides here, everybody else reads. */
export function ReviewPage(): JSX.Element {
  const { t } = useWords();
  const { me, platform } = useReader();
  const [params] = useSearchParams();
  const title = me?.role === 'supervisor' ? t('review.title') : t('review.readTitle');
  usePageTitle(title);
  return (
    <main id="content" tabIndex={-1}>
      <Title order={1} size="h3" mb="sm">
        {title}
      </Title>
      <IgnoredValues ignored={ignoredValuesIn(params, platform.years)} />
      <ReviewFilters />
      <List />
    </main>
  );
}

function List(): JSX.Element {
  const { platform } = useReader();
  const [params] = useSearchParams();
  const filter = useMemo(() => readFilter(params, platform.years), [params, platform.years]);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['reports', filter],
    queryFn: async ({ pageParam }) => (await ask(ReviewListDocument, { filter, first: PAGE, after: pageParam })).reports,
    initialPageParam: null as string | null,
    getNextPageParam: ({ after }) => after ?? null,
    placeholderData: (before) => before,
  });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={12} />;
  return (
    <div className={styles.list} data-fetching={(isFetching && !isFetchingNextPage) || undefined}>
      <ReviewTable
        reports={data.pages.flatMap(({ items }) => items)}
        total={data.pages[0]?.total ?? data.pages.length}
        done={asksOnlyAwaiting(filter)}
        more={hasNextPage ? { load: () => void fetchNextPage(), loading: isFetchingNextPage } : null}
      />
    </div>
  );
}
