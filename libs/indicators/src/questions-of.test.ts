import { FORMS, INDICATORS, formOf, indicatorOf } from '@gongkai/catalogue';
import type { CellId, FormId, Indicator } from '@gongkai/model';
import {
  type CellChoice,
  type Grouping,
  type Question,
  applicantsOf,
  cellGroups,
  isByCells,
  isObjection,
  outcomesOf,
  questionsOf,
} from '.';

const ALL: CellChoice = { groupBy: 'none', applicants: null, outcomes: null };
const CATALOGUE = { forms: FORMS, indicators: INDICATORS };
const FORM_IDS = FORMS.map(({ id }) => id);
const parted = (code: string, choice: Partial<CellChoice>): readonly Question[] => {
  const questions = questionsOf([indicatorOf(code)], { ...ALL, ...choice }, CATALOGUE);
  if (isObjection(questions)) throw new Error(questions.words.en);
  return questions;
};
const cellsIn = (questions: readonly Question[], form: FormId): readonly CellId[] =>
  questions.flatMap(({ terms }) => terms[form]?.of ?? []).sort();
/** Cells of the results of section three at these columns. */
const resultsAt = (form: FormId, columns: readonly string[]): readonly CellId[] =>
  outcomesOf(formOf(form))
    .flatMap(({ code }) => columns.map((column) => `s3/${code}/${column}` as CellId))
    .sort();

describe('questions', () => {
  it('are the indicators themselves where nothing is parted or chosen', () => {
    expect(questionsOf(INDICATORS, ALL, CATALOGUE)).toEqual(
      INDICATORS.map((indicator) => ({ indicator, key: null, terms: indicator.terms })),
    );
    for (const by of ['region', 'agency', 'agency_kind', 'system'] as const) {
      expect(isByCells(by)).toBe(false);
      expect(parted('new_received', { groupBy: by })).toHaveLength(1);
    }
  });

  it.each(FORM_IDS)('parted by applicant ask for every applicant once under %s, and together for the total', (form) => {
    const columns = applicantsOf(FORMS).map(({ code }) => code);
    const questions = parted('new_received', { groupBy: 'applicant' });
    expect(questions.map(({ key }) => key)).toEqual(columns);
    expect(cellsIn(questions, form)).toEqual(columns.map((column) => `s3/new_received/${column}`).sort());
    const rate = parted('disclosure_rate', { groupBy: 'applicant' });
    for (const { key, terms } of rate)
      expect([...terms[form]!.of, ...terms[form]!.over].every((cell) => cell.endsWith(`/${key}`))).toBe(true);
  });

  it.each(FORM_IDS)('parted by outcome, by groups of outcomes or not at all ask for the same cells under %s', (form) => {
    const byRow = cellsIn(parted('total_processed', { groupBy: 'outcome' }), form);
    expect(byRow).toEqual(resultsAt(form, ['total']));
    expect(cellsIn(parted('total_processed', { groupBy: 'outcome_group' }), form)).toEqual(byRow);
    expect(new Set(byRow).size).toBe(byRow.length);
  });

  it.each(FORM_IDS)('choose rows and columns at once under %s', (form) => {
    const chosen = { outcomes: ['denied'], applicants: ['natural_person', 'legal_service_org'] };
    const denied = outcomesOf(formOf(form)).filter(({ code, group }) => code === 'denied' || group === 'denied');
    const expected = denied.flatMap(({ code }) => chosen.applicants.map((column) => `s3/${code}/${column}`)).sort();
    expect(expected.length).toBeGreaterThan(2);
    expect(cellsIn(parted('total_processed', chosen), form)).toEqual(expected);
    expect(cellsIn(parted('total_processed', { ...chosen, groupBy: 'applicant' }), form)).toEqual(expected);
    expect(cellsIn(parted('total_processed', { ...chosen, groupBy: 'outcome' }), form)).toEqual(expected);
  });

  it('have no terms under a form that has no such row', () => {
    const rows = (form: FormId) => new Set(outcomesOf(formOf(form)).map(({ code }) => code));
    const questions = parted('total_processed', { groupBy: 'outcome' });
    for (const { key, terms } of questions) for (const form of FORM_IDS) expect(terms[form] !== undefined).toBe(rows(form).has(key!));
    expect(questions.some(({ terms }) => Object.keys(terms).length === 1)).toBe(true);
  });
});

describe('objections', () => {
  const objection = (indicator: Indicator, choice: Partial<CellChoice>) => questionsOf([indicator], { ...ALL, ...choice }, CATALOGUE);

  it('are to a row or a column that no form has', () => {
    expect(objection(indicatorOf('new_received'), { applicants: ['martian'] })).toEqual({
      objection: 'BAD_REQUEST',
      words: { zh: '表三没有 martian 这一行或列。', en: 'Section three has no row or column martian.' },
    });
    expect(objection(indicatorOf('total_processed'), { outcomes: ['granted', 'x'] })).toMatchObject({ objection: 'BAD_REQUEST' });
    expect(isObjection(objection(indicatorOf('new_received'), { applicants: ['total'] }))).toBe(true);
  });

  it('are to parting what is no total of section three, whichever way it is parted or chosen', () => {
    const ways: readonly Partial<CellChoice>[] = [
      { groupBy: 'outcome' },
      { groupBy: 'outcome_group' },
      { outcomes: ['denied'] },
      { groupBy: 'applicant' },
      { applicants: ['natural_person'] },
    ];
    for (const way of ways) expect(objection(indicatorOf('normative_issued'), way)).toMatchObject({ objection: 'BAD_REQUEST' });
    expect(ways.map((way) => isObjection(objection(indicatorOf('new_received'), way)))).toEqual([true, true, true, false, false]);
    expect(ways.map((way) => isObjection(objection(indicatorOf('total_processed'), way)))).toEqual([false, false, false, false, false]);
  });
});

describe('groups of cells', () => {
  const groups = (groupBy: Grouping, choice: Partial<CellChoice> = {}) => cellGroups({ ...ALL, ...choice, groupBy }, CATALOGUE);

  it('are named as the forms print them, each once, and only those chosen', () => {
    expect(groups('region')).toBeNull();
    expect(groups('applicant')![0]).toEqual({ key: 'natural_person', name: '自然人' });
    expect(groups('applicant', { applicants: ['legal_service_org'] })!.map(({ key }) => key)).toEqual(['legal_service_org']);
    for (const by of ['outcome', 'outcome_group', 'applicant'] as const) {
      const keys = groups(by)!.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(groups(by)!.every(({ name }) => /\p{Script=Han}/u.test(name))).toBe(true);
    }
    expect(groups('outcome_group', { outcomes: ['granted', 'denied'] })!.map(({ key }) => key)).toEqual(['granted', 'denied']);
  });
});
