import { FORMS, type RequestAxis, applicants as columns, outcomeGroups, outcomesOf, refusedParting } from '@gongkai/catalogue';
import { type CellId, type FormId, type Indicator, type IndicatorTerms, type Line, cellAt } from '@gongkai/model';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';
import type { Grouping, Question } from './series-query';

/** How the cells of section three are parted or chosen; null takes its totals. */
export interface CellChoice {
  readonly groupBy: Grouping;
  readonly applicants: readonly string[] | null;
  readonly outcomes: readonly string[] | null;
}

export interface CellGroup {
  readonly key: string;
  readonly name: string;
}

const SECTION = 's3';

/** Whether the parting is by cells and not by agencies. */
export function isByCells(groupBy: Grouping): boolean {
  return groupBy === 'applicant' || groupBy === 'outcome' || groupBy === 'outcome_group';
}

/** The groups of cells a series is parted into, in the order of the forms; null where it is not parted by cells. */
export function cellGroups({ groupBy, applicants, outcomes }: CellChoice): readonly CellGroup[] | null {
  if (!isByCells(groupBy)) return null;
  if (groupBy === 'applicant') return chosen(named(columns()), applicants);
  const lines = FORMS.flatMap((form) => outcomesOf(form.id)).filter((line) => outcomes === null || isChosen(line, outcomes));
  if (groupBy === 'outcome') return named(lines);
  return outcomeGroups(lines).map(({ key, name }) => ({ key, name: name.zh }));
}

/** The indicators with the cells that answer them: the catalogue's, or those of a group of applicants or outcomes in place of a total. */
export function questionsOf(indicators: readonly Indicator[], choice: CellChoice): readonly Question[] | Refusal {
  const unknown = unknownCode(choice);
  if (unknown !== null)
    return refuse('BAD_REQUEST', { zh: `表三没有 ${unknown} 这一行或列。`, en: `Section three has no row or column ${unknown}.` });
  const groups = cellGroups(choice);
  const keys: readonly (string | null)[] = groups === null ? [null] : groups.map(({ key }) => key);
  const questions: Question[] = [];
  for (const indicator of indicators) {
    for (const key of keys) {
      const question = questionOf(indicator, key, choice);
      if (isRefusal(question)) return question;
      questions.push(question);
    }
  }
  return questions;
}

function questionOf(indicator: Indicator, key: string | null, { groupBy, applicants, outcomes }: CellChoice): Question | Refusal {
  const byColumn = groupBy === 'applicant' && key !== null ? [key] : applicants;
  const byRow =
    isByCells(groupBy) && groupBy !== 'applicant' && key !== null ? withChosen(key, outcomes) : outcomes === null ? null : [outcomes];
  if (byColumn === null && byRow === null) return { indicator, key, terms: indicator.terms };
  const refused =
    (byColumn === null ? null : refusalOf(indicator, 'applicant')) ?? (byRow === null ? null : refusalOf(indicator, 'outcome'));
  if (refused !== null) return refused;
  const terms = Object.entries(indicator.terms) as readonly (readonly [FormId, IndicatorTerms])[];
  const parted = terms.map(([form, term]) => [form, partedTerm(form, term, byColumn, byRow)] as const);
  return { indicator, key, terms: Object.fromEntries(parted.filter(([, term]) => term !== null)) };
}

/** A row must meet every list: the group it is parted into and those that were chosen. */
const withChosen = (key: string, outcomes: readonly string[] | null): readonly (readonly string[])[] =>
  outcomes === null ? [[key]] : [[key], outcomes];

function partedTerm(
  form: FormId,
  term: IndicatorTerms,
  columnCodes: readonly string[] | null,
  rowLists: readonly (readonly string[])[] | null,
): IndicatorTerms | null {
  const rows = rowLists === null ? null : outcomesOf(form).filter((line) => rowLists.every((list) => isChosen(line, list)));
  if (rows !== null && rows.length === 0) return null;
  const part = (cells: readonly CellId[]): readonly CellId[] =>
    cells.flatMap((cell) => {
      const [, row = '', column = ''] = cell.split('/');
      const rowCodes = rows === null ? [row] : rows.map(({ code }) => code);
      return rowCodes.flatMap((code) =>
        (columnCodes === null ? [column] : columnCodes).map((at) => cellAt({ section: SECTION }, code, at)),
      );
    });
  return { of: part(term.of), over: part(term.over) };
}

function refusalOf(indicator: Indicator, axis: RequestAxis): Refusal | null {
  const words = refusedParting(indicator, axis);
  return words === null ? null : refuse('BAD_REQUEST', words);
}

function unknownCode({ applicants, outcomes }: CellChoice): string | null {
  const known = columns().map(({ code }) => code);
  const rows = FORMS.flatMap((form) => outcomesOf(form.id));
  const strange = [
    ...(applicants ?? []).filter((code) => !known.includes(code)),
    ...(outcomes ?? []).filter((code) => !rows.some((line) => isChosen(line, [code]))),
  ];
  return strange[0] ?? null;
}

const isChosen = ({ code, group }: Line, codes: readonly string[]): boolean =>
  codes.includes(code) || (group !== null && codes.includes(group));

const chosen = (groups: readonly CellGroup[], codes: readonly string[] | null): readonly CellGroup[] =>
  codes === null ? groups : groups.filter(({ key }) => codes.includes(key));

function named(lines: readonly Line[]): readonly CellGroup[] {
  return [...new Map(lines.map((line) => [line.code, { key: line.code, name: line.label.zh }])).values()];
}
