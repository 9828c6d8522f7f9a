import type { CellId, Form, Reading } from '@gongkai/model';
import { allCellsOf } from './equations-of';
import { byCell, openSheet } from './open-sheet';

/**
 * Totals that the form marks as computed and the document left blank, derived from the parts that were printed; they are to be flagged as derived.
 * Nothing is derived where no part holds a number or one part could not be read. Only section three and four have computed totals,
 * so the form of section three answers for a report of mixed forms.
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
