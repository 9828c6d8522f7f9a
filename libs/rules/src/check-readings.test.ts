import type { Doubt } from '@gongkai/model';
import { checkReport } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';

const doubt = (changes: Partial<Doubt>): Doubt => ({
  code: 'number_unreadable',
  section: null,
  cell: null,
  text: '',
  place: null,
  ...changes,
});
const said = (findings: ReturnType<typeof checkReport>) =>
  findings.map(({ code, severity, message }) => `${severity} ${code} ${message.zh}`);

describe('readings that give no exact amount', () => {
  it('are named cell by cell', () => {
    const fee = 's2/administrative_fees/amount_10k_cny';
    const figures = figuresOf('gb2021_30', { [fee]: 'unreadable', 's4/review/upheld': 'unreadable' });
    const doubts = [doubt({ code: 'money_too_fine', section: 's2', cell: fee }), doubt({ section: 's4', cell: 's4/review/upheld' })];
    const findings = checkReport(inputOf(reportOf('gb2021_30', figures, { doubts })));
    expect(said(findings)).toEqual([
      'error FMT-PRECISION 二·行政事业性收费 × 本年收费金额：“若干”精确到分以下，不作四舍五入。',
      'error FMT-UNREADABLE 四·行政复议 × 结果维持：“若干”不是可以识别的数字。',
      'info FMT-UNCHECKED 四、政府信息公开行政复议、行政诉讼情况：“结果维持、结果纠正、其他结果与尚未审结之和等于总计”有 1 处没有核算，因为没有找到或者无法识读：四·行政复议 × 结果维持。',
    ]);
    expect(findings[0]).toMatchObject({ cells: [fee], found: '若干' });
  });

  it.each([
    ['figures_apart', '中有不止一个数，不能合成一个数。'],
    ['figure_estimated', '是约数，应当填写准确的数字。'],
    ['figure_signed', '带有正负号、增减字样或者括号；此处只填数量，不能小于 0。'],
    ['count_not_whole', '不是整数，数量只能是整数。'],
  ] as const)('say why: %s', (code, why) => {
    const cell = 's4/review/upheld';
    const report = reportOf('gb2021_30', figuresOf('gb2021_30', { [cell]: 'unreadable' }), {
      doubts: [doubt({ code, section: 's4', cell })],
    });
    const findings = checkReport(inputOf(report)).filter(({ code: found }) => found !== 'FMT-UNCHECKED');
    expect(said(findings)).toEqual([`error FMT-UNREADABLE 四·行政复议 × 结果维持：“若干”${why}`]);
  });

  it('warn where money has no unit, as the form of 2019 has none', () => {
    const amount = 's2/centralized_procurement/amount';
    const doubts = [doubt({ code: 'money_without_unit', section: 's2', cell: amount })];
    const findings = checkReport(inputOf(reportOf('gb2019_60', figuresOf('gb2019_60', { [amount]: 'unit_unknown' }), { doubts })));
    expect(said(findings)).toEqual(['warning FMT-UNIT 二·政府集中采购 × 采购总金额：“12.5”没有注明单位，无法换算。']);
  });

  it.each([
    [
      '8\u03366\u0336',
      '“86”已被划去、隐藏或者与底色同色，不能作为填报的数字。',
      '"86" is struck out, hidden or in the colour of its ground',
    ],
    [
      '2\uFFFC',
      '“2□”中的“□”是图片、对象或者自动编号，不是文字，无法识别。',
      'the "□" in "2□" is a picture, an object or an automatic number',
    ],
  ])('say what cannot be seen or is no text: %s', (text, zh, en) => {
    const doubts = [doubt({ section: 's3', text })];
    const findings = checkReport(inputOf(reportOf('gb2021_30', figuresOf('gb2021_30', {}), { doubts })));
    expect(said(findings)).toEqual([`error FMT-UNREADABLE 三、收到和处理政府信息公开申请情况：${zh}`]);
    expect(findings[0]?.message.en).toContain(en);
  });

  it('are named by section where no cell is known', () => {
    const doubts = [doubt({ section: 's3', text: '三十多' })];
    const findings = checkReport(inputOf(reportOf('gb2021_30', figuresOf('gb2021_30', {}), { doubts })));
    expect(said(findings)).toEqual(['error FMT-UNREADABLE 三、收到和处理政府信息公开申请情况：“三十多”不是可以识别的数字。']);
  });
});
