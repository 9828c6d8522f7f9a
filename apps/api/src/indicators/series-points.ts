import type { Comparability, Coverage, FormId, Indicator, NoValue, SeriesPoint } from '@gongkai/model';
import { type Unit, divideFigures, printFigure } from '@gongkai/model';
import type { CoverageRow, SumRow } from './indicators.store';

/** One indicator's part of a group and year, per form that answered. */
interface Part {
  readonly form: FormId;
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  readonly answered: number;
}

export interface PointInput {
  readonly indicator: Indicator;
  /** Index of the indicator in the arrays of the rows. */
  readonly index: number;
  readonly year: number;
  readonly group: SeriesPoint['group'];
  readonly sums: readonly SumRow[];
  readonly coverage: CoverageRow | null;
}

/** Unit of the numerator: the cells' own. */
const COUNT: Unit = 'request';

/**
 * Adds up what the forms of one year answered. Where two forms do not compare, the one more agencies used speaks
 * and the others are counted as left out, so that one agency on an old form does not spoil the line.
 */
export function pointOf(input: PointInput): SeriesPoint {
  const { indicator, year, group } = input;
  const parts = comparableParts(indicator, partsOf(input));
  const numerator = parts.length === 0 ? null : parts.reduce((sum, part) => sum + part.numerator, 0n);
  const denominator = denominatorOf(indicator, parts);
  const coverage = coverageOf(input, parts);
  const unit = indicator.unit === 'share' ? COUNT : indicator.unit;
  const value = valueOf(indicator, numerator, denominator);
  return {
    indicator: indicator.code,
    group,
    year,
    value,
    noValue: value === null ? whyNot(input, coverage, denominator) : null,
    numerator: numerator === null ? null : printFigure(numerator, unit),
    denominator: denominator === null ? null : printFigure(denominator, unit),
    coverage,
    forms: [...new Set(parts.map((part) => part.form))],
    comparability: null,
  };
}

/** Says of each point how it compares with the one of the year before; the points are ascending years of one series. */
export function compareYears(indicator: Indicator, points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  return points.map((point, at) => {
    const before = points[at - 1];
    return before === undefined || before.value === null || point.value === null
      ? point
      : { ...point, comparability: comparabilityOf(indicator, before.forms, point.forms) };
  });
}

/** The worst verdict over all pairs of forms. */
export function comparabilityOf(indicator: Indicator, before: readonly FormId[], now: readonly FormId[]): Comparability {
  const verdicts = before.flatMap((from) => now.map((to) => verdictOf(indicator, from, to)));
  const worst = ['none', 'note', 'same'].flatMap((rank) => verdicts.filter((line) => line.verdict === rank));
  const [first] = worst;
  return first === undefined ? { verdict: 'same', reason: null } : first;
}

function verdictOf(indicator: Indicator, from: FormId, to: FormId): Comparability {
  if (from === to) return { verdict: 'same', reason: null };
  const line = indicator.comparability.find((known) => known.from === from && known.to === to);
  if (line === undefined) throw new Error(`${indicator.code} does not say how ${from} compares with ${to}`);
  return { verdict: line.verdict, reason: line.reason };
}

function partsOf({ indicator, index, sums }: PointInput): readonly Part[] {
  const parts = new Map<FormId, Part>();
  for (const row of sums) {
    const numerator = row.numerators[index];
    if (numerator === null || numerator === undefined) continue;
    const denominator = row.denominators[index];
    const form = indicator.section === 's2' ? row.s2Form : row.s3Form;
    const held = parts.get(form);
    const part = {
      form,
      numerator: BigInt(numerator),
      denominator: denominator == null ? null : BigInt(denominator),
      answered: answersOf(row, index),
    };
    parts.set(form, held === undefined ? part : addParts(held, part));
  }
  return [...parts.values()];
}

function answersOf(row: SumRow, index: number): number {
  const answered = row.answered[index];
  if (answered === undefined || answered === null) throw new Error('a sum without the number of editions behind it');
  return answered;
}

function addParts(held: Part, more: Part): Part {
  const denominator = held.denominator === null || more.denominator === null ? null : held.denominator + more.denominator;
  return { form: held.form, numerator: held.numerator + more.numerator, denominator, answered: held.answered + more.answered };
}

function comparableParts(indicator: Indicator, parts: readonly Part[]): readonly Part[] {
  const [most] = [...parts].sort((a, b) => b.answered - a.answered || b.form.localeCompare(a.form));
  return most === undefined ? [] : parts.filter((part) => verdictOf(indicator, part.form, most.form).verdict !== 'none');
}

function denominatorOf(indicator: Indicator, parts: readonly Part[]): bigint | null {
  if (indicator.additivity !== 'ratio' || parts.length === 0) return null;
  return parts.reduce((sum, part) => sum + must(part.denominator, indicator.code), 0n);
}

function must(denominator: bigint | null, code: string): bigint {
  if (denominator === null) throw new Error(`${code} has a numerator without a denominator`);
  return denominator;
}

function valueOf(indicator: Indicator, numerator: bigint | null, denominator: bigint | null): string | null {
  if (numerator === null) return null;
  if (indicator.unit !== 'share') return printFigure(numerator, indicator.unit);
  return denominator === null || denominator === 0n ? null : divideFigures(numerator, denominator);
}

function whyNot({ indicator, sums }: PointInput, coverage: Coverage, denominator: bigint | null): NoValue {
  if (coverage.reported === 0) return 'nobody_reported';
  if (denominator === 0n) return 'denominator_zero';
  const known = sums.some((row) => indicator.terms[indicator.section === 's2' ? row.s2Form : row.s3Form] !== undefined);
  return known ? 'cells_blank' : 'not_in_form';
}

function coverageOf({ coverage }: PointInput, parts: readonly Part[]): Coverage {
  if (coverage === null) return { expected: 0, reported: 0, late: 0, missing: 0, leftOut: 0 };
  const { expected, reported, late } = coverage;
  const answered = parts.reduce((sum, part) => sum + part.answered, 0);
  return { expected, reported, late, missing: expected - reported, leftOut: reported - answered };
}
