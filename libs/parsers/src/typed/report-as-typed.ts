import {
  cellsOfForm,
  trimmedText,
  type Cell,
  type CellId,
  type DeclaredFigure,
  type Doubt,
  type Form,
  type Narrative,
  type NarrativeSection,
  type Reading,
  type Report,
} from '@gongkai/model';
import { readDeclared } from '../narrative/read-declared';
import { readTyped } from './read-typed';

/** What was typed into a form: texts by cell, one that is missing being blank, and the text of its sections. */
export interface FormTexts {
  readonly form: Form;
  readonly year: number;
  readonly texts: ReadonlyMap<CellId, string>;
  readonly narrative: readonly { readonly section: NarrativeSection; readonly text: string }[];
}

/** The parts of the catalogue that reading needs. */
export interface TypingKnowledge {
  readonly cellOf: (id: CellId) => Cell;
  readonly declared: readonly DeclaredFigure[];
}

/** Cells and texts typed into a form as a report; a text that is no exact figure is unreadable and a doubt. */
export function reportAsTyped({ form, year, texts, narrative }: FormTexts, { cellOf, declared }: TypingKnowledge): Report {
  const read = cellsOfForm(form).map((cell) => readCell(cellOf(cell), trimmedText(texts.get(cell) ?? '')));
  const sections = narrative.map(({ section, text }) => ({ section, heading: headingOf(form, section), text }));
  return {
    title: null,
    agencyName: null,
    year,
    period: null,
    signedOn: null,
    forms: { s2: form.id, s3: form.id, s4: form.id },
    readings: read.map(({ reading }) => reading),
    narrative: sections,
    declared: readDeclared(sections, declared, year),
    residue: [],
    doubts: read.flatMap(({ doubt }) => doubt ?? []),
  };
}

function readCell(cell: Cell, raw: string): { readonly reading: Reading; readonly doubt: Doubt | null } {
  const { doubt, ...amount } = readTyped(raw, cell);
  const reading: Reading = { cell: cell.id, raw, place: null, confidence: 'exact', ...amount };
  return { reading, doubt: doubt && { code: doubt, section: cell.section, cell: cell.id, text: raw, place: null } };
}

function headingOf(form: Form, section: Narrative['section']): string {
  return form.sections.find(({ code }) => code === section)?.title.zh ?? section;
}
