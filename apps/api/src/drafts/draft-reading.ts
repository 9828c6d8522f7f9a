import { DECLARED, cellOf, findCell, formOf } from '@gongkai/catalogue';
import {
  type CellId,
  type Doubt,
  type Finding,
  type FormId,
  type Reading,
  type Report,
  type TableSection,
  cellsOfForm,
  printFigure,
} from '@gongkai/model';
import { readDeclared } from '@gongkai/parsers';
import { typedReport } from '../receiving/typed-report';
import type { TypedOverRow } from '../reports/typed-over';
import { type Refusal, isRefusal } from '../requests/refusal';
import type { DraftContent, Typist, Typists } from './drafts.store';

/** What a file said when it was read into a draft. */
export interface DraftReading {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/** A report with the cells in which somebody typed something else than its file says. */
export interface MendedReport {
  readonly report: Report;
  readonly typed: ReadonlyMap<CellId, TypedOverRow>;
}

/** As JSON, where amounts are their digits. */
export function writeReading(reading: DraftReading): string {
  return JSON.stringify(reading, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}

/** What `writeReading` wrote. */
export function readReading(written: string): DraftReading {
  const isAmount = (value: unknown): value is string => typeof value === 'string' && /^-?\d+n$/.test(value);
  return JSON.parse(written, (key, value: unknown) =>
    key === 'amount' && isAmount(value) ? BigInt(value.slice(0, -1)) : value,
  ) as DraftReading;
}

/** What a draft says of a cell as long as nobody types over what was read; null where the file says nothing. */
export function textOfReading(reading: Reading): string | null {
  if (reading.state === 'number') return printFigure(reading.amount, cellOf(reading.cell).unit);
  if (reading.state === 'mark') return '/';
  return reading.raw === '' ? null : reading.raw;
}

/** The draft that says what the file says; explanations and the reason of an amendment stand in no file and stay. */
export function contentOfReading({ report }: DraftReading, before: DraftContent): DraftContent {
  const form = formOfReport(report) ?? before.form;
  const readings = new Map(report.readings.map((reading) => [reading.cell, reading]));
  return {
    ...before,
    form,
    cells: cellsOfForm(formOf(form)).map((cell) => {
      const reading = readings.get(cell);
      return { cell, text: reading === undefined ? null : textOfReading(reading) };
    }),
    narrative: report.narrative.map(({ section, text }) => ({ section, text })),
  };
}

function formOfReport({ forms }: Report): FormId | null {
  return forms.s3 ?? forms.s2 ?? forms.s4;
}

/** Cells that say something else than the file. */
function typedCells(content: DraftContent, reading: DraftReading): readonly string[] {
  const read = new Map<string, string | null>(reading.report.readings.map((one) => [one.cell, textOfReading(one)]));
  return content.cells.filter(({ cell, text }) => spoken(text) !== spoken(read.get(cell))).map(({ cell }) => cell);
}

/** A cell that somebody typed, with the name of who did last. */
export interface CellTyping {
  readonly cell: string;
  readonly by: string;
}

/** Cells that somebody typed: those that say something else than the file, or were changed where there is none. */
export function typingsOf(content: DraftContent, reading: DraftReading | null, typists: Typists): readonly CellTyping[] {
  const cells = reading === null ? content.cells.map(({ cell }) => cell) : typedCells(content, reading);
  return cells.flatMap((cell) => {
    const typist = typists[cell];
    return typist === undefined ? [] : [{ cell, by: typist.name }];
  });
}

/** Who typed where last: in cells that say something else than before it is who types now. */
export function typistsOf(
  content: DraftContent,
  before: { readonly content: DraftContent; readonly typists: Typists },
  now: Typist,
): Typists {
  const was = new Map(before.content.cells.map(({ cell, text }) => [cell, text]));
  const all = content.cells.map(({ cell, text }) => [cell, spoken(text) === spoken(was.get(cell)) ? before.typists[cell] : now] as const);
  return Object.fromEntries(all.filter((entry): entry is readonly [string, Typist] => entry[1] !== undefined));
}

/** The report of the file with all that was typed over it. Refused: what no typed report may say. */
export function mendReport(reading: DraftReading, content: DraftContent, typists: Typists, year: number): MendedReport | Refusal {
  const { report } = reading;
  const read = new Map(report.readings.map((one) => [one.cell, one]));
  const over = new Set(typedCells(content, reading));
  const typedIn = typedReport({ ...content, year, cells: content.cells.filter(({ cell }) => over.has(cell)), narrative: [] });
  if (isRefusal(typedIn)) return typedIn;
  const own = new Set(cellsOfForm(formOf(content.form)));
  const wanted = [...own, ...report.readings.map(({ cell }) => cell).filter((cell) => isKept(cell, own, report, content))];
  const typedReadings = new Map(typedIn.readings.map((one) => [one.cell, one]));
  const typed = [...over].flatMap((cell) => {
    const known = findCell(cell);
    const was = known && read.get(known.id);
    return known === undefined ? [] : [[known.id, overRow(was, typists[cell])] as const];
  });
  const readings = wanted.flatMap((cell) => {
    const one = over.has(cell) ? typedReadings.get(cell) : (read.get(cell) ?? typedReadings.get(cell));
    return one === undefined ? [] : [one];
  });
  return { report: { ...report, readings, ...mendedRest(report, content, over, year) }, typed: new Map(typed) };
}

/** A cell that only the file's form of its section has stays as read. */
function isKept(cell: CellId, own: ReadonlySet<CellId>, { forms }: Report, { form }: DraftContent): boolean {
  const { section } = cellOf(cell);
  return !own.has(cell) && forms[section] !== null && forms[section] !== form;
}

function mendedRest(
  report: Report,
  content: DraftContent,
  over: ReadonlySet<string>,
  year: number,
): Pick<Report, 'forms' | 'narrative' | 'declared' | 'doubts' | 'residue'> {
  const headings = new Map(report.narrative.map(({ section, heading }) => [section, heading]));
  const titles = new Map(formOf(content.form).sections.map(({ code, title }) => [code, title.zh]));
  const narrative = content.narrative.map(({ section, text }) => ({
    section,
    heading: headings.get(section) ?? titles.get(section) ?? section,
    text,
  }));
  const isAsRead = JSON.stringify(narrative) === JSON.stringify(report.narrative);
  const formIn = (section: TableSection): FormId => report.forms[section] ?? content.form;
  return {
    forms: { s2: formIn('s2'), s3: formIn('s3'), s4: formIn('s4') },
    narrative,
    declared: isAsRead ? report.declared : readDeclared(narrative, DECLARED, year),
    doubts: report.doubts.filter((doubt) => (doubt.cell === null ? !isMadeGood(doubt, report, content, over) : !over.has(doubt.cell))),
    residue: report.residue,
  };
}

/** What was doubted of a whole section is settled where somebody typed what it lacked and nothing in it is blank any more. */
function isMadeGood({ section }: Doubt, report: Report, { form, cells, narrative }: DraftContent, over: ReadonlySet<string>): boolean {
  if (section === null) return false;
  const text = narrative.find((one) => one.section === section)?.text;
  if (text !== undefined) return spoken(text) !== '' && text !== report.narrative.find((one) => one.section === section)?.text;
  const filled = new Set(cells.filter(({ text: typed }) => spoken(typed) !== '').map(({ cell }) => cell));
  const inSection = cellsOfForm(formOf(form)).filter((cell) => cellOf(cell).section === section);
  return inSection.length > 0 && inSection.every((cell) => filled.has(cell)) && inSection.some((cell) => over.has(cell));
}

function overRow(was: Reading | undefined, typist: Typist | undefined): TypedOverRow {
  return {
    raw: was === undefined ? '' : was.raw,
    place: was === undefined ? null : was.place,
    by: typist === undefined ? null : typist.id,
  };
}

/** No text and white space alone say the same. */
const spoken = (text: string | null | undefined): string => (text ?? '').trim();
