import { FORMS } from '@gongkai/catalogue';
import { ruleBook } from '@gongkai/rules';
import { ruleGroups } from './rule-groups';

describe('the rules a reader looks through', () => {
  it('are all of them, each once, the newest form first and those of every form last', () => {
    const groups = ruleGroups(FORMS, '');
    expect(groups.map(({ form }) => form?.id ?? null)).toEqual(['gb2021_30', 'gb2019_60', null]);
    const anchors = groups.flatMap(({ rules }) => rules.map(({ anchor }) => anchor));
    expect(anchors).toHaveLength(ruleBook(FORMS).length);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('are found by a code in any case, by words of the law and by what to do', () => {
    const codes = (sought: string): readonly string[] => ruleGroups(FORMS, sought).flatMap(({ rules }) => rules.map(({ code }) => code));
    expect(new Set(codes(' nv-pct '))).toEqual(new Set(['NV-PCT']));
    expect(codes('增减幅度')).toContain('NV-PCT');
    expect(codes('number of a rule that nobody wrote')).toEqual([]);
  });
});
