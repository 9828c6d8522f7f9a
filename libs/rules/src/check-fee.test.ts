import { checkReport } from '.';
import { inputOf, reportOf, zeroes } from '../fixtures/reports';

function check(text: string, year = 2023) {
  const report = reportOf('gb2021_30', zeroes('gb2021_30'));
  const narrative = report.narrative.map((part) => (part.section === 's6' ? { ...part, text } : part));
  return checkReport(inputOf({ ...report, narrative, year, title: null, period: null }))
    .filter((finding) => finding.code === 'NV-FEE')
    .map(({ severity, message }) => `${severity} ${message.zh}`);
}

describe('NV-FEE', () => {
  it.each(['本局未收取信息公开处理费。', '全年没有发生收费情况。', '依法收取信息处理费 3940 元。', '申请公开信息一律免费提供。'])(
    'is content with %s',
    (text) => {
      expect(check(text)).toEqual([]);
    },
  );

  it('asks for an explanation of silence', () => {
    expect(check('没有其他需要报告的事项。')).toEqual(['inconsistency “六、其他需要报告的事项”没有提到信息处理费。']);
  });

  it('asks nothing of the years before the fee rules', () => {
    expect(check('无。', 2020)).toEqual([]);
  });
});
