import { figuresOf, reportOf } from '../fixtures/reports';
import { saidBy } from '../fixtures/told-report';

const FORM = 'gb2021_30';
const WAN = 1_000_000n;
const report = (amount: bigint) => reportOf(FORM, figuresOf(FORM, { 's2/administrative_fees/amount_10k_cny': amount }));
const check = (before: bigint | null, now: bigint) =>
  saidBy('S2-FEE-UNIT', report(now), { lastYear: before === null ? null : { ...report(before), year: 2022 } });

describe('S2-FEE-UNIT', () => {
  it('doubts the unit of what is a hundred times as much, or as little', () => {
    expect(check(772n * WAN, 7_720_000n * WAN)).toEqual([
      'warning 二·行政事业性收费 × 本年收费金额：上年度为 772，本年度为 7720000，相差百倍以上，单位可能有误。',
    ]);
    expect(check(7_720_000n * WAN, 772n * WAN)).toHaveLength(1);
  });

  it('doubts a million 万元 whatever was before', () => {
    expect(check(null, WAN * WAN)).toEqual([expect.stringMatching(/^warning .*1000000 万元/)]);
  });

  it('is content with anything less, and with a beginning or an end', () => {
    expect(check(772n * WAN, 9000n * WAN)).toEqual([]);
    expect(check(0n, 9000n * WAN)).toEqual([]);
    expect(check(5000n, 9000n * WAN)).toEqual([]);
    expect(check(9000n * WAN, 0n)).toEqual([]);
    expect(check(null, WAN * WAN - 1n)).toEqual([]);
  });
});
