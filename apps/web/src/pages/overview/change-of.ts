import { coverageApart } from '@gongkai/charts';
import type { Indicator, NoValue, SeriesPoint, Words } from '@gongkai/model';

/** Why there is nothing to compare with. */
type WhyNothing = NoValue | 'nobody_expected' | 'nobody_in_both';

/** What may be said of a year against the one before. */
export type ChangeOf =
  | { readonly kind: 'none'; readonly reason: 'no_figure' | 'not_comparable'; readonly note: Words | null }
  | { readonly kind: 'none'; readonly reason: 'nothing_before'; readonly why: WhyNothing; readonly note: Words | null }
  | {
      readonly kind: 'none';
      readonly reason: 'coverage';
      readonly note: Words | null;
      readonly covered: { readonly before: string; readonly now: string };
    }
  | { readonly kind: 'same'; readonly note: Words | null }
  | {
      readonly kind: 'more' | 'less';
      /** Without sign: a decimal string in the unit, percentage points for shares. */
      readonly by: string;
      /** In percent of the year before, one digit; null for shares and where the year before is zero. */
      readonly percent: string | null;
      readonly points: boolean;
      readonly note: Words | null;
    };

/**
 * The change from one year to the next; only where the two compare (`same` or `note`) and, unless it is taken over the agencies of both years,
 * count much the same share of the agencies.
 */
export function changeOf(unit: Indicator['unit'], before: SeriesPoint | null, now: SeriesPoint | null): ChangeOf {
  if (!now || now.value === null) return { kind: 'none', reason: 'no_figure', note: null };
  const { change } = now;
  if (change === null) return { kind: 'none', reason: 'nothing_before', why: whyNothing(before), note: null };
  const { verdict, reason } = change.comparability;
  if (verdict === 'none') return { kind: 'none', reason: 'not_comparable', note: reason };
  const note = verdict === 'note' ? reason : null;
  const covered = before === null ? null : coverageApart(before, now);
  if (covered !== null) return { kind: 'none', reason: 'coverage', note, covered };
  if (change.difference === null) return { kind: 'none', reason: 'nothing_before', why: whyNothing(before), note };
  return unit === 'share' ? changeOfShare(change.difference, note) : changeOfAmount(change.difference, change.relative, note);
}

function whyNothing(before: SeriesPoint | null): WhyNothing {
  if (before === null || before.coverage.expected === 0) return 'nobody_expected';
  return before.noValue ?? 'nobody_in_both';
}

function changeOfShare(difference: string, note: Words | null): ChangeOf {
  const by = Number(difference) * 100;
  if (Math.abs(by) < 0.05) return { kind: 'same', note };
  return { kind: by > 0 ? 'more' : 'less', by: Math.abs(by).toFixed(1), percent: null, points: true, note };
}

function changeOfAmount(difference: string, relative: string | null, note: Words | null): ChangeOf {
  if (Number(difference) === 0) return { kind: 'same', note };
  const percent = relative === null ? null : Math.abs(Number(relative) * 100).toFixed(1);
  return { kind: difference.startsWith('-') ? 'less' : 'more', by: difference.replace('-', ''), percent, points: false, note };
}
