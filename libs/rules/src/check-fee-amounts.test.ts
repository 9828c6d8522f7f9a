import type { Declaration } from '@gongkai/model';
import { saidBy, toldReport } from '../fixtures/told-report';

const fees = (...amounts: readonly bigint[]): readonly Declaration[] =>
  amounts.map((amount) => ({ code: 'information_processing_fee', amount, quotation: '', section: 's6', place: null }));
const check = (declared: readonly Declaration[], lapsed = 0n, s6 = '没有收取信息处理费。') =>
  saidBy('NV-FEE', toldReport({ s6 }, { declared }, { 's3/other_fee_lapsed/total': lapsed }));

describe('NV-FEE amounts', () => {
  it('wants one amount', () => {
    expect(check(fees(394_000n))).toEqual([]);
    expect(check(fees(394_000n, 3_940_000n))).toEqual(['warning 正文中的信息处理费金额不一致：3940 元、39400 元。']);
  });

  it('asks about fee notices where requests lapsed unpaid', () => {
    expect(check(fees(0n), 2n)).toEqual([expect.stringMatching(/^info .*表三有 2 件/)]);
    expect(check(fees(0n), 2n, '发出收费通知2件，申请人逾期未缴，收取信息处理费0元。')).toEqual([]);
    expect(check(fees(394_000n), 2n)).toEqual([]);
  });
});
