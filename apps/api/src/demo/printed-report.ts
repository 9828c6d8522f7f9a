import { cellOf, formInForce, formOf } from '@gongkai/catalogue';
import { cellsOf, printFigure, type CellId, type Form, type FormId, type TableSection } from '@gongkai/model';
import type { DemoAgency, DemoReport } from './demo-city';
import { amountOf, type DemoFigures } from './figures';
import { narrativeOf } from './narratives';
import { BLANK, MIXED } from './troubles';

/** A year of an agency as it is filed: on the forms of that year, every cell in their order. */
export function printedReport(agency: DemoAgency, year: number, figures: DemoFigures): DemoReport {
  const inForce = formOfYear(year);
  const formS2 = inForce.id;
  const formS3 = agency.key === MIXED.agencyKey && year === MIXED.year ? formOfYear(inForce.years.first - 1).id : formS2;
  const isBlank = agency.key === BLANK.agencyKey && year === BLANK.year;
  const cells = [...cellIdsOf(formS2, 's2'), ...cellIdsOf(formS3, 's3'), ...cellIdsOf(formS3, 's4')];
  return {
    // A form of two editions cannot be typed.
    source: isBlank || formS2 !== formS3 ? 'document' : 'typed',
    formS2,
    formS3,
    cells: cells.map((cell) => ({ cell, text: isBlank ? leftOut(cell, figures) : textOf(cell, figures) })),
    narrative: narrativeOf(agency, year, figures),
  };
}

function formOfYear(year: number): Form {
  const form = formInForce(year);
  if (form === undefined) throw new RangeError(`no form was in force in ${year}`);
  return form;
}

function cellIdsOf(form: FormId, section: TableSection): readonly CellId[] {
  return formOf(form)
    .grids.filter((grid) => grid.section === section)
    .flatMap(cellsOf);
}

function textOf(cell: CellId, figures: DemoFigures): string {
  const { unit, signed } = cellOf(cell);
  const amount = amountOf(figures, cell);
  const digits = printFigure(BigInt(amount), unit);
  return signed && amount > 0 ? `+${digits}` : digits;
}

/** Blank or marked where nothing happened; the document never hides a figure. */
function leftOut(cell: CellId, figures: DemoFigures): string {
  if (amountOf(figures, cell) !== 0) return textOf(cell, figures);
  return BLANK.blank(cell) ? '' : BLANK.mark(cell) ? '/' : textOf(cell, figures);
}
