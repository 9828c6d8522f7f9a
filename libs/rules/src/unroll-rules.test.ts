import { FORMS, formOf } from '@gongkai/catalogue';
import { unrollRules } from '.';

const now = formOf('gb2021_30');
const old = formOf('gb2019_60');

const readsLastYear = (equation: ReturnType<typeof unrollRules>[number]) =>
  [...equation.left, ...equation.right].some((addend) => addend.year === 'last');

function countOf(...args: Parameters<typeof unrollRules>): readonly [number, number] {
  const equations = unrollRules(...args).filter((equation) => equation.rule.relation === '=');
  return [equations.filter((equation) => !readsLastYear(equation)).length, equations.filter(readsLastYear).length];
}

describe('unrollRules', () => {
  it.each([
    ['the 2021 form after itself', now, now, [42, 9]],
    ['the 2019 form after itself', old, old, [40, 12]],
    ['the 2021 form after the 2019 form', now, old, [42, 7]],
    ['the 2019 form after the 2021 form', old, now, [40, 7]],
    ['the 2021 form alone', now, null, [42, 0]],
    ['the 2019 form alone', old, null, [40, 0]],
  ])('%s', (_, form, lastForm, counts) => {
    expect(countOf(form, lastForm)).toEqual(counts);
  });

  it('writes the inequalities of section two out once a row', () => {
    const ids = unrollRules(now, now)
      .filter((equation) => equation.rule.relation !== '=')
      .map((equation) => equation.rule.id);
    expect(ids).toEqual(['S2-REPEAL', 'S2-REPEAL', 'S2-INFORCE-GE', 'S2-INFORCE-GE']);
  });

  it('adds up 21 results now and 19 in the form of 2019', () => {
    const sums = FORMS.map((form) => unrollRules(form, null).find((equation) => equation.rule.id === 'S3-COL')?.left.length);
    expect(sums).toEqual([19, 21]);
  });

  it('tells totals, which a document may leave blank, from figures it must give', () => {
    const defined = (id: string) => unrollRules(now, now).find((equation) => equation.rule.id === id)?.defines;
    expect(defined('S3-ROW')).toBe('s3/new_received/total');
    expect(defined('S4-SUM')).toBe('s4/review/total');
    expect(defined('S3-BALANCE')).toBeNull();
    expect(defined('XY-CARRY')).toBeNull();
  });

  it('refuses a rule for a grid the form does not have', () => {
    const [rule] = now.rules;
    expect(() => unrollRules({ ...now, rules: [{ ...rule!, grid: 'lawsuits' }] }, null)).toThrow('lawsuits');
  });
});
