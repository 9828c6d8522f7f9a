import type { Cell, CellId, Form, FormId, Indicator } from '@gongkai/model';
import { CELLS, FORMS, INDICATORS } from './generated/catalogue';

const cells: ReadonlyMap<string, Cell> = new Map(CELLS.map((cell) => [cell.id, cell]));
const forms: ReadonlyMap<string, Form> = new Map(FORMS.map((form) => [form.id, form]));
const indicators: ReadonlyMap<string, Indicator> = new Map(INDICATORS.map((indicator) => [indicator.code, indicator]));

/** The registry's entry for a text that may or may not be a cell, as typed by a client. */
export function findCell(id: string): Cell | undefined {
  return cells.get(id);
}

/** The registry's entry of a cell; throws where there is none. */
export function cellOf(id: CellId): Cell {
  return must(cells.get(id), `cell ${id}`);
}

export function findForm(id: string): Form | undefined {
  return forms.get(id);
}

export function formOf(id: FormId): Form {
  return must(forms.get(id), `form ${id}`);
}

/** The form the law prescribes for a report year; undefined before 2019, when there was another kind of table. */
export function formInForce(year: number): Form | undefined {
  return FORMS.find((form) => form.years.first <= year && (form.years.last === null || year <= form.years.last));
}

export function findIndicator(code: string): Indicator | undefined {
  return indicators.get(code);
}

/** The indicator of a code; throws where there is none. */
export function indicatorOf(code: string): Indicator {
  return must(indicators.get(code), `indicator ${code}`);
}

function must<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new RangeError(`the catalogue has no ${what}`);
  return found;
}
