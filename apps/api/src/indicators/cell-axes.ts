import { FORMS, formOf } from '@gongkai/catalogue';
import { type CellId, type FormId, type Grid, type Indicator, type IndicatorTerms, type Line, cellAt } from '@gongkai/model';
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
const TOTAL_COLUMN = 'total';
const TOTAL_ROW = 'total_processed';

/** Whether the parting is by cells and not by agencies. */
export function isByCells(groupBy: Grouping): boolean {
  return groupBy === 'applicant' || groupBy === 'outcome' || groupBy === 'outcome_group';
}

/** The groups of cells a series is parted into, in the order of the forms; null where it is not parted by cells. */
export function cellGroups({ groupBy, applicants, outcomes }: CellChoice): readonly CellGroup[] | null {
  if (!isByCells(groupBy)) return null;
  if (groupBy === 'applicant') return chosen(named(columns()), applicants);
  const lines = FORMS.flatMap((form) => outcomeRows(form.id)).filter((line) => outcomes === null || isChosen(line, outcomes));
  if (groupBy === 'outcome') return named(lines);
  const groups = [...new Set(lines.flatMap(({ group }) => (group === null ? [] : [group])))];
  return groups.map((group) => ({
    key: group,
    name: headingOf(
      lines.find((line) => line.group === group),
      group,
    ),
  }));
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
  const terms = Object.entries(indicator.terms) as readonly (readonly [FormId, IndicatorTerms])[];
  const cells = terms.flatMap(([, { of, over }]) => [...of, ...over]);
  if (byColumn !== null && !cells.every((cell) => isAt(cell, 2, TOTAL_COLUMN)))
    return notParted(indicator, '申请人类型', 'type of applicant');
  if (byRow !== null && !terms.every(([, { of, over }]) => over.length === 0 && of.every((cell) => isAt(cell, 1, TOTAL_ROW)))) {
    return notParted(indicator, '办理结果', 'outcome');
  }
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
  const rows = rowLists === null ? null : outcomeRows(form).filter((line) => rowLists.every((list) => isChosen(line, list)));
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

function isAt(cell: CellId, place: 1 | 2, code: string): boolean {
  const parts = cell.split('/');
  return parts[0] === SECTION && parts[place] === code;
}

function notParted(indicator: Indicator, zh: string, en: string): Refusal {
  return refuse('BAD_REQUEST', {
    zh: `“${indicator.title.zh}”不能按${zh}拆分：它不是由表三的总计得出的。`,
    en: `“${indicator.title.en}” cannot be parted by ${en}: it is not made of totals of section three.`,
  });
}

function unknownCode({ applicants, outcomes }: CellChoice): string | null {
  const known = columns().map(({ code }) => code);
  const rows = FORMS.flatMap((form) => outcomeRows(form.id));
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

/** The heading the rows of a group stand under, or the row itself where it stands alone. */
function headingOf(line: Line | undefined, group: string): string {
  if (line === undefined) return group;
  return line.code === group ? line.label.zh : (line.under.at(-1) ?? line.label.zh);
}

/** Applicants are parted alike in every form. */
function columns(): readonly Line[] {
  return FORMS.slice(-1).flatMap((form) => requests(form.id).columns.filter(({ computed }) => !computed));
}

/** The rows whose sum is the total processed. */
function outcomeRows(form: FormId): readonly Line[] {
  return requests(form).rows.filter(({ group, computed }) => group !== null && !computed);
}

function requests(form: FormId): Grid {
  const grid = formOf(form).grids.find(({ section }) => section === SECTION);
  if (grid === undefined) throw new Error(`${form} has no section three`);
  return grid;
}
