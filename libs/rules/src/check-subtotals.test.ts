import type { Absence, CellId, Subtotal } from '@gongkai/model';
import { checkReport } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';

const FORM = 'gb2021_30';
const ROWS = ['petition', 'duplicate', 'publication', 'excessive', 'reconfirm'].map(
  (row): CellId => `s3/not_processed_${row}/natural_person`,
);
const subtotal = (amount: bigint): Subtotal => ({ label: '（五）不予处理 小计', cells: ROWS, raw: `${amount}`, amount, place: null });
/** What the rows hold from the first one down; the rest hold zero. */
const found = (held: readonly (bigint | Absence)[], amount: bigint) =>
  checkReport(
    inputOf(
      reportOf(FORM, figuresOf(FORM, Object.fromEntries(held.map((each, at) => [ROWS[at], each]))), { subtotals: [subtotal(amount)] }),
    ),
  )
    .filter(({ code }) => code === 'S3-GROUP')
    .map(({ severity, message, expected, found: says, difference }) => [severity, message.zh, expected, says, difference]);

describe('a subtotal that is printed', () => {
  it('is the sum of its rows, blanks and marks counting as nothing', () => {
    expect(found([2n, 'blank', 'mark', 1n], 3n)).toEqual([]);
    expect(found([2n], 5n)).toEqual([['warning', '三·（五）不予处理 小计 × 自然人：所属各行之和为 2，小计为 5。', '2', '5', '3']]);
  });

  it('is left alone where a row of it cannot be read', () => {
    expect(found(['unreadable'], 5n)).toEqual([]);
  });
});
