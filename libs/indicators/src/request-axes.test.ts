import { FORMS, INDICATORS, indicatorOf } from '@gongkai/catalogue';
import { applicantsOf, outcomeGroups, outcomesOf, refusedParting } from '.';

describe('section three', () => {
  it('has the same applicants in every form, none of them the total', () => {
    const codes = applicantsOf(FORMS).map(({ code }) => code);
    for (const form of FORMS) expect(applicantsOf([form]).map(({ code }) => code)).toEqual(codes);
    expect(codes).not.toContain('total');
    expect(codes[0]).toBe('natural_person');
  });

  it('has results that belong to groups, each named once', () => {
    for (const form of FORMS) {
      const rows = outcomesOf(form);
      expect(rows.every(({ group, computed }) => group !== null && !computed)).toBe(true);
      expect(rows.map(({ code }) => code)).not.toContain('total_processed');
      const groups = outcomeGroups(rows, INDICATORS);
      expect(new Set(groups.map(({ key }) => key))).toEqual(new Set(rows.map(({ group }) => group)));
      for (const { key, name } of groups) expect(name).toEqual(indicatorOf(key).title);
    }
    expect(outcomeGroups([], INDICATORS)).toEqual([]);
    expect(() => outcomeGroups(outcomesOf(FORMS[0]!), [])).toThrow('no indicator counts');
  });

  it('names its groups for what they count, and knows those of the rows asked for', () => {
    const groups = outcomeGroups(FORMS.flatMap(outcomesOf), INDICATORS);
    expect(groups.map(({ name }) => name.zh)).toEqual(['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理']);
    const unable = outcomesOf(FORMS.at(-1)!).filter(({ group }) => group === 'unable');
    expect(unable.length).toBeGreaterThan(1);
    expect(outcomeGroups(unable, INDICATORS).map(({ key }) => key)).toEqual(['unable']);
  });

  it('is what an indicator must be made of to be parted: totals of columns, or the total of the results', () => {
    const open = (axis: 'applicant' | 'outcome') => INDICATORS.filter((one) => refusedParting(one, axis) === null).map(({ code }) => code);
    expect(open('outcome')).toEqual(['total_processed']);
    expect(open('applicant')).toEqual(expect.arrayContaining(['new_received', 'granted', 'disclosure_rate']));
    expect(open('applicant')).not.toContain('applicants_natural_person');
    expect(INDICATORS.filter(({ section }) => section !== 's3').some(({ code }) => open('applicant').includes(code))).toBe(false);
    expect(refusedParting(indicatorOf('new_received'), 'outcome')!.zh).toBe('“新收申请”不能按办理结果拆分：它不是由表三的总计得出的。');
  });
});
