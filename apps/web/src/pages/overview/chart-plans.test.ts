import { INDICATORS, indicatorOf } from '@gongkai/catalogue';
import { ALL_CODES, OUTCOMES, PROACTIVE, indicatorsOf, proactivePanels } from './chart-plans';

describe('what the overview draws', () => {
  it('is indicators that the catalogue has', () => {
    const known = new Set(INDICATORS.map(({ code }) => code));
    expect(ALL_CODES.filter((code) => !known.has(code))).toEqual([]);
  });

  it('parts what happened to a request into groups that share nothing', () => {
    const cells = OUTCOMES.flatMap((code) => indicatorOf(code).terms.gb2021_30?.of ?? []);
    expect(cells).toHaveLength(21);
    expect(new Set(cells).size).toBe(21);
  });

  it('draws every panel of proactive disclosure, each in one unit', () => {
    const panels = proactivePanels('规范性文件');
    expect(panels.map(({ bars, lines }) => new Set(indicatorsOf([...bars, ...lines]).map(({ unit }) => unit)).size)).toEqual(
      panels.map(() => 1),
    );
    expect(panels.flatMap(({ bars, lines }) => [...bars, ...lines]).toSorted()).toEqual(PROACTIVE.toSorted());
  });
});
