import { DECLARED, FORMS, cellOf, findCell, formOf } from '@gongkai/catalogue';
import type { CellInput, NarrativeInput } from '@gongkai/contract';
import { type CellId, type Form, type FormId, type Report, cellsOfForm } from '@gongkai/model';
import { reportAsTyped } from '@gongkai/parsers/typed';
import { cellWords, unreadableWords } from '@gongkai/rules';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';

export interface TypedReport {
  readonly form: FormId;
  readonly year: number;
  readonly cells: readonly CellInput[];
  readonly narrative: readonly NarrativeInput[];
}

const LONGEST_SHOWN = 60;

/** Cells and texts typed into a form as a report. Refused: a cell the form does not have, a cell given twice, a text that is no exact figure. */
export function typedReport(typed: TypedReport): Report | Refusal {
  const form = formOf(typed.form);
  const texts = textsByCell(form, typed.cells);
  if (isRefusal(texts)) return texts;
  const report = reportAsTyped({ ...typed, form, texts }, { cellOf, declared: DECLARED });
  const given = [...texts.keys()];
  const [first] = report.doubts
    .flatMap(({ code, cell, text }) => (cell === null ? [] : [{ code, cell, text }]))
    .sort((a, b) => given.indexOf(a.cell) - given.indexOf(b.cell));
  if (first === undefined) return report;
  return refuse('BAD_FIGURE', unreadableWords(first.code, cellWords(form, first.cell), first.text.slice(0, LONGEST_SHOWN)));
}

function textsByCell(form: Form, inputs: readonly CellInput[]): ReadonlyMap<CellId, string> | Refusal {
  const wanted: ReadonlySet<string> = new Set(cellsOfForm(form));
  const texts = new Map<CellId, string>();
  for (const { cell: id, text } of inputs) {
    const cell = wanted.has(id) ? findCell(id) : undefined;
    if (cell === undefined) return refuseCell(form, id);
    const path = cellWords(form, cell.id);
    if (texts.has(cell.id)) return refuse('BAD_FIGURE', { zh: `${path.zh}：填了两次。`, en: `${path.en}: given twice.` });
    texts.set(cell.id, text ?? '');
  }
  return texts;
}

/** A cell of another form is named in that form's words; what is no cell at all has none. */
function refuseCell(form: Form, cell: string): Refusal {
  const other = FORMS.find((one) => cellsOfForm(one).some((id) => id === cell));
  if (other === undefined) return REFUSALS.unknownCell(cell);
  const place = cellWords(other, cell as CellId);
  return refuse('UNKNOWN_CELL', {
    zh: `${form.document}的表格中没有“${place.zh}”。`,
    en: `The form of ${form.document} has no cell “${place.en}”.`,
  });
}
