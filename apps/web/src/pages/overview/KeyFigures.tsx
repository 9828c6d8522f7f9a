import { indicatorOf } from '@gongkai/catalogue';
import { printExact, wordsOf } from '@gongkai/charts';
import type { SeriesPoint } from '@gongkai/model';
import { KeyFigure } from '@gongkai/ui';
import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import { BehindFigure } from './BehindFigure';
import { changeOf } from './change-of';
import { KEY_FIGURES } from './chart-plans';
import { ChangeWords } from './ChangeWords';
import styles from './overview.module.css';
import type { OverviewParams } from './overview-params';
import { RestatedMark } from './RestatedMark';
import type { LikeForLikePoints } from './use-like-for-like';
import type { FiguresShown } from './use-series';

/** The figures of the latest year with their past. */
export function KeyFigures({ rows, like, params, busy }: FiguresShown & { readonly like: LikeForLikePoints }): JSX.Element {
  const { t } = useWords();
  const year = params.to;
  return (
    <section className={`sheet ${styles.keys}`} aria-busy={busy} aria-label={t('overview.keys', { year })}>
      {KEY_FIGURES.map((code) => (
        <OneFigure
          key={code}
          code={code}
          points={rows.filter(({ indicator }) => indicator === code)}
          like={like?.get(code)}
          params={params}
        />
      ))}
    </section>
  );
}

interface Props {
  readonly code: string;
  readonly points: readonly SeriesPoint[];
  /** The latest with its change over the agencies of both years, where only that one can be told. */
  readonly like: SeriesPoint | undefined;
  readonly params: OverviewParams;
}

function OneFigure({ code, points, like, params }: Props): JSX.Element {
  const year = params.to;
  const { say, language } = useWords();
  const indicator = indicatorOf(code);
  const now = points.find((point) => point.year === year) ?? null;
  const before = points.find((point) => point.year === year - 1) ?? null;
  const words = wordsOf(language);
  const share = indicator.unit === 'share';
  return (
    <KeyFigure
      title={say(indicator.title)}
      definition={say(indicator.definition)}
      figure={now?.value == null ? null : share ? (Number(now.value) * 100).toFixed(1) : printExact(now.value)}
      unit={words.units[indicator.unit]}
      missing={now?.noValue ? words.noValue[now.noValue] : words.noRow}
      change={
        <ChangeWords
          change={changeOf(indicator.unit, before, like ?? now)}
          counted={like ? null : countedOf(before, now)}
          over={like?.change?.countedNow ?? null}
        />
      }
      note={
        <>
          {now && <RestatedMark point={now} indicator={indicator} />}
          {now && isAskedAbout(now, params) && <BehindFigure {...{ code, params }} title={say(indicator.title)} coverage={now.coverage} />}
        </>
      }
      points={points.map((point) => ({
        year: point.year,
        value: point.value === null ? null : Number(point.value),
        verdict: point.comparability?.verdict ?? null,
      }))}
    />
  );
}

/** Not all stand behind the figure, or the change is taken over some of them. */
function isAskedAbout({ coverage, change }: SeriesPoint, { panel }: OverviewParams): boolean {
  return coverage.reported < coverage.expected || coverage.leftOut > 0 || (panel === 'constant' && change !== null);
}

function countedOf(before: SeriesPoint | null, now: SeriesPoint | null): { readonly before: number; readonly now: number } | null {
  if (!before || !now || now.change?.over === 'constant') return null;
  const counted = { before: before.coverage.reported - before.coverage.leftOut, now: now.coverage.reported - now.coverage.leftOut };
  return counted.before === counted.now ? null : counted;
}
