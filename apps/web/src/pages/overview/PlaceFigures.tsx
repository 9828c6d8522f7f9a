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
import { useLikeForLike, type LikeForLikePoints } from './use-like-for-like';
import { wasRefused, useSeries, UNPARTED, type FiguresShown, type Rows } from './use-series';

interface Props {
  readonly params: OverviewParams;
  /** The verdict in words over the figures. */
  readonly verdict: (rows: Rows, like: LikeForLikePoints) => ReactNode;
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
  return <Figures rows={data.rows} params={params} busy={isPlaceholderData} verdict={verdict} />;
}

function Figures({ rows, params, busy, verdict }: FiguresShown & Pick<Props, 'verdict'>): JSX.Element {
  const like = useLikeForLike(rows, params);
  const drawn = drawnOf(rows, params);
  return (
    <>
      {verdict(rows, like)}
      <KeyFigures rows={rows} like={like} params={params} busy={busy} />
      <div className={styles.charts}>
        <OutcomesCard rows={drawn} params={params} busy={busy} />
        <RemediesCard rows={drawn} params={params} busy={busy} />
        <ProactiveCard rows={drawn} params={params} busy={busy} />
      </div>
    </>
  );
}

/** Of the years chosen alone: one year is held against the one before beside its figure, where both are shown, and not in a picture of one. */
function drawnOf(rows: Rows, { from, to }: OverviewParams): Rows {
  if (from < to) return rows;
  return rows.filter(({ year }) => year === to).map((row) => ({ ...row, comparability: null, change: null }));
}
