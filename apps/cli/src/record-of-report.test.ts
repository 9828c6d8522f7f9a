import type { Declaration, Reading, Report } from '@gongkai/model';
import { recordOfReport } from './record-of-report';

const printed = { raw: '1', place: null, confidence: 'exact' } as const;
const money: Reading = { ...printed, cell: 's2/centralized_procurement/amount', state: 'number', amount: 7_539_443_252n, unit: 'cny' };
const inYuan: Reading = { ...printed, cell: 's2/administrative_fees/amount_10k_cny', state: 'number', amount: 56_780_000n, unit: 'cny' };
const again: Reading = { ...printed, cell: money.cell, raw: '2', state: 'unreadable' };
const claim = (code: string, amount: bigint): Declaration => ({ code, amount, quotation: '……', section: 's1', place: null });

const report: Report = {
  title: null,
  agencyName: '云岭市财政局',
  year: 2019,
  period: null,
  signedOn: null,
  forms: { s2: 'gb2019_60', s3: null, s4: null },
  readings: [money, again],
  narrative: [],
  declared: [claim('information_processing_fee', 394_050n), claim('published_items', 12n), claim('requests_received', 3n)],
  residue: [],
  doubts: [],
};

describe('recordOfReport', () => {
  const record = recordOfReport({ file: 'a.docx', format: 'docx', report }, null, null);

  it('prints money in the unit of its cell beside the one it was printed in, and the first reading of a cell that was read twice', () => {
    expect(Object.keys(record.cells)).toEqual([money.cell]);
    const fee = recordOfReport(
      {
        file: 'a.docx',
        format: 'docx',
        report: { ...report, year: 2023, forms: { s2: 'gb2021_30', s3: null, s4: null }, readings: [inYuan] },
      },
      null,
      null,
    ).cells[inYuan.cell];
    expect(fee).toMatchObject({ amount: '56.78', unit: 'cny_10k', printedUnit: 'cny' });
    expect(record.cells[money.cell]).toMatchObject({
      raw: '1',
      state: 'number',
      amount: '75394432.52',
      unit: 'cny',
      printedUnit: 'cny',
      derived: null,
    });
  });

  it('prints declared money in 元, and tells what no table holds from what the tables hold as well', () => {
    expect(record.declared.map(({ code, amount, unit }) => [code, amount, unit.zh])).toEqual([
      ['information_processing_fee', '3940.5', '元'],
      ['published_items', '12', '件'],
    ]);
    expect(record.claims.map(({ code, amount }) => [code, amount])).toEqual([['requests_received', '3']]);
  });
});
