import { FORMS } from '@gongkai/catalogue';
import { coverageOf } from '@gongkai/indicators';
import { type Cell, type Coverage, type FormId, cellsOf } from '@gongkai/model';
import type { CellSumsRow } from './cell-sums.store';

/** The cells each form has. */
const CELLS_OF_FORM: ReadonlyMap<FormId, ReadonlySet<string>> = new Map(
  FORMS.map(({ id, grids }) => [id, new Set(grids.flatMap(cellsOf))]),
);

/** The sum of a cell, null where nobody has a figure, with the number of reports that have one and who is left out. */
export interface CoveredCell {
  readonly sum: bigint | null;
  readonly answered: number;
  readonly coverage: Coverage;
}

export function coveredCell(cell: Cell, row: CellSumsRow): CoveredCell {
  const sum = row.sums?.[cell.position - 1] ?? null;
  const answered = sum === null ? 0 : countAt(row, cell.position);
  return { sum: sum === null ? null : BigInt(sum), answered, coverage: coverageOf(row, answered, withoutCell(cell, row)) };
}

/** Of all reports: nobody is left out. */
export function coverageOfAll(row: CellSumsRow): Coverage {
  return coverageOf(row, row.reported, 0);
}

/** Reports on a form that has no such cell. */
function withoutCell({ id, section }: Cell, { forms }: CellSumsRow): number {
  return forms
    .filter(({ s2Form, s3Form, s4Form }) => CELLS_OF_FORM.get({ s2: s2Form, s3: s3Form, s4: s4Form }[section])?.has(id) !== true)
    .reduce((sum, { editions }) => sum + editions, 0);
}

function countAt({ counts }: CellSumsRow, position: number): number {
  const count = counts?.[position - 1];
  if (count === undefined) throw new Error(`a sum without the number of editions behind it at ${position}`);
  return count;
}
