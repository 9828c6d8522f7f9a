import { type Coverage, type Indicator, type NoValue, type Words, divideFigures } from '@gongkai/model';
import { countedIn, coverageOf } from './coverage';
import { type ShownValue, type Sums, shownOf } from './parts';
import type { CountedPoint } from './point-of';

/** One contributor to a point, an agency or all agencies of a region, and what it is among the others. Figures are whole numbers as text. */
export interface PartOfPoint {
  readonly id: string;
  readonly name: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly rank: number;
  /** Weight of this one and of all before it: numerators of a sum, denominators of a ratio. */
  readonly weightSoFar: string;
  /** Of all contributors: their weights squared and added up, and whether some part is negative. */
  readonly squares: string;
  readonly signed: boolean;
  /** Its agencies. */
  readonly expected: number;
  readonly reported: number;
  readonly late: number;
  readonly counted: number;
  readonly leftOutForm: number;
}

export type NoShare = 'total_zero' | 'negative_parts';

/** A part of a whole, or why there is none. */
export interface Share {
  readonly value: string | null;
  readonly noShare: NoShare | null;
}

/** A number as it would be without one of its contributors. */
export interface NumberWithout extends Omit<ShownValue, 'interval'> {
  readonly noValue: NoValue | null;
  readonly coverage: Coverage;
}

/** What one contributor is to a number. */
export interface Contribution {
  readonly id: string;
  readonly rank: number;
  readonly value: string | null;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly share: Share;
  readonly denominatorShare: Share | null;
  readonly cumulativeShare: Share;
  readonly without: NumberWithout;
}

/** The rule is the (n,k) dominance rule with n = 1: Hundepool et al., ESSnet Handbook on Statistical Disclosure Control, chapter 4. */
export interface Dominance<Largest extends Contribution> {
  readonly largest: Largest;
  readonly share: Share;
  readonly dominates: boolean;
  readonly abovePercent: number;
  readonly concentration: string;
  readonly headline: Words;
}

/** A number that has contributors, and where the platform draws its lines. */
export interface Whole {
  readonly indicator: Indicator;
  readonly point: CountedPoint;
  readonly smallBelow: number;
  readonly dominantAbove: number;
}

/** Its own figure, its shares and its place, and what both sums make without it. */
export function contributionOf(whole: Whole, row: PartOfPoint): Contribution {
  const { indicator, smallBelow } = whole;
  const [all, own] = [sumsOf(whole), ownOf(row)];
  const { value, numerator, denominator } = shownOf(indicator, own, smallBelow);
  if (numerator === null) throw new Error(`a contributor to ${indicator.code} without a part`);
  return {
    id: row.id,
    rank: row.rank,
    value,
    numerator,
    denominator,
    share: shareOf(own.numerator, all.numerator, row.signed),
    denominatorShare: own.denominator === null || all.denominator === null ? null : shareOf(own.denominator, all.denominator, row.signed),
    cumulativeShare: shareOf(BigInt(row.weightSoFar), weightOf(all), row.signed),
    without: without(whole, row),
  };
}

/** Whether the largest contributor makes the number; null where no share can be told. */
export function dominanceOf<Largest extends Contribution>(whole: Whole, row: PartOfPoint, largest: Largest): Dominance<Largest> | null {
  const { dominantAbove } = whole;
  const [all, own] = [weightOf(sumsOf(whole)), weightOf(ownOf(row))];
  const share = shareOf(own, all, row.signed);
  if (share.value === null) return null;
  const dominates = own * 100n > all * BigInt(dominantAbove);
  return {
    largest,
    share,
    dominates,
    abovePercent: dominantAbove,
    concentration: divideFigures(BigInt(row.squares), all * all),
    headline: headlineOf(whole, { name: row.name, percent: percentOf(own, all), dominates, without: largest.without }),
  };
}

function without({ indicator, point, smallBelow }: Whole, row: PartOfPoint): NumberWithout {
  const coverage = coverageWithout(point.coverage, row);
  const [all, own] = [sumsOf({ indicator, point }), ownOf(row)];
  const isLeft = coverage.reported > coverage.leftOut;
  const rest: Sums | null = isLeft
    ? { numerator: all.numerator - own.numerator, denominator: less(all.denominator, own.denominator) }
    : null;
  const { value, numerator, denominator, small } = shownOf(indicator, rest, smallBelow);
  return { value, numerator, denominator, small, coverage, noValue: value === null ? whyNot(coverage, isLeft) : null };
}

function whyNot({ reported, leftOutBlank }: Coverage, isLeft: boolean): NoValue {
  if (isLeft) return 'denominator_zero';
  if (reported === 0) return 'nobody_reported';
  return leftOutBlank > 0 ? 'cells_blank' : 'not_in_form';
}

/** What is left behind a number when the agencies of one contributor go. */
function coverageWithout(coverage: Coverage, row: PartOfPoint): Coverage {
  const counts = {
    expected: coverage.expected - row.expected,
    reported: coverage.reported - row.reported,
    late: coverage.late - row.late,
  };
  const answered = countedIn(coverage) - row.counted;
  return coverageOf(counts, answered, coverage.leftOutForm - row.leftOutForm);
}

function shareOf(part: bigint, of: bigint, signed: boolean): Share {
  if (signed) return { value: null, noShare: 'negative_parts' };
  return of === 0n ? { value: null, noShare: 'total_zero' } : { value: divideFigures(part, of), noShare: null };
}

function sumsOf({ indicator, point }: Pick<Whole, 'indicator' | 'point'>): Sums {
  if (point.sums === null) throw new Error(`${indicator.code} has contributors and no sum`);
  return point.sums;
}

function ownOf({ numerator, denominator }: PartOfPoint): Sums {
  return { numerator: BigInt(numerator), denominator: denominator === null ? null : BigInt(denominator) };
}

function weightOf({ numerator, denominator }: Sums): bigint {
  return denominator ?? numerator;
}

function less(from: bigint | null, part: bigint | null): bigint | null {
  return from === null || part === null ? null : from - part;
}

/** One digit behind the point. */
function percentOf(part: bigint, of: bigint): string {
  const tenths = ((part * 2000n + of) / (2n * of)).toString().padStart(2, '0');
  return `${tenths.slice(0, -1)}.${tenths.slice(-1)}%`;
}

interface Largest {
  readonly name: string;
  readonly percent: string;
  readonly dominates: boolean;
  readonly without: NumberWithout;
}

function headlineOf({ indicator, point, dominantAbove }: Whole, { name, percent, dominates, without: rest }: Largest): Words {
  const isShare = indicator.unit === 'share';
  const of = isShare ? { zh: '分母', en: 'denominator' } : { zh: '合计', en: 'total' };
  const bound = { zh: dominates ? '超过' : '未超过', en: dominates ? 'above' : 'not above' };
  const left = rest.value === null ? { zh: '没有数值', en: 'there is no value' } : { zh: rest.value, en: rest.value };
  return {
    zh: `${name}一家占${of.zh}的 ${percent}（${bound.zh} ${dominantAbove}%）：含其为 ${point.value}，去掉后${rest.value === null ? '' : '为 '}${left.zh}。`,
    en: `${name} alone makes ${percent} of the ${of.en} (${bound.en} ${dominantAbove}%): ${point.value} with it, ${left.en} without it.`,
  };
}
