import type { CellId, Form, Reading } from '@gongkai/model';
import { definitionsOf } from './equations-of';
import type { Equation } from './unroll-rules';

/** What a cell is worth to a rule: an amount, nothing (blank or mark), or unknown (unreadable, without unit, not found, not read at all). */
export type Worth = bigint | 'nothing' | 'unknown';

/** The figures of a report under one form, with totals that were left blank derived from their parts. */
export interface Sheet {
  readonly worthOf: (cell: CellId) => Worth;
  /** The amount derived for a computed cell that the document left blank; null for every other cell. */
  readonly derivedOf: (cell: CellId) => bigint | null;
  /** The equation a blank total was derived by; null for every other cell. */
  readonly definitionOf: (cell: CellId) => Equation | null;
  readonly readingOf: (cell: CellId) => Reading | undefined;
}

type Readings = ReadonlyMap<CellId, Reading>;

interface Derivation {
  readonly by: Equation;
  readonly amount: bigint;
}

/** Readings by their cell. Where a cell was read twice the first reading counts. */
export function byCell(readings: readonly Reading[]): Readings {
  const printed = new Map<CellId, Reading>();
  for (const reading of readings) if (!printed.has(reading.cell)) printed.set(reading.cell, reading);
  return printed;
}

export function openSheet(form: Form, printed: Readings): Sheet {
  const derivations = new Map<CellId, Derivation | null>();

  function derivationOf(cell: CellId): Derivation | null {
    const known = derivations.get(cell);
    if (known !== undefined) return known;
    const derivation = isNothing(printed.get(cell)) ? derive(cell) : null;
    derivations.set(cell, derivation);
    return derivation;
  }

  function derive(cell: CellId): Derivation | null {
    for (const by of definitionsOf(form, cell)) {
      const parts = by.left.map((addend) => ({ worth: worthOf(addend.cell), factor: addend.factor }));
      const amounts = parts.flatMap(({ worth, factor }) => (typeof worth === 'bigint' ? [worth * factor] : []));
      if (amounts.length > 0 && parts.every(({ worth }) => worth !== 'unknown'))
        return { by, amount: amounts.reduce((sum, amount) => sum + amount, 0n) };
    }
    return null;
  }

  function worthOf(cell: CellId): Worth {
    const reading = printed.get(cell);
    if (reading === undefined) return 'unknown';
    if (reading.state === 'number') return reading.amount;
    if (!isNothing(reading)) return 'unknown';
    return derivationOf(cell)?.amount ?? 'nothing';
  }

  return {
    worthOf,
    derivedOf: (cell) => derivationOf(cell)?.amount ?? null,
    definitionOf: (cell) => derivationOf(cell)?.by ?? null,
    readingOf: (cell) => printed.get(cell),
  };
}

/** A cell that was read and holds nothing: blank, or a mark that stands for nothing. */
export function isNothing(reading: Reading | undefined): boolean {
  return reading?.state === 'blank' || reading?.state === 'mark';
}

/** A cell of which nothing is known: it could not be found in the document. */
export function isNotFound(reading: Reading | undefined): boolean {
  return reading === undefined || reading.state === 'not_found';
}
