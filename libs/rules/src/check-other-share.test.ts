import type { FormId } from '@gongkai/model';
import { checkReport } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';

function check(form: FormId, row: string, other: bigint, granted: bigint) {
  const total = other + granted;
  const figures = figuresOf(form, {
    's3/new_received/natural_person': total,
    's3/new_received/total': total,
    's3/granted/natural_person': granted,
    's3/granted/total': granted,
    [`s3/${row}/natural_person`]: other,
    [`s3/${row}/total`]: other,
    's3/total_processed/natural_person': total,
    's3/total_processed/total': total,
  });
  return checkReport(inputOf(reportOf(form, figures))).map(({ code, severity, message }) => `${severity} ${code} ${message.zh}`);
}

describe('S3-OTHER-HIGH', () => {
  it.each<[FormId, string]>([
    ['gb2021_30', 'other_misc'],
    ['gb2019_60', 'other_processing'],
  ])('warns above a tenth in %s', (form, row) => {
    expect(check(form, row, 3n, 17n)).toEqual([
      'warning S3-OTHER-HIGH 三、收到和处理政府信息公开申请情况：其他处理 3 件，占办理总数 20 件的 15.0%。',
    ]);
  });

  it('is content with a tenth, and with anything of fewer than twenty', () => {
    expect(check('gb2021_30', 'other_misc', 2n, 18n)).toEqual([]);
    expect(check('gb2021_30', 'other_fee_lapsed', 19n, 0n)).toEqual([]);
  });
});
