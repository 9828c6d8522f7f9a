import type { CellId, Form, Reading } from '@gongkai/model';
import { unrollRules } from './unroll-rules';
import type { Equation } from './unroll-rules';

/** What a cell is worth to a rule: an amount, nothing (blank or mark), or unknown (unreadable, without unit, not read at all). */
export type Worth = bigint | 'nothing' | 'unknown';

/** The figures of a report under one form, with totals that were left blank derived from their parts. */
export interface Sheet {
  readonly worthOf: (cell: CellId) => Worth;
  /** The amount derived for a computed cell that the document left blank; null for every other cell. */
  readonly derivedOf: (cell: CellId) => bigint | null;
  readonly readingOf: (cell: CellId) => Reading | undefined;
}

export function openSheet(form: Form, readings: readonly Reading[]): Sheet {
  // Where a cell was read twice the first reading counts.
  const printed: ReadonlyMap<CellId, Reading> = new Map([...readings].reverse().map((reading) => [reading.cell, reading]));
  const definitions = new Map<CellId, Equation[]>();
  for (const equation of unrollRules(form, null)) {
    if (equation.defines === null) continue;
    definitions.set(equation.defines, [...(definitions.get(equation.defines) ?? []), equation]);
  }
  const derived = new Map<CellId, bigint | null>();

  function derivedOf(cell: CellId): bigint | null {
    const known = derived.get(cell);
    if (known !== undefined) return known;
    const amount = isNothing(printed.get(cell)) ? derive(cell) : null;
    derived.set(cell, amount);
    return amount;
  }

  function derive(cell: CellId): bigint | null {
    for (const { left } of definitions.get(cell) ?? []) {
      const parts = left.map((addend) => ({ worth: worthOf(addend.cell), factor: addend.factor }));
      const amounts = parts.flatMap(({ worth, factor }) => (typeof worth === 'bigint' ? [worth * factor] : []));
      if (amounts.length > 0 && parts.every(({ worth }) => worth !== 'unknown')) return amounts.reduce((sum, amount) => sum + amount, 0n);
    }
    return null;
  }

  function worthOf(cell: CellId): Worth {
    const reading = printed.get(cell);
    if (reading === undefined) return 'unknown';
    if (reading.state === 'number') return reading.amount;
    if (!isNothing(reading)) return 'unknown';
    return derivedOf(cell) ?? 'nothing';
  }

  return { worthOf, derivedOf, readingOf: (cell) => printed.get(cell) };
}

/** A cell that was read and holds nothing: blank, or a mark that stands for nothing. */
export function isNothing(reading: Reading | undefined): boolean {
  return reading?.state === 'blank' || reading?.state === 'mark';
}
