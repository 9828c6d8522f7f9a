import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ask } from '../../ask/ask';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { Waiting } from '../../feedback/Waiting';
import { PointAgenciesDocument, type PointPart } from '../../generated/graphql';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';
import { placeLink, type OverviewParams } from './overview-params';
import { countingOf } from './use-series';

interface Props {
  readonly code: string;
  readonly part: PointPart;
  readonly params: OverviewParams;
}

/** The agencies that are a part of a figure of the latest year. */
export function AgencyNames({ code, part, params }: Props): JSX.Element {
  const { t } = useWords();
  const [search] = useSearchParams();
  const { years: _, ...counting } = countingOf(params);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['pointAgencies', code, part, counting, params.to],
    queryFn: () => ask(PointAgenciesDocument, { indicator: code, part, year: params.to, ...counting }),
  });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={3} />;
  const { pointAgencies } = data;
  if (pointAgencies.__typename === 'Refusal') return <RefusalNote refusal={pointAgencies} />;
  const { items, total } = pointAgencies;
  return (
    <section aria-label={t(`behind.${part}`, { count: total })}>
      <h3 className={styles.part}>{t(`behind.${part}`, { count: total })}</h3>
      <ul className={styles.names}>
        {items.map(({ name, agency }) => (
          <li key={agency.id}>
            <Link to={placeLink({ agency: agency.id }, search)}>{name}</Link>
          </li>
        ))}
      </ul>
      {total > items.length && <p className="gk-faded">{t('behind.more', { shown: items.length, total })}</p>}
    </section>
  );
}
