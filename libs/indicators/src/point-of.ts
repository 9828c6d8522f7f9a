import type { Coverage, FormId, NoValue, ReasonClass, Restatement, SeriesPoint } from '@gongkai/model';
import { verdictBetween } from './comparability';
import { NOBODY_EXPECTED, coverageOf } from './coverage';
import { type Part, type Sums, comparableParts, formFor, partsOf, shownOf, sumOf } from './parts';
import type { Question } from './questions-of';
import type { CoverageRow, RestatedRow, SumRow } from './rows';

export interface PointInput {
  readonly question: Question;
  readonly year: number;
  readonly group: SeriesPoint['group'];
  readonly rows: readonly SumRow[];
  readonly restated: readonly RestatedRow[];
  readonly coverage: CoverageRow | null;
  /** Shares with a smaller denominator are marked. */
  readonly smallBelow: number;
}

/** A point with the sums it was printed from. */
export interface CountedPoint extends SeriesPoint {
  readonly sums: Sums | null;
}

/** Adds up what the forms of one year answered; what cannot stand in the figure is counted as left out, by its reason. */
export function pointOf(input: PointInput): CountedPoint {
  const { question, year, group, rows, smallBelow } = input;
  const { indicator } = question;
  const all = partsOf(indicator, rows);
  const parts = comparableParts(indicator, all);
  const sums = sumOf(indicator, parts);
  const shown = shownOf(indicator, sums, smallBelow);
  const coverage = coverageIn(input, all, parts);
  return {
    indicator: indicator.code,
    group,
    year,
    ...shown,
    noValue: shown.value === null ? whyNot(input, coverage, sums) : null,
    coverage,
    forms: parts.map((part) => part.form),
    comparability: null,
    restated: restatementOf(input, all, sums),
    change: null,
    changes: [],
    sums,
  };
}

function whyNot({ question, rows }: PointInput, coverage: Coverage, sums: Sums | null): NoValue {
  if (coverage.reported === 0) return 'nobody_reported';
  if (sums !== null) return 'denominator_zero';
  return rows.some((row) => question.terms[formFor(question.indicator, row)] !== undefined) ? 'cells_blank' : 'not_in_form';
}

function coverageIn({ question, rows, coverage }: PointInput, all: readonly Part[], parts: readonly Part[]): Coverage {
  if (coverage === null) return NOBODY_EXPECTED;
  const answered = parts.reduce((sum, part) => sum + part.answered, 0);
  const leftOutForm = rows
    .filter((row) => isOtherwise(question, formFor(question.indicator, row), all, parts))
    .reduce((sum, row) => sum + row.editions, 0);
  return coverageOf(coverage, answered, leftOutForm);
}

/** A form that has no such cell, or whose cell does not compare with those that stand in the figure. */
function isOtherwise({ indicator, terms }: Question, form: FormId, all: readonly Part[], parts: readonly Part[]): boolean {
  if (terms[form] === undefined) return true;
  const [spoken] = parts;
  if (spoken === undefined) return false;
  return !parts.some((part) => part.form === form) && verdictBetween(indicator, form, spoken.form).verdict === 'none' && all.length > 0;
}

/** What the same agencies' first published editions make, where it is not the same. */
function restatementOf(
  { question: { indicator }, restated, smallBelow }: PointInput,
  all: readonly Part[],
  now: Sums | null,
): Restatement | null {
  if (restated.length === 0) return null;
  const side = (name: RestatedRow['side']): readonly RestatedRow[] => restated.filter((row) => row.side === name);
  const first = sumOf(indicator, comparableParts(indicator, partsOf(indicator, side('first'), partsOf(indicator, side('now'), all, -1))));
  if (first?.numerator === now?.numerator && first?.denominator === now?.denominator) return null;
  const shown = shownOf(indicator, first, smallBelow);
  const moments = restated.map(({ since }) => since.getTime());
  return {
    first: shown.value,
    firstNumerator: shown.numerator,
    firstDenominator: shown.denominator,
    since: new Date(Math.max(...moments)).toISOString(),
    reasonClasses: [...new Set(restated.flatMap(({ reasonClasses }) => reasonClasses as readonly ReasonClass[]))].sort(),
    reports: Math.max(...['first', 'now'].map((name) => side(name as RestatedRow['side']).reduce((sum, row) => sum + row.reports, 0))),
  };
}
