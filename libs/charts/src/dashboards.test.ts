import { INDICATORS } from '@gongkai/catalogue';
import { DASHBOARDS } from './dashboards';
import { indicators as sample, point } from './fixtures/sample-rows';
import { outcomesOption } from './outcomes-option';
import { remediesOption } from './remedies-option';
import { trendOption } from './trend-option';

const rows = INDICATORS.map(({ code, title, unit }) =>
  point({ ...sample.issued, code, title, unit }, 2022, unit === 'share' ? '0.5' : '7'),
);
const input = { rows, indicators: INDICATORS, language: 'zh' as const };

describe('DASHBOARDS', () => {
  it('ask for indicators that the catalogue has', () => {
    const known = new Set(INDICATORS.map(({ code }) => code));
    const asked = Object.values(DASHBOARDS).flatMap(({ indicators }) => indicators);
    expect(asked.filter((code) => !known.has(code))).toEqual([]);
  });

  it('parts what happened to a request into groups that share nothing', () => {
    const cells = DASHBOARDS.outcomes.outcomes.flatMap((code) => INDICATORS.find((one) => one.code === code)!.terms.gb2021_30!.of);
    expect(cells).toHaveLength(21);
    expect(new Set(cells).size).toBe(21);
  });

  it('draw', () => {
    expect(trendOption({ ...input, panels: DASHBOARDS.disclosure.panels }).grid).toHaveLength(6);
    expect(outcomesOption({ ...input, ...DASHBOARDS.outcomes, indicators: INDICATORS }).grid).toHaveLength(2);
    expect(remediesOption({ ...input, ...DASHBOARDS.remedies, indicators: INDICATORS }).series).toHaveLength(10);
  });
});
