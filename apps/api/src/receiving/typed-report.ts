import { DECLARED, FORMS, findCell, formOf } from '@gongkai/catalogue';
import type { CellInput, NarrativeInput } from '@gongkai/contract';
import { type Absence, type CellId, type Form, type FormId, type Reading, type Report, type Unit, cellsOf } from '@gongkai/model';
import { readAmount, readDeclared } from '@gongkai/parsers';
import { cellWords, unreadableWords } from '@gongkai/rules';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';

export interface TypedReport {
  readonly form: FormId;
  readonly year: number;
  readonly cells: readonly CellInput[];
  readonly narrative: readonly NarrativeInput[];
}

/** What a form that is typed into prints above its amounts of money. */
const UNITS: Partial<Readonly<Record<Unit, string>>> = { cny: '（元）', cny_10k: '（万元）' };
const LONGEST_SHOWN = 60;

/** Cells and texts typed into a form as a report. Refused: a cell the form does not have, a cell given twice, a text that is no exact figure. */
export function typedReport(typed: TypedReport): Report | Refusal {
  const form = formOf(typed.form);
  const wanted = form.grids.flatMap((grid) => cellsOf(grid));
  const given = readCells(form, new Set(wanted), typed.cells);
  if (isRefusal(given)) return given;
  const narrative = typed.narrative.map(({ section, text }) => ({
    section,
    heading: form.sections.find((known) => known.code === section)?.title.zh ?? section,
    text,
  }));
  return {
    title: null,
    agencyName: null,
    year: typed.year,
    period: null,
    signedOn: null,
    forms: { s2: form.id, s3: form.id, s4: form.id },
    readings: wanted.map((cell) => given.get(cell) ?? absent(cell, '', 'blank')),
    narrative,
    declared: readDeclared(narrative, DECLARED, typed.year),
    residue: [],
    doubts: [],
  };
}

function readCells(form: Form, wanted: ReadonlySet<string>, inputs: readonly CellInput[]): ReadonlyMap<string, Reading> | Refusal {
  const given = new Map<string, Reading>();
  for (const { cell: id, text } of inputs) {
    const cell = wanted.has(id) ? findCell(id) : undefined;
    if (cell === undefined) return refuseCell(form, id);
    const path = cellWords(form, cell.id);
    if (given.has(id)) return refuse('BAD_FIGURE', { zh: `${path.zh}：填了两次。`, en: `${path.en}: given twice.` });
    const raw = (text ?? '').trim();
    const { doubt, ...amount } = readAmount(raw, cell, UNITS[cell.unit] ?? '');
    if (doubt !== null) return refuse('BAD_FIGURE', unreadableWords(doubt, path, raw.slice(0, LONGEST_SHOWN)));
    given.set(id, { cell: cell.id, raw, place: null, confidence: 'exact', ...amount });
  }
  return given;
}

/** A cell of another form is named in that form's words; what is no cell at all has none. */
function refuseCell(form: Form, cell: string): Refusal {
  const other = FORMS.find(({ grids }) => grids.some((grid) => cellsOf(grid).some((one) => one === cell)));
  if (other === undefined) return REFUSALS.unknownCell(cell);
  const place = cellWords(other, cell as CellId);
  return refuse('UNKNOWN_CELL', {
    zh: `${form.document}的表格中没有“${place.zh}”。`,
    en: `The form of ${form.document} has no cell “${place.en}”.`,
  });
}

function absent(cell: CellId, raw: string, state: Absence): Reading {
  return { cell, raw, place: null, confidence: 'exact', state };
}
