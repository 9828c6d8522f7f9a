import { createHash } from 'node:crypto';
import { CELLS, FORMS, cellOf, findCell, formOf } from '@gongkai/catalogue';
import {
  type Cell,
  type CellId,
  type CellState,
  type Confidence,
  type FormId,
  type Place,
  type Reading,
  type Report,
  cellsOf,
  printFigure,
} from '@gongkai/model';
import { noteIn, titleFrom } from '@gongkai/parsers';
import { derivedTotals } from '@gongkai/rules';
import type { EditionContent, EditionRow, Provenance } from './editions.store';
import type { NoteRow } from './note-row';
import type { TypedOverRow } from './typed-over';

/** A report whose table sections are of a known form: only such a one can be kept. Section four counts to the form of section three where it is missing. */
export type WholeReport = Report & { readonly forms: { readonly s2: FormId; readonly s3: FormId; readonly s4: FormId | null } };

export function isWhole(report: Report): report is WholeReport {
  return report.forms.s2 !== null && report.forms.s3 !== null;
}

/** One cell as the API shows it. */
export interface CellValueRow {
  readonly cell: CellId;
  readonly state: CellState;
  readonly amount: string | null;
  readonly unit: Cell['unit'];
  readonly raw: string;
  /** What stands beside the figure and is no part of it: as printed, and as the agency notes it. */
  readonly note: string | null;
  readonly place: Place | null;
  readonly confidence: Confidence;
  readonly derived: boolean;
  readonly source: 'document' | 'typed';
  readonly typedOver: TypedOverRow | null;
}

/** What was typed over a file, by cell; nothing in a report that is all typed or all read. */
type TypedCells = ReadonlyMap<CellId, TypedOverRow>;

/** What somebody adds to what a report says by itself. */
interface Additions {
  readonly typed: TypedCells;
  readonly notes: readonly NoteRow[];
}

const NOTHING_ADDED: Additions = { typed: new Map(), notes: [] };

/** Lays a report out by cell position; totals the document left blank are filled from `derived` and flagged. */
export function contentOf(
  report: WholeReport,
  derived: ReadonlyMap<CellId, bigint>,
  { typed, notes }: Additions = NOTHING_ADDED,
): EditionContent {
  const readings = new Map(report.readings.map((reading) => [reading.cell, reading]));
  const atPosition = <Value>(valueOf: (reading: Reading) => Value | null): readonly (Value | null)[] =>
    CELLS.map((cell) => {
      const reading = readings.get(cell.id);
      return reading === undefined ? null : valueOf(reading);
    });
  return {
    s2Form: report.forms.s2,
    s3Form: report.forms.s3,
    s4Form: report.forms.s4 ?? report.forms.s3,
    figures: atPosition((reading) => amountOf(reading, derived)),
    states: Object.fromEntries(absentStates(readings)),
    derived: CELLS.filter((cell) => derived.has(cell.id)).map((cell) => cell.position),
    raw: atPosition((reading) => reading.raw),
    places: atPosition((reading) => reading.place),
    confidence: Object.fromEntries(doubtful(readings)),
    typed: Object.fromEntries([...typed].map(([cell, over]) => [cellOf(cell).position, over])),
    title: report.title,
    signedOn: report.signedOn,
    narrative: report.narrative,
    declared: report.declared.map(({ code, amount, quotation }) => ({ code, amount: amount.toString(), quotation })),
    residue: report.residue.map(({ raw, context, section }) => ({ raw, context, section })),
    notes,
  };
}

function amountOf(reading: Reading, derived: ReadonlyMap<CellId, bigint>): bigint | null {
  if (reading.state === 'number') return reading.amount;
  const total = derived.get(reading.cell);
  return total === undefined ? null : total;
}

function absentStates(readings: ReadonlyMap<CellId, Reading>): readonly (readonly [string, CellState])[] {
  return CELLS.flatMap((cell) => {
    const reading = readings.get(cell.id);
    return reading === undefined || reading.state === 'number' ? [] : [[String(cell.position), reading.state] as const];
  });
}

function doubtful(readings: ReadonlyMap<CellId, Reading>): readonly (readonly [string, Confidence])[] {
  return CELLS.flatMap((cell) => {
    const confidence = readings.get(cell.id)?.confidence ?? 'exact';
    return confidence === 'exact' ? [] : [[String(cell.position), confidence] as const];
  });
}

/** Totals the document left blank, from their parts. */
export function totalsOf(report: Report): ReadonlyMap<CellId, bigint> {
  return derivedTotals(report, FORMS);
}

/** What the content hash is taken over. */
export type HashedContent = Pick<EditionContent, 's2Form' | 's3Form' | 's4Form' | 'states' | 'title' | 'signedOn' | 'notes'> & {
  readonly figures: readonly (bigint | number | null)[];
  readonly narrative: readonly Pick<EditionContent['narrative'][number], 'section' | 'text'>[];
  readonly declared: readonly Pick<EditionContent['declared'][number], 'code' | 'amount'>[];
};

/** SHA-256 of what was said, independent of file, layout and moment; notes count where there are any. */
export function hashContent(content: HashedContent): string {
  const said = {
    forms: content.s4Form === content.s3Form ? [content.s2Form, content.s3Form] : [content.s2Form, content.s3Form, content.s4Form],
    figures: content.figures.map((figure) => (figure === null ? null : figure.toString())),
    states: Object.entries(content.states).sort(([a], [b]) => Number(a) - Number(b)),
    narrative: content.narrative.map(({ section, text }) => [section, text]),
    declared: content.declared.map(({ code, amount }) => [code, amount]),
    title: content.title,
    signedOn: content.signedOn,
    ...(content.notes.length > 0 && { notes: content.notes.map(({ on, text }) => [on, text]) }),
  };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** The same of a report that is not kept; null where its tables are not whole. */
export function contentHashOf(report: Report, additions: Additions): string | null {
  return isWhole(report) ? hashContent(contentOf(report, totalsOf(report), additions)) : null;
}

/** The cells of a report that is not kept yet, all from one source. */
export function cellValuesOfReport(
  report: Report,
  derived: ReadonlyMap<CellId, bigint>,
  source: CellValueRow['source'],
): readonly CellValueRow[] {
  return report.readings.flatMap((reading) => {
    const cell = findCell(reading.cell);
    if (cell === undefined) return [];
    const amount = amountOf(reading, derived);
    return [valueRow(cell, { ...reading, amount, derived: derived.has(cell.id), source, typedOver: null, noted: null })];
  });
}

/** The cells of a kept edition, all of them or those wanted; those its forms do not have are left out. */
export function cellValuesOfEdition(edition: EditionRow, provenance: Provenance, wanted: readonly Cell[] = CELLS): readonly CellValueRow[] {
  const noted = new Map(edition.notes.map(({ on, text }) => [on, text]));
  return wanted.flatMap((cell) => {
    const raw = provenance.raw[cell.position - 1];
    if (raw === null || raw === undefined) return [];
    const typedOver = provenance.typed[cell.position] ?? null;
    return [
      valueRow(cell, {
        source: edition.documentSha256 === null || typedOver !== null ? 'typed' : 'document',
        typedOver,
        noted: noted.get(cell.id) ?? null,
        state: edition.states[cell.position] ?? 'number',
        amount: figureAt(edition, cell.position),
        raw,
        place: provenance.places[cell.position - 1] ?? null,
        confidence: provenance.confidence[cell.position] ?? 'exact',
        derived: edition.derived.includes(cell.position),
      }),
    ];
  });
}

/** Whether every cell of the edition's forms holds a zero that was reported, none derived: a nil return is not a blank one. */
export function isNil({ s2Form, s3Form, s4Form, figures, derived }: EditionRow): boolean {
  const printed = { s2: s2Form, s3: s3Form, s4: s4Form };
  const asked = CELLS.filter(({ id, section }) => cellsOfForm(printed[section]).has(id));
  return derived.length === 0 && asked.every(({ position }) => figures[position - 1] === '0');
}

function cellsOfForm(form: FormId): ReadonlySet<CellId> {
  return new Set(formOf(form).grids.flatMap(cellsOf));
}

function valueRow(
  cell: Cell,
  held: Omit<CellValueRow, 'cell' | 'unit' | 'amount' | 'note'> & { readonly amount: bigint | null; readonly noted: string | null },
): CellValueRow {
  const { state, amount, raw, place, confidence, derived, source, typedOver, noted } = held;
  const printed = amount === null ? null : printFigure(amount, cell.unit);
  const beside = state === 'number' || state === 'mark' ? noteIn(raw) : null;
  const note = [beside, noted].filter((one) => one !== null).join(' ') || null;
  return { cell: cell.id, state, amount: printed, unit: cell.unit, raw, note, place, confidence, derived, source, typedOver };
}

function figureAt(edition: Pick<EditionRow, 'figures'>, position: number): bigint | null {
  const figure = edition.figures[position - 1];
  return figure === null || figure === undefined ? null : BigInt(figure);
}

/** What an edition holds of its report. */
type KeptContent = Pick<EditionRow, 'title' | 'signedOn' | 's2Form' | 's3Form' | 's4Form' | 'figures' | 'states' | 'narrative'>;

/** A kept edition as the rules read it, e.g. as last year's report; the agency's name as its title prints it. */
export function reportOfEdition(edition: KeptContent, year: number): Report {
  return {
    title: edition.title,
    agencyName: edition.title === null ? null : (titleFrom(edition.title)?.agencyName ?? null),
    year,
    period: null,
    signedOn: edition.signedOn,
    forms: { s2: edition.s2Form, s3: edition.s3Form, s4: edition.s4Form },
    readings: CELLS.flatMap((cell) => readingAt(edition, cell)),
    narrative: edition.narrative,
    declared: [],
    residue: [],
    doubts: [],
  };
}

function readingAt(edition: KeptContent, cell: Cell): readonly Reading[] {
  const printed = { cell: cell.id, raw: '', place: null, confidence: 'exact' } as const;
  const amount = figureAt(edition, cell.position);
  if (amount !== null) return [{ ...printed, state: 'number', amount, unit: cell.unit }];
  const state = edition.states[cell.position];
  return state === undefined || state === 'number' ? [] : [{ ...printed, state }];
}
