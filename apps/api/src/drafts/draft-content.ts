import { FORMS, cellOf, formInForce, formOf } from '@gongkai/catalogue';
import type { DraftContentInput } from '@gongkai/contract';
import { type CellId, type FormId, type Reading, cellsOf, printFigure } from '@gongkai/model';
import { type CarriedFigure, carryOver } from '@gongkai/rules';
import { type Refusal, refuse } from '../requests/refusal';
import { reportOfEdition } from '../reports/edition-content';
import type { EditionRow } from '../reports/editions.store';
import type { DraftContent } from './drafts.store';

/** Bytes of JSON: more than the longest narrative that can be filed. The database holds to the same. */
const LARGEST_DRAFT = 500_000;

/** A figure carried on from last year's edition, as it is printed. */
export interface CarriedCell extends Omit<CarriedFigure, 'amount'> {
  readonly amount: string;
  readonly edition: EditionRow;
  readonly year: number;
}

/** The form a draft is typed in where it does not say. */
export function formOfDraft(year: number): FormId {
  const form = formInForce(year) ?? FORMS[0];
  if (form === undefined) throw new Error('the catalogue has no form');
  return form.id;
}

/** What was sent, in one spelling, so that the same words are the same draft. Refused: what is larger than any report. */
export function draftContent(year: number, input: DraftContentInput): DraftContent | Refusal {
  const content: DraftContent = {
    form: input.form ?? formOfDraft(year),
    cells: (input.cells ?? []).map(({ cell, text }) => ({ cell, text: text ?? null })),
    narrative: (input.narrative ?? []).map(({ section, text }) => ({ section, text })),
    explanations: (input.explanations ?? []).map(({ code, cell, text }) => ({ code, cell: cell ?? null, text })),
    reasonClass: input.reasonClass ?? null,
    reason: input.reason ?? null,
    notes: (input.notes ?? []).map(({ on, text }) => ({ on, text })),
  };
  return refuseSize(content);
}

/** The content, unless it is larger than any report. */
export function refuseSize(content: DraftContent): DraftContent | Refusal {
  if (Buffer.byteLength(JSON.stringify(content)) <= LARGEST_DRAFT) return content;
  return refuse('DRAFT_TOO_LARGE', {
    zh: `草稿超过 ${LARGEST_DRAFT / 1000} KB，不像是年度报告，未保存。`,
    en: `The draft is larger than ${LARGEST_DRAFT / 1000} kB, as no annual report is; it was not kept.`,
  });
}

/** The figures of last year's edition that the form carries on. */
export function carriedCells(form: FormId, lastYear: EditionRow | null, year: number): readonly CarriedCell[] {
  if (lastYear === null) return [];
  const figures = carryOver(formOf(form), reportOfEdition(lastYear, year - 1), FORMS);
  return figures.map((figure) => ({
    ...figure,
    amount: printFigure(figure.amount, cellOf(figure.cell).unit),
    edition: lastYear,
    year: year - 1,
  }));
}

/** A draft nobody typed in yet: the edition that stands there already, else what last year carries on. */
export function firstContent(year: number, latest: EditionRow | null, carried: readonly CarriedCell[]): DraftContent {
  const empty = { form: formOfDraft(year), narrative: [], explanations: [], reasonClass: null, reason: null, notes: [] };
  if (latest === null) return { ...empty, cells: carried.map(({ cell, amount }) => ({ cell, text: amount })) };
  return {
    ...empty,
    cells: cellsAsTyped(empty.form, latest, year),
    narrative: latest.narrative.map(({ section, text }) => ({ section, text })),
    explanations: latest.explanations,
    notes: latest.notes,
  };
}

function cellsAsTyped(form: FormId, edition: EditionRow, year: number): DraftContent['cells'] {
  const readings = new Map(reportOfEdition(edition, year).readings.map((reading) => [reading.cell, reading]));
  const cells: readonly CellId[] = formOf(form).grids.flatMap(cellsOf);
  return cells.map((cell) => ({ cell, text: typedText(readings.get(cell)) }));
}

function typedText(reading: Reading | undefined): string | null {
  if (reading?.state === 'number') return printFigure(reading.amount, reading.unit);
  return reading?.state === 'mark' ? '/' : null;
}
