import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { FORMS, formOf } from '@gongkai/catalogue';
import { parse } from 'yaml';
import { checkReport, readRule } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';

const FORM = formOf('gb2021_30');
const PETITIONS = {
  id: 'OWN-PETITION',
  grid: 'requests',
  each: 'column',
  only: ['total'],
  relation: '>=',
  left: ['@granted', '@partially_granted'],
  right: ['not_processed_petition'],
  missing: 'skip',
  says: { zh: '信访举报投诉类申请一般不多于公开的申请。', en: 'Petitions are rarely more than what was disclosed.' },
  remedy: '核对是否误计。',
};
const codes = (changes: Record<string, unknown>) => readRule({ ...PETITIONS, ...changes }, FORM).problems.map(({ code }) => code);

it('reads a rule from an object and from text', () => {
  const { rule } = readRule(PETITIONS, FORM);
  expect(rule).toMatchObject({ id: 'OWN-PETITION', form: 'gb2021_30', severity: 'warning', basis: '政府信息公开工作主管部门自定' });
  expect(rule?.remedy).toEqual({ zh: '核对是否误计。', en: '核对是否误计。' });
  expect(readRule(JSON.stringify(PETITIONS), FORM)).toEqual(readRule(PETITIONS, FORM));
});

it('reads the lines of the form files as the catalogue does, but for their severity', () => {
  const folder = path.resolve(__dirname, '../../catalogue/data/forms');
  for (const name of readdirSync(folder)) {
    const written = parse(readFileSync(path.join(folder, name), 'utf8')) as { id: string; rules: Record<string, unknown>[] };
    const form = FORMS.find((candidate) => candidate.id === written.id)!;
    const free = { ...form, rules: [] };
    const read = written.rules.flatMap(({ grids, ...line }) =>
      ((grids ?? [line.grid]) as string[]).map((grid) => readRule({ ...line, grid, severity: 'warning' }, free)),
    );
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    expect(read.map(({ rule }) => ({ ...rule, severity: null, form: null }))).toEqual(
      form.rules.map((rule) => ({ ...rule, severity: null, form: null })),
    );
  }
});

it.each<[string, Record<string, unknown>, readonly string[]]>([
  ['an unknown grid', { grid: 'lawsuits' }, ['unknown_grid']],
  ['an unknown line', { right: ['petitions'] }, ['unknown_line']],
  ['an unknown group', { left: ['@petitions'] }, ['unknown_group']],
  ['an unknown row to hold along', { only: ['sum'] }, ['unknown_line']],
  ['an empty side', { left: [] }, ['empty_side']],
  ['a side of nothing', { right: undefined }, ['empty_side']],
  ['what is no term', { left: ['granted + denied'] }, ['not_a_term']],
  ['a factor of zero', { left: ['0*granted'] }, ['not_a_term']],
  ['another relation', { relation: '<' }, ['bad_relation']],
  ['no missing-value strategy', { missing: undefined }, ['bad_missing']],
  ['another direction', { each: 'cell' }, ['bad_each']],
  ['an error', { severity: 'error' }, ['too_severe']],
  ['a rule that has to be explained', { severity: 'inconsistency' }, ['too_severe']],
  ['a code of the law', { id: 'S3-ROW' }, ['bad_id']],
  ['a code of a check', { id: 'NV-FEE' }, ['bad_id']],
  ['no words', { says: ' ', remedy: { en: 'Look.' } }, ['no_words', 'no_words']],
  ['a field that is none', { code: 'x' }, ['unknown_field']],
])('refuses %s', (_, changes, expected) => {
  expect(codes(changes)).toEqual(expected);
});

it('refuses what is no rule at all', () => {
  expect(readRule('{', FORM).problems[0]?.code).toBe('not_json');
  expect(readRule('[]', FORM).problems[0]?.code).toBe('not_an_object');
  expect(readRule(null, FORM).problems[0]?.message.zh).toBe('规则应为一组字段。');
});

it('is checked beside the law, in reports of its form only', () => {
  const { rule } = readRule(PETITIONS, FORM);
  const figures = { 's3/not_processed_petition/total': 4n, 's3/not_processed_petition/natural_person': 4n } as const;
  const found = (form: 'gb2021_30' | 'gb2019_60') =>
    checkReport(inputOf(reportOf(form, figuresOf(form, figures)), { extraRules: [rule!] }))
      .filter(({ code }) => code === 'OWN-PETITION')
      .map(({ severity, message }) => `${severity} ${message.zh}`);
  expect(found('gb2021_30')).toEqual(['warning 三(五)1.信访举报投诉类申请 × 总计：应不大于 0，报告为 4，相差 4。']);
  expect(found('gb2019_60')).toEqual([]);
});
