import { asksAlike, isInForce } from '@gongkai/model';
import type { Cell, CellId, Form, FormId, Indicator, TableSection } from '@gongkai/model';
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
  return FORMS.find((form) => isInForce(form, year));
}

/** The form a section is printed in; null where none was recognised. */
export interface FollowedForm {
  readonly section: TableSection;
  readonly form: Form | null;
}

/**
 * The forms that the sections of a report follow, as people are told: section four is named only where it is of a form of its own, which one that
 * asks the same as the form of another section is not.
 */
export function formsFollowed(printed: Readonly<Record<TableSection, string | null>>): readonly FollowedForm[] {
  const [two, three, four] = [printed.s2, printed.s3, printed.s4].map((id) => (id === null ? null : (findForm(id) ?? null)));
  const isOwn = four && [two, three].every((form) => form && !asksAlike('s4', four, form));
  const others = [{ section: 's2', form: two ?? null } as const, { section: 's3', form: three ?? null } as const];
  return isOwn ? [...others, { section: 's4', form: four }] : others;
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
