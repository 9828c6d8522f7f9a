import { labelKey, labelKeys, likeness } from './label-key';

describe('labelKey', () => {
  it.each([
    ['（四）无 法\n提供', '无法提供'],
    ['(四)无法提供', '无法提供'],
    ['一、本年新收政府信息公开申请数量', '本年新收政府信息公开申请数量'],
    ['⼀、本年新收政府信息公开申请数量', '本年新收政府信息公开申请数量'],
    ['1.属于国家秘密', '属于国家秘密'],
    ['1、属于国家秘密', '属于国家秘密'],
    ['１．属于国家秘密', '属于国家秘密'],
    ['⒈属于国家秘密', '属于国家秘密'],
    ['1属于国家秘密', '属于国家秘密'],
    ['3.危及“三安全一稳定”', '危及三安全一稳定'],
    ['3.危及"三安全一稳定"', '危及三安全一稳定'],
    ['规范性⽂件', '规范性文件'],
    ['本年增／减', '本年增减'],
    ['第二十条第（一）项', '第二十条第一项'],
    ['2023年', '2023年'],
    ['\u200b总\u00a0计', '总计'],
  ])('%j is %j', (label, key) => {
    expect(labelKey(label)).toBe(key);
  });

  it('knows a label also without its brackets, and a sentence not at all', () => {
    expect(labelKeys('（二）部分公开（区分处理的，只计这一情形）')).toEqual(['部分公开区分处理的只计这一情形', '部分公开']);
    expect(labelKeys('（注）')).toEqual(['注']);
    expect(labelKeys('')).toEqual([]);
    expect(labelKeys('字'.repeat(1000))).toEqual([]);
  });

  it('measures likeness', () => {
    expect(likeness('总计', '总计')).toBe(1);
    expect(likeness('', '总计')).toBe(0);
    expect(likeness('自燃人', '自然人')).toBeCloseTo(0.667, 2);
    expect(likeness('其他法律行政止公开', '其他法律行政法规禁止公开')).toBeGreaterThan(0.8);
    expect(likeness('项目', '采购项目数')).toBeLessThan(0.6);
    expect(likeness('字'.repeat(5000), '字'.repeat(5000))).toBe(0);
  });
});
