import { CELLS, cellOf, DECLARED, FORMS } from '@gongkai/catalogue';
import { sumsOf } from '@gongkai/exports';
import { cellsOf, type Cell, type CellId, type Form, type Report } from '@gongkai/model';
import { parseReport } from '@gongkai/parsers';
import { reportAsTyped } from '@gongkai/parsers/typed';
import fc from 'fast-check';

/** What stands in the cells of a filled-in template. */
export type TemplateTexts = ReadonlyMap<CellId, string>;

/** The form of 2019 prints no unit for it, and nothing but the file could say one. */
const WITHOUT_UNIT = new Set(['s2/centralized_procurement/amount']);

export function registryOf(form: Form): readonly Cell[] {
  const own = new Set(form.grids.flatMap(cellsOf));
  return CELLS.filter(({ id }) => own.has(id));
}

export function computedTotals(form: Form): ReadonlySet<CellId> {
  return new Set(sumsOf(form).sums.map(({ total }) => total));
}

/** What a clerk puts into some cells. */
export function textsFor(cells: readonly Cell[]): fc.Arbitrary<TemplateTexts> {
  const textOf = ({ id, unit, signed }: Cell): fc.Arbitrary<string> => {
    const money = unit === 'cny' || unit === 'cny_10k' ? [fc.constantFrom('12.5', '5120.08', '24252.311082')] : [];
    const negative = signed ? [fc.integer({ min: -99, max: -1 }).map(String)] : [];
    const number = fc.integer({ min: 0, max: 99_999 }).map(String);
    if (WITHOUT_UNIT.has(id)) return fc.constantFrom('', '/');
    return fc.oneof(fc.constantFrom('', '/', '0', '—', '无'), number, ...(unit === 'cny' ? [fc.constant('12.5')] : money), ...negative);
  };
  return fc.tuple(...cells.map(textOf)).map((texts) => new Map(cells.map(({ id }, at) => [id, texts[at]!])));
}

export async function readTemplate(bytes: Uint8Array, fileName: string): Promise<Report> {
  const outcome = await parseReport({ bytes, fileName, forms: FORMS, cells: CELLS, declared: DECLARED });
  if (!outcome.ok) throw new Error(outcome.refusal.message.zh);
  return outcome.report;
}

/** What a report says, as far as it can be typed: its form, cells and texts. */
export function contentTold({ year, forms, readings, narrative, declared, residue, doubts }: Report): unknown {
  const cells = readings.map(({ place: _, confidence: __, ...said }) => said);
  const texts = narrative.map(({ section, heading, text }) => ({ section, heading, text }));
  const claims = declared.map(({ place: _, ...said }) => said);
  return { year, forms, cells: cells.sort((one, other) => (one.cell < other.cell ? -1 : 1)), texts, claims, residue, doubts };
}

/** The same typed into the form of the screen. */
export function asTyped(form: Form, texts: TemplateTexts, narrative: Parameters<typeof reportAsTyped>[0]['narrative']): Report {
  return reportAsTyped({ form, year: form.years.first, texts, narrative }, { cellOf, declared: DECLARED });
}

/** The sections of text of a template that nobody wrote into. */
export const EMPTY_SECTIONS = (['s1', 's5', 's6'] as const).map((section) => ({ section, text: '' }));
