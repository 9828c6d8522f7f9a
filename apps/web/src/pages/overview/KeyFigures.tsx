import { indicatorOf } from '@gongkai/catalogue';
import { printExact, wordsOf } from '@gongkai/charts';
import type { SeriesPoint } from '@gongkai/model';
import { CoverageBadge, KeyFigure } from '@gongkai/ui';
import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import { changeOf } from './change-of';
import { KEY_FIGURES } from './chart-plans';
import { ChangeWords } from './ChangeWords';
import styles from './overview.module.css';
import type { Rows } from './use-series';

/** The figures of the latest year with their past. */
export function KeyFigures({ rows, year }: { readonly rows: Rows; readonly year: number }): JSX.Element {
  const { t } = useWords();
  return (
    <section className={`sheet ${styles.keys}`} aria-label={t('overview.keys', { year })}>
      {KEY_FIGURES.map((code) => (
        <OneFigure key={code} code={code} points={rows.filter(({ indicator }) => indicator === code)} year={year} />
      ))}
    </section>
  );
}

interface Props {
  readonly code: string;
  readonly points: readonly SeriesPoint[];
  readonly year: number;
}

function OneFigure({ code, points, year }: Props): JSX.Element {
  const { t, say, language } = useWords();
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
      change={<ChangeWords change={changeOf(indicator.unit, before, now)} counted={countedOf(before, now)} />}
      note={
        now && now.coverage.reported < now.coverage.expected ? (
          <CoverageBadge coverage={now.coverage} label={t('overview.coverage', { ...now.coverage })} />
        ) : null
      }
      points={points.map((point) => ({
        year: point.year,
        value: point.value === null ? null : Number(point.value),
        verdict: point.comparability?.verdict ?? null,
      }))}
    />
  );
}

function countedOf(before: SeriesPoint | null, now: SeriesPoint | null): { readonly before: number; readonly now: number } | null {
  if (!before || !now) return null;
  const counted = { before: before.coverage.reported - before.coverage.leftOut, now: now.coverage.reported - now.coverage.leftOut };
  return counted.before === counted.now ? null : counted;
}
