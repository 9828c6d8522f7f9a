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
      zh: '三、收到和处理政府信息公开申请情况：2 处空白，1 处以“/”“-”“无”等符号代替数字，其中 1 处总计由各分项推算（三·一、本年新收政府信息公开申请数量 × 商业企业、三·一、本年新收政府信息公开申请数量 × 其他、三·一、本年新收政府信息公开申请数量 × 总计）。',
      en: 'Requests received and processed: 2 blank and 1 marked / - — or 无; 1 of them are totals derived from their parts (Section 3, Requests newly received this year × Commercial enterprises; Section 3, Requests newly received this year × Other organisations; Section 3, Requests newly received this year × Total).',
    });
    expect(findings[0]?.cells).toEqual(['s3/new_received/commercial_enterprise', 's3/new_received/other_org', 's3/new_received/total']);
  });

  it('counts more than three without naming them', () => {
    const many = figuresOf(
      FORM,
      Object.fromEntries(
        ['granted', 'partially_granted'].flatMap((row) => ['natural_person', 'total'].map((column) => [`s3/${row}/${column}`, 'blank'])),
      ),
    );
    expect(checkReport(inputOf(reportOf(FORM, many)))[0]?.message.zh).toMatch(/^三、收到和处理政府信息公开申请情况：4 处空白[^（]*。$/);
  });

  it('does not tell a typed total whose parts are still blank', () => {
    const row = ['natural_person', 'commercial_enterprise', 'research_institution', 'public_welfare_org', 'legal_service_org', 'other_org'];
    const blank = figuresOf(FORM, Object.fromEntries([...row, 'total'].map((column) => [`s3/granted/${column}`, 'blank' as const])));
    const cellsOf = (filing: 'online' | 'document') =>
      checkReport(inputOf(reportOf(FORM, blank), { filing })).flatMap(({ code, cells }) => (code === 'FMT-BLANK' ? cells : []));
    expect(cellsOf('document')).toContain('s3/granted/total');
    expect(cellsOf('online')).toEqual(cellsOf('document').filter((cell) => cell !== 's3/granted/total'));
  });

  it('is an error where the figures were typed', () => {
    const findings = checkReport(inputOf(reportOf(FORM, figures), { filing: 'online' }));
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['FMT-BLANK error', 'FMT-BLANK error']);
  });
});
