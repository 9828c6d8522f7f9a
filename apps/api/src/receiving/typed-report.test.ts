import { isRefusal } from '../requests/refusal';
import { typedReport } from './typed-report';

it('reads what typed sections claim, for the year the report is filed for', () => {
  const report = typedReport({
    form: 'gb2021_30',
    year: 2023,
    cells: [{ cell: 's3/new_received/total', text: '17' }],
    narrative: [
      { section: 's1', text: '全年收到政府信息公开申请十七件。2022年收到政府信息公开申请9件。' },
      { section: 's6', text: '没有收取信息处理费。' },
    ],
  });
  if (isRefusal(report)) throw new Error(report.message.zh);
  expect(report.declared.map(({ code, amount, section }) => `${section} ${code} ${amount}`)).toEqual([
    's6 information_processing_fee 0',
    's1 requests_received 17',
  ]);
});

const typed = (cell: string, text: string, form: 'gb2021_30' | 'gb2019_60' = 'gb2021_30') =>
  typedReport({ form, year: form === 'gb2021_30' ? 2023 : 2019, cells: [{ cell, text }], narrative: [] });

describe('a typed cell is read as the same text in a file', () => {
  it.each([
    ['s3/new_received/total', '1,234', { amount: 1234n }],
    ['s3/new_received/total', '128①', { amount: 128n, note: '①' }],
    ['s2/regulations/issued_count', '22（其中修订16件）', { amount: 22n, note: '(其中修订16件)' }],
    ['s2/administrative_fees/amount_10k_cny', '56.78', { amount: 56_780_000n, unit: 'cny_10k' }],
    ['s3/new_received/total', '—', { state: 'mark' }],
    ['s3/new_received/total', ' ', { state: 'blank' }],
  ] as const)('%s %s', (cell, text, expected) => {
    const report = typed(cell, text);
    if (isRefusal(report)) throw new Error(report.message.zh);
    expect(report.readings.find((reading) => reading.cell === cell)).toMatchObject(expected);
  });

  it('changes may be negative, and money of 2019 is in 元', () => {
    for (const [cell, text, amount] of [
      ['s2/administrative_licensing/items_delta', '减1', -1n],
      ['s2/centralized_procurement/amount', '12.5', 1250n],
    ] as const) {
      const report = typed(cell, text, 'gb2019_60');
      if (isRefusal(report)) throw new Error(report.message.zh);
      expect(report.readings.find((reading) => reading.cell === cell)).toMatchObject({ state: 'number', amount });
    }
  });

  it.each([
    ['5.5', '数量只能是整数'],
    ['12 08', '不止一个数'],
    ['12\n08', '不止一个数'],
    ['约22', '约数'],
    ['-5', '不能小于 0'],
    ['（1）', '不能小于 0'],
    ['若干', '不是可以识别的数字'],
  ])('refuses %j and says why', (text, why) => {
    const refused = typed('s3/new_received/total', text);
    expect(isRefusal(refused) && [refused.code, refused.message.zh]).toEqual(['BAD_FIGURE', expect.stringContaining(why)]);
    expect(isRefusal(refused) && refused.message.zh).not.toContain('s3/');
  });
});
