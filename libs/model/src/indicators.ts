import type { Additivity, CellId, TableSection, Unit } from './cells';
import type { FormId } from './forms';
import type { ReasonClass } from './filing';
import type { Interval } from './wilson-interval';
import type { Words } from './words';

/** A sum of cells, or one sum over another. Sums are taken over agencies first and divided last. */
export interface Indicator {
  readonly position: number;
  readonly code: string;
  readonly title: Words;
  readonly definition: Words;
  readonly section: TableSection;
  /** `share` for ratios. */
  readonly unit: Unit | 'share';
  readonly additivity: Additivity;
  /** The cells to add up under each form; a form that cannot answer is absent. */
  readonly terms: Readonly<Partial<Record<FormId, IndicatorTerms>>>;
  readonly comparability: readonly ComparabilityLine[];
  readonly basis: string;
}

export interface IndicatorTerms {
  readonly of: readonly CellId[];
  /** Empty where the indicator is a plain sum. */
  readonly over: readonly CellId[];
}

export interface ComparabilityLine extends Comparability {
  readonly from: FormId;
  readonly to: FormId;
}

/** Whether two years may be held against each other: `note` with the reason said, `none` not at all. */
export type Verdict = 'same' | 'note' | 'none';
export interface Comparability {
  readonly verdict: Verdict;
  readonly reason: Words | null;
}

/** Who stands behind an aggregate. All are counts of obliged agencies; `missing` and `late` are by the due date of each. */
export interface Coverage {
  readonly expected: number;
  readonly reported: number;
  readonly late: number;
  readonly missing: number;
  /** Reported, but not in the figure: a cell it needs holds no figure, be it blank, unreadable or not found (`leftOutBlank`), or the form has none or defines it otherwise (`leftOutForm`). */
  readonly leftOut: number;
  readonly leftOutBlank: number;
  readonly leftOutForm: number;
}

/** Why an aggregate has no value. */
export type NoValue = 'nobody_reported' | 'not_in_form' | 'cells_blank' | 'denominator_zero' | 'not_comparable';

/** `constant`: the agencies that answered in both years, by definitions that compare. */
export type Panel = 'all_reporters' | 'constant';

/** The value is no longer what was published first. */
export interface Restatement {
  readonly first: string | null;
  readonly firstNumerator: string | null;
  readonly firstDenominator: string | null;
  /** ISO 8601: when the last amendment behind it took effect. */
  readonly since: string;
  readonly reasonClasses: readonly ReasonClass[];
  readonly reports: number;
}

/** The change from the year before; no figure where the years do not compare. */
export interface YearOverYear {
  readonly comparability: Comparability;
  readonly over: Panel;
  readonly countedBefore: number;
  readonly countedNow: number;
  readonly before: string | null;
  readonly now: string | null;
  /** Of shares the difference of the shares. */
  readonly difference: string | null;
  /** Null for shares and where the year before is zero. */
  readonly relative: string | null;
}

/** One point of a series, as charts draw and exports write it. Figures are decimal strings in the indicator's unit. */
export interface SeriesPoint {
  readonly indicator: string;
  readonly group: { readonly key: string; readonly name: string } | null;
  readonly year: number;
  readonly value: string | null;
  readonly noValue: NoValue | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly coverage: Coverage;
  /** Forms of the editions behind the value. */
  readonly forms: readonly FormId[];
  /** Against the point of the year before in the same series; null for the first. */
  readonly comparability: Comparability | null;
  /** A share whose denominator is under the platform's threshold: drawn grey and kept out of rankings. */
  readonly small: boolean;
  /** 95 % interval of a share of counts. */
  readonly interval: Interval | null;
  /** Null where the value is what was published first. */
  readonly restated: Restatement | null;
  /** Null for the first year and where either year has no value. */
  readonly change: YearOverYear | null;
  /** What happened in the year to the organisations behind the point; absent where nobody looked. */
  readonly changes?: readonly OrganisationChange[];
}

/** A merger, split, rename, move or end of an organisation, with its day and the document that says so. */
export interface OrganisationChange {
  readonly kind: 'rename' | 'move' | 'merge' | 'split' | 'abolish';
  readonly on: string;
  readonly basis: string;
  /** Who became whom, e.g. 2024-05-01 甲局、乙局并入丙局. */
  readonly words: Words;
}
