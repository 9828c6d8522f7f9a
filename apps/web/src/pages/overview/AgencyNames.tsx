import { Button } from '@mantine/core';
import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ask } from '../../ask/ask';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { Waiting } from '../../feedback/Waiting';
import { PointAgenciesDocument, type PointAgenciesQuery, type PointPart } from '../../generated/graphql';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';
import { placeLink, type OverviewParams } from './overview-params';
import { countingOf } from './use-series';

/** One of the regions directly below, or what belongs to the region itself. */
export interface NamedGroup {
  readonly key: string;
  readonly name: string;
}

interface Props {
  readonly code: string;
  readonly part: PointPart;
  /** Null for the whole place. */
  readonly group: NamedGroup | null;
  readonly params: OverviewParams;
}

/** The agencies that are a part of a figure of the latest year; of those who are missing also when they were due. */
export function AgencyNames({ code, part, group, params }: Props): JSX.Element {
  const { t } = useWords();
  const [search] = useSearchParams();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePointAgencies({
    code,
    part,
    group,
    params,
  });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={3} />;
  const refusal = data.pages.find((page) => page.__typename === 'Refusal');
  if (refusal) return <RefusalNote refusal={refusal} />;
  const pages = data.pages.filter((page) => page.__typename === 'PointAgencies');
  const total = pages[0] ? pages[0].total : 0;
  return (
    <section aria-label={t(`behind.${part}`, { count: total })}>
      <h3 className={styles.part}>{t(`behind.${part}`, { count: total })}</h3>
      <ul className={styles.names}>
        {pages.flatMap(({ items }) =>
          items.map(({ name, agency, dueOn }) => (
            <li key={agency.id}>
              <Link to={placeLink({ agency: agency.id }, search)}>{name}</Link>
              {part === 'missing' && <span className="gk-faded"> {t('verdict.due', { day: dueOn })}</span>}
            </li>
          )),
        )}
      </ul>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('explanation.more')}
        </Button>
      )}
    </section>
  );
}

type Agencies = PointAgenciesQuery['pointAgencies'];

function usePointAgencies({ code, part, group, params }: Props): UseInfiniteQueryResult<InfiniteData<Agencies>> {
  const { years: _, ...counting } = countingOf(params);
  const asked = {
    indicator: code,
    part,
    year: params.to,
    groupBy: group === null ? ('none' as const) : ('region' as const),
    group: group?.key ?? null,
    ...counting,
  };
  return useInfiniteQuery({
    queryKey: ['pointAgencies', asked],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => (await ask(PointAgenciesDocument, { ...asked, after: pageParam })).pointAgencies,
    getNextPageParam: (page) => (page.__typename === 'Refusal' ? null : (page.after ?? null)),
  });
}
