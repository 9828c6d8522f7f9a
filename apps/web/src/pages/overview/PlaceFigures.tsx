import type { JSX, ReactNode } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { Waiting } from '../../feedback/Waiting';
import { ALL_CODES } from './chart-plans';
import { KeyFigures } from './KeyFigures';
import { OutcomesCard } from './OutcomesCard';
import styles from './overview.module.css';
import type { OverviewParams } from './overview-params';
import { ProactiveCard } from './ProactiveCard';
import { RemediesCard } from './RemediesCard';
import { wasRefused, useSeries, UNPARTED, type Rows } from './use-series';

interface Props {
  readonly params: OverviewParams;
  /** The verdict in words over the figures. */
  readonly verdict: (rows: Rows) => ReactNode;
}

/** The verdict, the figures of the latest year, and the three charts of one place. */
export function PlaceFigures({ params, verdict }: Props): JSX.Element {
  const { data, error, isPending, isPlaceholderData, refetch } = useSeries({
    ...params,
    from: Math.min(params.from, params.to - 1),
    codes: ALL_CODES,
    parting: UNPARTED,
  });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={10} />;
  if (wasRefused(data)) return <RefusalNote refusal={data} />;
  const { rows } = data;
  const drawn = drawnOf(rows, params);
  return (
    <>
      {verdict(rows)}
      <KeyFigures rows={rows} params={params} busy={isPlaceholderData} />
      <div className={styles.charts}>
        <OutcomesCard rows={drawn} params={params} busy={isPlaceholderData} />
        <RemediesCard rows={drawn} params={params} busy={isPlaceholderData} />
        <ProactiveCard rows={drawn} params={params} busy={isPlaceholderData} />
      </div>
    </>
  );
}

/** Of the years chosen alone: one year is held against the one before beside its figure, where both are shown, and not in a picture of one. */
function drawnOf(rows: Rows, { from, to }: OverviewParams): Rows {
  if (from < to) return rows;
  return rows.filter(({ year }) => year === to).map((row) => ({ ...row, comparability: null, change: null }));
}
