import { DECLARED, findCell, formOf } from '@gongkai/catalogue';
import type { CellInput, NarrativeInput } from '@gongkai/contract';
import { type Absence, type CellId, type FormId, type Reading, type Report, cellsOf, readFigure } from '@gongkai/model';
import { readDeclared } from '@gongkai/parsers';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';

export interface TypedReport {
  readonly form: FormId;
  readonly year: number;
  readonly cells: readonly CellInput[];
  readonly narrative: readonly NarrativeInput[];
}

const MARKS: ReadonlySet<string> = new Set(['/', '-', '—', '无']);

/** Cells and texts typed into a form as a report. Refused: a cell the form does not have, a cell given twice, a text that is no exact figure. */
export function typedReport(typed: TypedReport): Report | Refusal {
  const form = formOf(typed.form);
  const wanted = form.grids.flatMap((grid) => cellsOf(grid));
  const given = readCells(new Set(wanted), typed.cells);
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
    forms: { s2: form.id, s3: form.id },
    readings: wanted.map((cell) => given.get(cell) ?? absent(cell, '', 'blank')),
    narrative,
    declared: readDeclared(narrative, DECLARED, typed.year),
    residue: [],
    doubts: [],
  };
}

function readCells(wanted: ReadonlySet<string>, inputs: readonly CellInput[]): ReadonlyMap<string, Reading> | Refusal {
  const given = new Map<string, Reading>();
  for (const input of inputs) {
    if (!wanted.has(input.cell)) {
      return refuse('UNKNOWN_CELL', { zh: `表中没有单元格 ${input.cell}。`, en: `The form has no cell ${input.cell}.` });
    }
    const reading = readCell(input.cell as CellId, (input.text ?? '').trim());
    if (reading === null || given.has(input.cell)) {
      return refuse('BAD_FIGURE', {
        zh: given.has(input.cell) ? `单元格 ${input.cell} 填了两次。` : `单元格 ${input.cell} 的内容“${input.text}”不是可以精确记录的数。`,
        en: given.has(input.cell)
          ? `Cell ${input.cell} is given twice.`
          : `Cell ${input.cell} holds “${input.text}”, which is no figure that can be kept exactly.`,
      });
    }
    given.set(input.cell, reading);
  }
  return given;
}

function readCell(id: CellId, text: string): Reading | null {
  if (text === '') return absent(id, text, 'blank');
  if (MARKS.has(text)) return absent(id, text, 'mark');
  const cell = findCell(id);
  const amount = cell === undefined ? null : readFigure(text.normalize('NFKC'), cell.unit);
  if (cell === undefined || amount === null) return null;
  return { cell: id, raw: text, place: null, confidence: 'exact', state: 'number', amount, unit: cell.unit };
}

function absent(cell: CellId, raw: string, state: Absence): Reading {
  return { cell, raw, place: null, confidence: 'exact', state };
}
