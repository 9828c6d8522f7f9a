import type { CellId } from '@gongkai/model';
import { figuresOf, reportOf } from '../fixtures/reports';
import { saidBy } from '../fixtures/told-report';

const RECEIVED = 's3/new_received/total';

function check(cell: CellId, before: bigint, now: bigint, lastForm: 'gb2021_30' | 'gb2019_60' = 'gb2021_30') {
  const lastYear = { ...reportOf(lastForm, figuresOf(lastForm, { [cell]: before })), year: 2022 };
  return saidBy('XY-JUMP', reportOf('gb2021_30', figuresOf('gb2021_30', { [cell]: now })), { lastYear });
}

describe('XY-JUMP', () => {
  it('says both numbers, up and down', () => {
    expect(check(RECEIVED, 20n, 200n)).toEqual(['info 三·一、本年新收政府信息公开申请数量 × 总计：上年度为 20，本年度为 200。']);
    expect(check(RECEIVED, 500n, 40n)).toHaveLength(1);
    expect(check('s2/normative_documents/in_force_count', 66n, 372n)).toHaveLength(1);
    expect(check('s4/review/total', 0n, 100n)).toHaveLength(1);
  });

  it.each<[CellId, bigint, bigint]>([
    [RECEIVED, 0n, 2n],
    [RECEIVED, 2n, 0n],
    [RECEIVED, 0n, 99n],
    [RECEIVED, 1n, 60n],
    [RECEIVED, 100n, 499n],
    ['s3/new_received/natural_person', 20n, 2000n],
    ['s2/administrative_fees/amount_10k_cny', 20n, 2000n],
  ])('says nothing of %s from %d to %d', (cell, before, now) => {
    expect(check(cell, before, now)).toEqual([]);
  });

  it('compares decisions within one form only, requests across both', () => {
    expect(check('s2/administrative_licensing/decision_count', 20n, 2000n)).toHaveLength(1);
    expect(check('s2/administrative_licensing/decision_count', 20n, 2000n, 'gb2019_60')).toEqual([]);
    expect(check(RECEIVED, 20n, 2000n, 'gb2019_60')).toHaveLength(1);
  });

  it('says nothing of a blank year', () => {
    const lastYear = { ...reportOf('gb2021_30', figuresOf('gb2021_30', { [RECEIVED]: 'unreadable' })), year: 2022 };
    expect(saidBy('XY-JUMP', reportOf('gb2021_30', figuresOf('gb2021_30', { [RECEIVED]: 900n })), { lastYear })).toEqual([]);
  });
});
