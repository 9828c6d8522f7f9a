import { type Comparability, type Indicator, type Panel, type YearOverYear, divideFigures, printFigure } from '@gongkai/model';
import { comparabilityOf, verdictBetween, worstOf } from './comparability';
import { countedIn } from './coverage';
import { comparableParts, formFor, partsOf, shownOf, sumOf } from './parts';
import type { CountedPoint } from './point-of';
import type { PanelRow } from './rows';

/** Says of each point how it compares with the one of the year before and what changed; the points are ascending years of one series. */
export function compareYears(
  indicator: Indicator,
  points: readonly CountedPoint[],
  panel: { readonly over: Panel; readonly rows: readonly PanelRow[] },
): readonly CountedPoint[] {
  return points.map((point, at) => {
    const before = points[at - 1];
    if (before === undefined) return point;
    const known = before.value !== null && point.value !== null;
    const comparability = known ? comparabilityOf(indicator, before.forms, point.forms) : null;
    const rows = panel.rows.filter(({ year }) => year === point.year);
    return {
      ...point,
      comparability,
      change: panel.over === 'constant' ? changeOfPanel(indicator, rows) : changeOfAll(indicator, before, { ...point, comparability }),
    };
  });
}

function changeOfAll(indicator: Indicator, before: CountedPoint, now: CountedPoint): YearOverYear | null {
  if (now.comparability === null) return null;
  return {
    comparability: now.comparability,
    over: 'all_reporters',
    countedBefore: countedIn(before.coverage),
    countedNow: countedIn(now.coverage),
    ...difference(indicator, now.comparability, before, now),
  };
}

/** Only agencies that compare with themselves, and with most of the others, stand in the panel. */
function changeOfPanel(indicator: Indicator, rows: readonly PanelRow[]): YearOverYear | null {
  const now = comparableParts(
    indicator,
    partsOf(
      indicator,
      rows.map(({ now: side, members }) => ({ ...side, answered: members })),
    ),
  );
  const kept = rows.filter((row) => {
    const form = formFor(indicator, row.now);
    return now.some((part) => part.form === form) && verdictBetween(indicator, formFor(indicator, row.before), form).verdict !== 'none';
  });
  if (rows.length === 0) return null;
  const compared = kept.length > 0 ? kept : rows;
  const comparability = worstOf(
    compared.map((row) => verdictBetween(indicator, formFor(indicator, row.before), formFor(indicator, row.now))),
  );
  const members = kept.reduce((sum, row) => sum + row.members, 0);
  const side = (of: 'before' | 'now'): ReturnType<typeof shownOf> =>
    shownOf(
      indicator,
      sumOf(
        indicator,
        partsOf(
          indicator,
          kept.map((row) => ({ ...row[of], answered: row.members })),
        ),
      ),
      0,
    );
  return {
    comparability,
    over: 'constant',
    countedBefore: members,
    countedNow: members,
    ...difference(indicator, comparability, side('before'), side('now')),
  };
}

type Side = Pick<CountedPoint, 'value' | 'numerator'>;

function difference(
  { unit }: Indicator,
  { verdict }: Comparability,
  before: Side,
  now: Side,
): Pick<YearOverYear, 'before' | 'now' | 'difference' | 'relative'> {
  const values = { before: before.value, now: now.value };
  if (verdict === 'none' || before.value === null || now.value === null) return { ...values, difference: null, relative: null };
  // Counts are whole; other values have at most six digits behind the point: as millionths they are whole numbers too.
  const whole = !before.value.includes('.') && !now.value.includes('.');
  const [from, to] = whole ? [BigInt(before.value), BigInt(now.value)] : [millionths(before.value), millionths(now.value)];
  const difference = whole ? (to - from).toString() : printFigure(to - from, 'cny_10k');
  if (unit === 'share') return { ...values, difference, relative: null };
  const size = from < 0n ? -from : from;
  return { ...values, difference, relative: from === 0n ? null : divideFigures(to - from, size) };
}

function millionths(value: string): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}
