import type { Additivity, CellId, TableSection, Unit } from './cells';
import type { FormId } from './forms';
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
  /** Reported, but a cell the indicator needs is blank there or its form has none. */
  readonly leftOut: number;
}

/** Why an aggregate has no value. */
export type NoValue = 'nobody_reported' | 'not_in_form' | 'cells_blank' | 'denominator_zero';

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
}
