import { checkReport } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';

const codes = (partial: bigint) =>
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
  ).map(({ code, message }) => `${code} ${message.zh}`);

describe('S3-PARTIAL-ONCE', () => {
  it('explains an excess that is exactly what was partially granted', () => {
    expect(codes(6n)).toContain(
      'S3-PARTIAL-ONCE 第三部分 三（二）部分公开（区分处理的，只计这一情形，不计其他情形） × 自然人：各项结果比总计多 6，正好等于部分公开的数量，可能重复计算。',
    );
    expect(codes(6n).filter((said) => said.startsWith('S3-COL'))).toHaveLength(2);
  });

  it('says nothing about any other excess', () => {
    expect(codes(5n).filter((said) => said.startsWith('S3-PARTIAL-ONCE'))).toEqual([]);
  });
});
