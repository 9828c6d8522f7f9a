import { checkReport } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';

const findings = (partial: bigint) =>
  checkReport(
    inputOf(
      reportOf(
        'gb2021_30',
        figuresOf('gb2021_30', {
          's3/new_received/natural_person': 21n,
          's3/new_received/total': 21n,
          's3/granted/natural_person': 27n - partial,
          's3/granted/total': 27n - partial,
          's3/partially_granted/natural_person': partial,
          's3/partially_granted/total': partial,
          's3/total_processed/natural_person': 21n,
          's3/total_processed/total': 21n,
        }),
      ),
    ),
  );

describe('S3-PARTIAL-ONCE', () => {
  it('explains an excess that is exactly what was partially granted, once, under the sums that fail', () => {
    const [finding, ...more] = findings(6n);
    expect(more).toEqual([]);
    expect(finding?.code).toBe('S3-COL');
    expect(finding?.consequences.map(({ code, message }) => `${code} ${message.zh}`)).toEqual([
      'S3-COL 三(七)总计 × 总计：应为 27（（一）予以公开 21 + （二）部分公开（区分处理的，只计这一情形，不计其他情形） 6），报告为 21，相差 -6。',
      'S3-PARTIAL-ONCE 三(二)部分公开 × 自然人：各项结果比总计多 6，正好等于部分公开的数量，可能重复计算。',
    ]);
  });

  it('names the other result first as the one to lessen', () => {
    const [first] = findings(6n)[0]?.repair?.alternatives ?? [];
    expect(first?.changes.map(({ cell, to, slip }) => [cell, to, slip?.code])).toEqual([
      ['s3/granted/natural_person', '15', 'partial_counted_twice'],
      ['s3/granted/total', '15', 'partial_counted_twice'],
    ]);
  });

  it('says nothing about any other excess', () => {
    const all = findings(5n).flatMap(({ code, consequences }) => [code, ...consequences.map((one) => one.code)]);
    expect(all).toEqual(['S3-COL', 'S3-COL']);
  });
});
