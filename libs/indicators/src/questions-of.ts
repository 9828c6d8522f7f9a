import { type CellId, type Form, type FormId, type Indicator, type IndicatorTerms, type Line, cellAt } from '@gongkai/model';
import type { CatalogueAsked } from './catalogue-asked';
import { type Objection, isObjection, object } from './objection';
import { type RequestAxis, SECTION_OF_REQUESTS, applicantsOf, outcomeGroups, outcomesOf, refusedParting } from './request-axes';

/** How a series is parted. `region` without a level is directly below the scope; what belongs to the scope itself is its own part. */
export type Grouping = 'none' | 'region' | 'agency_kind' | 'agency' | 'system' | 'applicant' | 'outcome' | 'outcome_group';

/** The cells an indicator adds up, for one group of cells where they are parted by applicant or outcome; a form that cannot answer has no terms. */
export interface Question {
  readonly indicator: Indicator;
  /** Column or row of section three; null where cells are not parted. */
  readonly key: string | null;
  readonly terms: Indicator['terms'];
}

/** A part of section three: a column, a row or a group of rows. */
export interface CellGroup {
  readonly key: string;
  /** In Chinese. */
  readonly name: string;
}

/** The forms that part the cells, and the indicators that name groups of them. */
type Cells = Pick<CatalogueAsked, 'forms' | 'indicators'>;

/** How the cells of section three are parted or chosen; null takes its totals. */
export interface CellChoice {
  readonly groupBy: Grouping;
  readonly applicants: readonly string[] | null;
  readonly outcomes: readonly string[] | null;
}

/** Whether the parting is by cells and not by agencies. */
export function isByCells(groupBy: Grouping): boolean {
  return groupBy === 'applicant' || groupBy === 'outcome' || groupBy === 'outcome_group';
}

/** The groups of cells a series is parted into, in the order of the forms; null where it is not parted by cells. */
export function cellGroups({ groupBy, applicants, outcomes }: CellChoice, { forms, indicators }: Cells): readonly CellGroup[] | null {
  if (!isByCells(groupBy)) return null;
  if (groupBy === 'applicant') return chosen(named(applicantsOf(forms)), applicants);
  const lines = forms.flatMap(outcomesOf).filter((line) => outcomes === null || isChosen(line, outcomes));
  if (groupBy === 'outcome') return named(lines);
  return outcomeGroups(lines, indicators).map(({ key, name }) => ({ key, name: name.zh }));
}

/** The indicators with the cells that answer them: the catalogue's, or those of a group of applicants or outcomes in place of a total. */
export function questionsOf(indicators: readonly Indicator[], choice: CellChoice, cells: Cells): readonly Question[] | Objection {
  const { forms } = cells;
  const unknown = unknownCode(choice, forms);
  if (unknown !== null)
    return object('BAD_REQUEST', { zh: `表三没有 ${unknown} 这一行或列。`, en: `Section three has no row or column ${unknown}.` });
  const groups = cellGroups(choice, cells);
  const keys: readonly (string | null)[] = groups === null ? [null] : groups.map(({ key }) => key);
  const questions: Question[] = [];
  for (const indicator of indicators) {
    for (const key of keys) {
      const question = questionOf({ indicator, key }, choice, forms);
      if (isObjection(question)) return question;
      questions.push(question);
    }
  }
  return questions;
}

function questionOf(
  { indicator, key }: Omit<Question, 'terms'>,
  { groupBy, applicants, outcomes }: CellChoice,
  forms: readonly Form[],
): Question | Objection {
  const byColumn = groupBy === 'applicant' && key !== null ? [key] : applicants;
  const byRow =
    isByCells(groupBy) && groupBy !== 'applicant' && key !== null ? withChosen(key, outcomes) : outcomes === null ? null : [outcomes];
  if (byColumn === null && byRow === null) return { indicator, key, terms: indicator.terms };
  const refused =
    (byColumn === null ? null : objectionOf(indicator, 'applicant')) ?? (byRow === null ? null : objectionOf(indicator, 'outcome'));
  if (refused !== null) return refused;
  const parted = forms.flatMap((form): readonly (readonly [FormId, IndicatorTerms])[] => {
    const term = indicator.terms[form.id];
    const part = term === undefined ? null : partedTerm(form, term, { columns: byColumn, rowLists: byRow });
    return part === null ? [] : [[form.id, part]];
  });
  return { indicator, key, terms: Object.fromEntries(parted) };
}

/** A row must meet every list: the group it is parted into and those that were chosen. */
const withChosen = (key: string, outcomes: readonly string[] | null): readonly (readonly string[])[] =>
  outcomes === null ? [[key]] : [[key], outcomes];

interface ChosenLines {
  readonly columns: readonly string[] | null;
  readonly rowLists: readonly (readonly string[])[] | null;
}

function partedTerm(form: Form, term: IndicatorTerms, { columns, rowLists }: ChosenLines): IndicatorTerms | null {
  const rows = rowLists === null ? null : outcomesOf(form).filter((line) => rowLists.every((list) => isChosen(line, list)));
  if (rows !== null && rows.length === 0) return null;
  const part = (cells: readonly CellId[]): readonly CellId[] =>
    cells.flatMap((cell) => {
      const [, row = '', column = ''] = cell.split('/');
      const rowCodes = rows === null ? [row] : rows.map(({ code }) => code);
      return rowCodes.flatMap((code) =>
        (columns === null ? [column] : columns).map((at) => cellAt({ section: SECTION_OF_REQUESTS }, code, at)),
      );
    });
  return { of: part(term.of), over: part(term.over) };
}

function objectionOf(indicator: Indicator, axis: RequestAxis): Objection | null {
  const words = refusedParting(indicator, axis);
  return words === null ? null : object('BAD_REQUEST', words);
}

function unknownCode({ applicants, outcomes }: CellChoice, forms: readonly Form[]): string | null {
  const known = applicantsOf(forms).map(({ code }) => code);
  const rows = forms.flatMap(outcomesOf);
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
