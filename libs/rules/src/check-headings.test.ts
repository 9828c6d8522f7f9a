import { checkReport } from '.';
import { inputOf, reportOf, zeroes } from '../fixtures/reports';

const FORM = 'gb2021_30';
const whole = reportOf(FORM, zeroes(FORM));
const said = (findings: ReturnType<typeof checkReport>) =>
  findings.map(({ code, severity, message }) => `${severity} ${code} ${message.zh}`);

describe('NV-HEAD', () => {
  it('names every section that is not there', () => {
    const narrative = whole.narrative.filter((part) => part.section !== 's5');
    const figures = new Map([...zeroes(FORM)].filter(([cell]) => cell.startsWith('s3/')));
    const report = reportOf(FORM, figures, { narrative, forms: { s2: null, s3: FORM, s4: null } });
    expect(said(checkReport(inputOf(report)))).toEqual([
      'error NV-HEAD 缺少“二、主动公开政府信息情况”部分。',
      'error NV-HEAD 缺少“四、政府信息公开行政复议、行政诉讼情况”部分。',
      'error NV-HEAD 缺少“五、存在的主要问题及改进情况”部分。',
    ]);
  });

  it('says each section once, whatever the reader doubted', () => {
    const report = reportOf(FORM, zeroes(FORM), {
      narrative: whole.narrative.slice(1),
      doubts: [{ code: 'section_missing', section: 's1', cell: null, text: '', place: null }],
    });
    expect(checkReport(inputOf(report))).toHaveLength(1);
  });

  it.each([
    ['document', 'warning'],
    ['online', 'error'],
  ] as const)('takes an empty section of a %s filing as %s', (filing, severity) => {
    const narrative = whole.narrative.map((part) => (part.section === 's1' ? { ...part, text: ' \n' } : part));
    expect(said(checkReport(inputOf({ ...whole, narrative }, { filing })))).toEqual([`${severity} NV-HEAD “一、总体情况”部分没有内容。`]);
  });

  it('takes two empty sections of a document as errors: that is no report yet', () => {
    const narrative = whole.narrative.map((part) => (part.section === 's6' ? part : { ...part, text: '' }));
    expect(said(checkReport(inputOf({ ...whole, narrative })))).toEqual([
      'error NV-HEAD “一、总体情况”部分没有内容。',
      'error NV-HEAD “五、存在的主要问题及改进情况”部分没有内容。',
    ]);
  });

  it('says once that a report of before the forms is older, not five times that a section is missing', () => {
    const older = reportOf(FORM, new Map(), {
      year: 2016,
      title: null,
      period: null,
      narrative: [],
      forms: { s2: null, s3: null, s4: null },
    });
    expect(said(checkReport(inputOf(older)))).toEqual([
      'error FMT-OLDER 2016 年度的报告是旧格式，不是2019年或者2021年的格式，其中的数字没有读取。',
    ]);
  });
});
