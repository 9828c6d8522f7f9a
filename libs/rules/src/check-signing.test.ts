import { saidBy, toldReport } from '../fixtures/told-report';

describe('TM-EARLY and TM-LATE', () => {
  it.each([
    ['2023-12-31', ['error 落款日期为 2023-12-31，早于 2024-01-01，报告年度尚未结束。'], []],
    ['2024-01-01', [], []],
    ['2024-03-31', [], []],
    ['2024-04-01', [], ['warning 落款日期为 2024-04-01，晚于法定的最后日期 2024-03-31。']],
    [null, [], []],
  ])('signed on %s', (signedOn, early, late) => {
    expect(saidBy('TM-EARLY', toldReport({}, { signedOn }))).toEqual(early);
    expect(saidBy('TM-LATE', toldReport({}, { signedOn }))).toEqual(late);
  });
});
