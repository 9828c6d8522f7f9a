import { type FormId, type Indicator, type Interval, divideFigures, printFigure, wilsonInterval } from '@gongkai/model';
import { verdictBetween } from './comparability';

/** One indicator's part of a group and year: what the editions of one form that answered make. */
export interface Part {
  readonly form: FormId;
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  readonly answered: number;
}

/** A row of a statement: figures as text, and the forms of the sections. */
export interface SumOfForms {
  readonly s2Form: FormId;
  readonly s3Form: FormId;
  readonly s4Form: FormId;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly answered: number;
}

/** Parts added up. */
export interface Sums {
  readonly numerator: bigint;
  readonly denominator: bigint | null;
}

/** A value as it is shown. */
export interface ShownValue {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly small: boolean;
  readonly interval: Interval | null;
}

/** The form that decides about an indicator's section. */
export function formFor(indicator: Indicator, row: Pick<SumOfForms, 's2Form' | 's3Form' | 's4Form'>): FormId {
  return { s2: row.s2Form, s3: row.s3Form, s4: row.s4Form }[indicator.section];
}

/** One part a form; rows in which nobody answered make none. `sign` -1 takes them away from `from`. */
export function partsOf(indicator: Indicator, rows: readonly SumOfForms[], from: readonly Part[] = [], sign: 1 | -1 = 1): readonly Part[] {
  const parts = new Map(from.map((part) => [part.form, part]));
  for (const row of rows) {
    if (row.numerator === null) continue;
    const form = formFor(indicator, row);
    const held = parts.get(form);
    const more = signed(row.numerator, sign);
    const below = row.denominator === null ? null : signed(row.denominator, sign);
    parts.set(form, {
      form,
      numerator: held === undefined ? more : held.numerator + more,
      denominator: held === undefined || held.denominator === null || below === null ? below : held.denominator + below,
      answered: (held === undefined ? 0 : held.answered) + sign * row.answered,
    });
  }
  return [...parts.values()].filter(({ answered }) => answered > 0);
}

const signed = (figure: string, sign: 1 | -1): bigint => (sign === 1 ? BigInt(figure) : -BigInt(figure));

/**
 * The parts that may be added up: those that compare with the form more agencies used than any other, so that one agency on an old form does
 * not spoil the line.
 */
export function comparableParts(indicator: Indicator, parts: readonly Part[]): readonly Part[] {
  const [most] = [...parts].sort((a, b) => b.answered - a.answered || b.form.localeCompare(a.form));
  return most === undefined ? [] : parts.filter((part) => verdictBetween(indicator, part.form, most.form).verdict !== 'none');
}

/** Numerators and denominators, each added up; null for nothing. */
export function sumOf(indicator: Indicator, parts: readonly Part[]): Sums | null {
  if (parts.length === 0) return null;
  return {
    numerator: parts.reduce((sum, part) => sum + part.numerator, 0n),
    denominator: indicator.unit === 'share' ? parts.reduce((sum, part) => sum + must(part.denominator, indicator.code), 0n) : null,
  };
}

function must(denominator: bigint | null, code: string): bigint {
  if (denominator === null) throw new Error(`${code} has a numerator without a denominator`);
  return denominator;
}

/** Whether what is counted is some of what it is divided by: things of two sections are not. */
function isProportion({ section, terms }: Indicator): boolean {
  return Object.values(terms).every(({ over }) => over.every((cell) => cell.startsWith(`${section}/`)));
}

/** The value of sums; a share of fewer than `smallBelow` is marked, and carries its Wilson interval as every proportion does. */
export function shownOf(indicator: Indicator, sums: Sums | null, smallBelow: number): ShownValue {
  if (sums === null) return { value: null, numerator: null, denominator: null, small: false, interval: null };
  const { numerator, denominator } = sums;
  if (indicator.unit !== 'share' || denominator === null) {
    const value = indicator.unit === 'share' ? null : printFigure(numerator, indicator.unit);
    return { value, numerator: value, denominator: null, small: false, interval: null };
  }
  return {
    value: denominator === 0n ? null : divideFigures(numerator, denominator),
    numerator: numerator.toString(),
    denominator: denominator.toString(),
    small: denominator > 0n && denominator < BigInt(smallBelow),
    interval: isProportion(indicator) ? wilsonInterval(numerator, denominator) : null,
  };
}
