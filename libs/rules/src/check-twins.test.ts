import type { Narrative } from '@gongkai/model';
import { saidBy, toldReport } from '../fixtures/told-report';
import { twinTexts } from './twin-texts';

const s5 = (text: string): Narrative => ({ section: 's5', heading: '五、存在的主要问题及改进情况', text });
const WATER = { agency: ['青禾县水务局'], regions: ['云川省', '青禾县'] };
const SCHOOLS = { agency: ['南川县教育局'], regions: ['云川省', '南川县'] };
const textOf = (part: Narrative, names: typeof WATER): string | undefined => twinTexts([part], names)[0]?.text;
const say = (name: string, short: string, self: string, region: string, count: number): string =>
  `${count}年，${name}工作还有不足：一是${short}解读材料以文字为主，图表偏少；二是${region}${self}答复文书说理不充分。下一步，${self}将增加图解 ${count} 期，组织培训。`;

describe('the text of a section without what is an agency’s own', () => {
  it('is the same for two agencies that put their own names, places and numbers into one text', () => {
    const one = textOf(s5(say('青禾县水务局', '县水务局', '我局', '青禾', 2023)), WATER);
    expect(one).toBe(textOf(s5(say('南川县教育局', '教育局', '本局', '南川', 8)), SCHOOLS));
    expect(one).toMatch(/解读材料以文字为主图表偏少/);
    expect(one).not.toBe(textOf(s5(say('南川县教育局', '教育局', '本局', '南川', 8).replace('图解', '短片')), SCHOOLS));
  });

  it('is left out where it is too short to mean anything, in section one sooner than in five', () => {
    expect(textOf(s5('无。'), WATER)).toBeUndefined();
    expect(textOf(s5('本年度政府信息公开工作没有存在的问题，下一步继续做好。'), WATER)).toBeUndefined();
    const nothing = '2023年，我局未收到政府信息公开申请，没有因政府信息公开被申请行政复议、提起行政诉讼的情况。';
    expect(textOf({ section: 's1', heading: '一、总体情况', text: nothing }, WATER)).toBeUndefined();
    expect(textOf({ section: 's6', heading: '六、其他需要报告的事项', text: nothing.repeat(9) }, WATER)).toBeUndefined();
  });
});

describe('NV-TWIN', () => {
  it('names agencies with the same text, the first three and how many', () => {
    const twins = ['丁局', '乙局', '甲局', '乙局', '丙局'].map((agency) => ({ section: 's5' as const, agency }));
    expect(saidBy('NV-TWIN', toldReport({}), { twins: twins.slice(0, 1) })).toEqual([
      'warning “五、存在的主要问题及改进情况”的文字除单位、地名和数字外，与同年度“丁局”的报告相同。',
    ]);
    expect(saidBy('NV-TWIN', toldReport({}), { twins })).toEqual([
      'warning “五、存在的主要问题及改进情况”的文字除单位、地名和数字外，与同年度“丁局”、“丙局”、“乙局”等 4 个单位的报告相同。',
    ]);
    expect(saidBy('NV-TWIN', toldReport({}))).toEqual([]);
  });
});
