import { printFigure, readFigure, type Indicator, type SeriesPoint, type Words } from '@gongkai/model';

/** Agencies counted of those expected, `31/54`, for both years. */
export interface Covered {
  readonly before: string;
  readonly now: string;
}

/** What may be said of a year against the one before. */
export type ChangeOf =
  | { readonly kind: 'none'; readonly reason: 'no_figure' | 'no_year_before' | 'not_comparable'; readonly note: Words | null }
  | { readonly kind: 'none'; readonly reason: 'coverage'; readonly note: Words | null; readonly covered: Covered }
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

/** The change from one year to the next, exact; only where the two compare (`same` or `note`) and count much the same share of the agencies. */
export function changeOf(unit: Indicator['unit'], before: SeriesPoint | null, now: SeriesPoint | null): ChangeOf {
  if (!now || now.value === null) return { kind: 'none', reason: 'no_figure', note: null };
  if (!before || before.value === null) return { kind: 'none', reason: 'no_year_before', note: null };
  const note = now.comparability?.reason ?? null;
  if (now.comparability === null || now.comparability.verdict === 'none') return { kind: 'none', reason: 'not_comparable', note };
  const kept = now.comparability.verdict === 'note' ? note : null;
  if (coverageDiffers(before.coverage, now.coverage)) {
    return {
      kind: 'none',
      reason: 'coverage',
      note: kept,
      covered: { before: printCovered(before.coverage), now: printCovered(now.coverage) },
    };
  }
  return unit === 'share' ? changeOfShare(before.value, now.value, kept) : changeOfAmount(unit, [before.value, now.value], kept);
}

type Coverage = SeriesPoint['coverage'];

const countedOf = ({ reported, leftOut }: Coverage): number => reported - leftOut;

function printCovered(coverage: Coverage): string {
  return `${countedOf(coverage)}/${coverage.expected}`;
}

/** Whether the covered shares lie more than ten percentage points apart; reckoned in whole numbers. */
function coverageDiffers(before: Coverage, now: Coverage): boolean {
  const apart = Math.abs(countedOf(before) * now.expected - countedOf(now) * before.expected);
  return apart * 10 > before.expected * now.expected;
}

function changeOfShare(before: string, now: string, note: Words | null): ChangeOf {
  const by = (Number(now) - Number(before)) * 100;
  if (Math.abs(by) < 0.05) return { kind: 'same', note };
  return { kind: by > 0 ? 'more' : 'less', by: Math.abs(by).toFixed(1), percent: null, points: true, note };
}

function changeOfAmount(unit: Exclude<Indicator['unit'], 'share'>, [before, now]: readonly [string, string], note: Words | null): ChangeOf {
  const from = readFigure(before, unit);
  const to = readFigure(now, unit);
  if (from === null || to === null) return { kind: 'none', reason: 'no_year_before', note };
  if (from === to) return { kind: 'same', note };
  const by = to > from ? to - from : from - to;
  const percent = from === 0n ? null : ((Number(by) / Math.abs(Number(from))) * 100).toFixed(1);
  return { kind: to > from ? 'more' : 'less', by: printFigure(by, unit), percent, points: false, note };
}
