import type { CellId, Form, Reading } from '@gongkai/model';
import { allCellsOf, definitionsOf } from './equations-of';
import { byCell, openSheet } from './open-sheet';

/** A total as it was printed beside what its details make by one equation of the form. */
export interface ComparedTotal {
  readonly cell: CellId;
  /** Of the equation; a total of rows and columns has two. */
  readonly rule: string;
  /** Null where the document printed no number. */
  readonly reported: bigint | null;
  /** Null where no detail holds a number or one could not be read. */
  readonly computed: bigint | null;
  readonly difference: bigint | null;
}

/** Every total of a form with what its details make: both are kept, neither mends the other. Blank details count as nothing beside numbers, as the rules have it. */
export function compareTotals(form: Form, readings: readonly Reading[]): readonly ComparedTotal[] {
  const sheet = openSheet(form, byCell(readings));
  return allCellsOf(form).flatMap((cell) =>
    definitionsOf(form, cell).map(({ rule, left }) => {
      const worths = left.map((addend) => ({ worth: sheet.worthOf(addend.cell), factor: addend.factor }));
      const amounts = worths.flatMap(({ worth, factor }) => (typeof worth === 'bigint' ? [worth * factor] : []));
      const isKnown = amounts.length > 0 && worths.every(({ worth }) => worth !== 'unknown');
      const computed = isKnown ? amounts.reduce((sum, amount) => sum + amount, 0n) : null;
      const reading = sheet.readingOf(cell);
      const reported = reading?.state === 'number' ? reading.amount : null;
      return { cell, rule: rule.id, reported, computed, difference: reported === null || computed === null ? null : reported - computed };
    }),
  );
}
