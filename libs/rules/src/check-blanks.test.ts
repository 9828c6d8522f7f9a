import { checkReport } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';

const FORM = 'gb2021_30';
const figures = figuresOf(FORM, {
  's3/new_received/natural_person': 4n,
  's3/new_received/commercial_enterprise': 'blank',
  's3/new_received/other_org': 'mark',
  's3/new_received/total': 'blank',
  's3/granted/natural_person': 4n,
  's3/granted/total': 4n,
  's3/total_processed/natural_person': 4n,
  's3/total_processed/total': 4n,
  's4/review/pending': 'mark',
});

describe('FMT-BLANK', () => {
  it('is one warning a section in a document, and counts derived totals', () => {
    const findings = checkReport(inputOf(reportOf(FORM, figures)));
    expect(findings.map(({ code, severity, section }) => [code, severity, section])).toEqual([
      ['FMT-BLANK', 'warning', 's3'],
      ['FMT-BLANK', 'warning', 's4'],
    ]);
    expect(findings[0]?.message).toEqual({
      zh: '三、收到和处理政府信息公开申请情况：2 处空白，1 处以“/”“-”“无”等符号代替数字，其中 1 处总计由各分项推算。',
      en: 'Requests received and processed: 2 blank and 1 marked / - — or 无; 1 of them are totals derived from their parts.',
    });
    expect(findings[0]?.cells).toEqual(['s3/new_received/commercial_enterprise', 's3/new_received/other_org', 's3/new_received/total']);
  });

  it('is an error where the figures were typed', () => {
    const findings = checkReport(inputOf(reportOf(FORM, figures), { filing: 'online' }));
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['FMT-BLANK error', 'FMT-BLANK error']);
  });
});
