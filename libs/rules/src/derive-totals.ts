import type { CellId, Form, Reading, Report, TableSection } from '@gongkai/model';
import { allCellsOf } from './equations-of';
import { byCell, openSheet } from './open-sheet';

/**
 * Totals that the form marks as computed and the document left blank, derived from the parts that were printed; they are to be flagged as derived.
 * Nothing is derived where no part holds a number or one part could not be read.
 */
export function deriveTotals(form: Form, readings: readonly Reading[]): ReadonlyMap<CellId, bigint> {
  const sheet = openSheet(form, byCell(readings));
  const totals = new Map<CellId, bigint>();
  for (const cell of allCellsOf(form)) {
    const amount = sheet.derivedOf(cell);
    if (amount !== null) totals.set(cell, amount);
  }
  return totals;
}

/** The derived totals of a report, those of each section under the form it is printed in. */
export function derivedTotals(
  { forms: printed, readings }: Pick<Report, 'forms' | 'readings'>,
  forms: readonly Form[],
): ReadonlyMap<CellId, bigint> {
  const used = forms.filter(({ id }) => Object.values(printed).includes(id));
  const totals = used.flatMap((form) =>
    [...deriveTotals(form, readings)].filter(([cell]) => printed[cell.slice(0, 2) as TableSection] === form.id),
  );
  return new Map(totals);
}
