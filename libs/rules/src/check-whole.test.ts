import { checkReport } from '.';
import { inputOf, reportOf, zeroes } from '../fixtures/reports';
import type { Figures } from '../fixtures/reports';

const FORM = 'gb2021_30';
const blankBut = (keep: (cell: string, at: number) => boolean): Figures =>
  new Map([...zeroes(FORM)].map(([cell, amount], at) => [cell, keep(cell, at) ? amount : ('blank' as const)]));
const found = (figures: Figures, filing: 'document' | 'online' = 'document') =>
  checkReport(inputOf(reportOf(FORM, figures), { filing }))
    .filter(({ code }) => code === 'FMT-WHOLE')
    .map(({ severity, message }) => `${severity} ${message.zh}`);

describe('FMT-WHOLE', () => {
  it('holds back a document with six figures of two hundred', () => {
    expect(found(blankBut((_, at) => at % 40 === 1 || at === 9))).toEqual(['error 报告不完整：200 个单元格中只有 6 个有数字。']);
  });

  it('holds back a document with an empty table of requests', () => {
    expect(found(blankBut((cell) => !cell.startsWith('s3/')))).toEqual([
      'error 三、收到和处理政府信息公开申请情况：整张表格没有一个数字。',
    ]);
  });

  it('lets pass who leaves zeros out, and leaves typed blanks to their own rule', () => {
    expect(found(blankBut((cell) => cell.endsWith('/total') || cell.startsWith('s2/')))).toEqual([]);
    expect(
      found(
        blankBut(() => false),
        'online',
      ),
    ).toEqual([]);
  });
});
