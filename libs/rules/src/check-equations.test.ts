import { checkReport } from '.';
import { figuresOf, inputOf, reportOf, zeroes } from '../fixtures/reports';

const NOW = 'gb2021_30';
const OLD = 'gb2019_60';

const check = (figures: Parameters<typeof figuresOf>[1], last: Parameters<typeof figuresOf>[1] | null = null) =>
  checkReport(
    inputOf(reportOf(NOW, figuresOf(NOW, figures)), { lastYear: last ? reportOf(NOW, figuresOf(NOW, last), { year: 2022 }) : null }),
  );

const said = (findings: ReturnType<typeof checkReport>) =>
  findings.map(({ code, severity, message }) => `${severity} ${code} ${message.zh}`);

const folded = (findings: ReturnType<typeof checkReport>) =>
  findings.flatMap(({ consequences }) => consequences).map(({ code, message }) => `${code} ${message.zh}`);

it('finds one wrong total of section four once, and names section, block, column, expected and found', () => {
  const findings = check({ 's4/review/upheld': 10n, 's4/review/corrected': 1n });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    code: 'S4-SUM',
    severity: 'error',
    section: 's4',
    path: { zh: '四·行政复议 × 总计', en: 'Section 4, Administrative review × Total' },
    message: {
      zh: '四·行政复议 × 总计：应为 11（结果维持 10 + 结果纠正 1），报告为 0，相差 -11。',
      en: 'Section 4, Administrative review × Total: expected 11 (Upheld 10 + Corrected 1), the report says 0, difference -11.',
    },
    expected: '11',
    found: '0',
    difference: '-11',
    basis: '国办公开办函〔2021〕30号（表四总计栏）',
  });
  expect(findings[0]?.cells).toEqual([
    's4/review/total',
    's4/review/upheld',
    's4/review/corrected',
    's4/review/other',
    's4/review/pending',
  ]);
  expect(findings[0]?.contributors).toContainEqual({ cell: 's4/review/upheld', year: 2023, state: 'number', amount: '10' });
});

it('says each rule in the words of the form', () => {
  const broken = {
    's3/new_received/other_org': 3n,
    's3/denied_state_secret/natural_person': 2n,
    's3/denied_state_secret/total': 2n,
    's3/granted/total': 1n,
    's4/litigation_post_review/total': 5n,
    's2/normative_documents/issued_count': 4n,
    's2/normative_documents/in_force_count': 1n,
  } as const;
  expect(said(check(broken))).toEqual([
    'error S3-BALANCE 三·一、本年新收政府信息公开申请数量 × 其他：应为 0，报告为 3，相差 3；改正后，因此不成立的 2 项关系全部成立。',
    'error S3-COL 三(七)总计 × 自然人：应为 2，报告为 0，相差 -2。',
    'error S4-SUM 四·行政诉讼·复议后起诉 × 总计：应为 0，报告为 5，相差 5。',
    'warning S2-INFORCE-GE 二·行政规范性文件 × 现行有效件数：应不小于 4，报告为 1，相差 -3。',
  ]);
  expect(folded(check(broken))).toEqual([
    'S3-BALANCE 三·法人或其他组织·其他栏：应为 3，报告为 0，相差 -3。',
    'S3-ROW 三·一、本年新收政府信息公开申请数量 × 总计：应为 3，报告为 0，相差 -3。',
    'S3-COL 三(七)总计 × 总计：应为 3（（一）予以公开 1 + 1.属于国家秘密 2），报告为 0，相差 -3。',
    'S3-ROW 三(一)予以公开 × 总计：应为 0，报告为 1，相差 1。',
  ]);
});

describe('across years', () => {
  const last = { 's3/carried_out/natural_person': 2n, 's3/carried_out/total': 2n, 's2/normative_documents/in_force_count': 10n } as const;

  it('compares what was carried over, the stock in force and what was repealed', () => {
    const findings = check({ 's2/normative_documents/repealed_count': 30n, 's2/normative_documents/in_force_count': 7n }, last);
    expect(said(findings)).toEqual([
      'inconsistency S2-REPEAL 二·行政规范性文件 × 本年废止件数：2023年度应不大于 10（2022年度报告现行有效件数 10），报告为 30，相差 20。',
      'inconsistency XY-CARRY 三·二、上年结转政府信息公开申请数量 × 自然人：2023年度应为 2（2022年度报告四、结转下年度继续办理 2），报告为 0，相差 -2。',
    ]);
    expect(folded(findings)).toEqual([
      'XY-STOCK 二·行政规范性文件 × 现行有效件数：2023年度应为 -20（2022年度报告现行有效件数 10 - 本年废止件数 30），报告为 7，相差 27。',
      'XY-CARRY 三·二、上年结转政府信息公开申请数量 × 总计：2023年度应为 2（2022年度报告四、结转下年度继续办理 2），报告为 0，相差 -2。',
    ]);
    expect(folded(check({ 's3/carried_in/natural_person': 1n, 's3/carried_in/total': 1n }, {}))).toContain(
      'XY-CARRY 三·二、上年结转政府信息公开申请数量 × 自然人：2023年度应为 0（2022年度报告四、结转下年度继续办理 0），报告为 1，相差 1。',
    );
    const carry = findings.find((finding) => finding.code === 'XY-CARRY');
    expect(carry?.cells).toEqual(['s3/carried_in/natural_person']);
    expect(carry?.contributors[0]).toEqual({ cell: 's3/carried_out/natural_person', year: 2022, state: 'number', amount: '2' });
  });

  it('compares the items of two reports of the 2019 form', () => {
    const report = reportOf(OLD, figuresOf(OLD, { 's2/administrative_fees/items_last_year': 5n }), {
      year: 2020,
      title: null,
      period: null,
    });
    const lastYear = reportOf(
      OLD,
      figuresOf(OLD, { 's2/administrative_fees/items_last_year': 8n, 's2/administrative_fees/items_delta': -2n }),
    );
    expect(said(checkReport(inputOf(report, { lastYear })))).toEqual([
      'warning S2-2019-ITEMS 二·行政事业性收费 × 上一年项目数量：2020年度应为 6（2019年度报告上一年项目数量 8 + 2019年度报告本年增/减 -2），报告为 5，相差 -1。',
    ]);
  });

  it('does not take a report of another year for last year’s', () => {
    const lastYear = reportOf(NOW, figuresOf(NOW, last), { year: 2021 });
    expect(checkReport(inputOf(reportOf(NOW, zeroes(NOW)), { lastYear }))).toEqual([]);
  });

  it('compares carried requests, and no stock, after a report of the earlier form', () => {
    const lastYear = reportOf(OLD, figuresOf(OLD, { 's3/carried_out/natural_person': 2n, 's3/carried_out/total': 2n }), { year: 2020 });
    const report = reportOf(NOW, figuresOf(NOW, { 's2/normative_documents/in_force_count': 9n }), {
      year: 2021,
      title: null,
      period: null,
    });
    expect(checkReport(inputOf(report, { lastYear })).map((finding) => finding.code)).toEqual(['XY-CARRY']);
  });
});

describe('what is missing', () => {
  const equations = (findings: ReturnType<typeof checkReport>) => findings.filter((finding) => /^(S3|S4|XY|S2)-/.test(finding.code));

  it('does not hold a blank total against its parts, also where marks stand for zero', () => {
    const findings = check({ 's4/review/upheld': 5n, 's4/review/corrected': 'mark', 's4/review/total': 'blank' });
    expect(equations(findings)).toEqual([]);
  });

  it('finds a wrong column once, though the blank total beside it cannot fit both its row and its column', () => {
    const figures = {
      's3/granted/natural_person': 5n,
      's3/granted/total': 5n,
      's3/new_received/natural_person': 4n,
      's3/new_received/total': 4n,
    } as const;
    const findings = check({ ...figures, 's3/total_processed/natural_person': 4n, 's3/total_processed/total': 'blank' });
    expect(equations(findings).map(({ code, consequences }) => [code, ...consequences.map((one) => one.code)])).toEqual([
      ['S3-BALANCE', 'S3-COL', 'S3-ROW'],
    ]);
    expect(equations(findings)[0]?.repair?.alternatives.map(({ changes }) => changes.map(({ cell, to }) => `${cell} ${to}`))).toEqual([
      ['s3/granted/natural_person 4', 's3/granted/total 4'],
    ]);
  });

  it('takes the first reading of a cell that was read twice', () => {
    const report = reportOf(NOW, zeroes(NOW));
    const [again] = reportOf(NOW, new Map([['s4/review/total', 9n]])).readings;
    expect(checkReport(inputOf({ ...report, readings: [...report.readings, again!] }))).toEqual([]);
  });

  it('leaves an equation with an unreadable cell unchecked', () => {
    expect(equations(check({ 's4/review/upheld': 'unreadable', 's4/review/total': 9n }))).toEqual([]);
  });

  it('takes a blank stock for unknown, not for zero', () => {
    expect(equations(check({ 's2/normative_documents/issued_count': 4n, 's2/normative_documents/in_force_count': 'blank' }))).toEqual([]);
  });

  it('holds a printed total against blank parts', () => {
    const figures = {
      's4/review/upheld': 'blank',
      's4/review/corrected': 'blank',
      's4/review/other': 'blank',
      's4/review/pending': 'blank',
    } as const;
    expect(equations(check({ ...figures, 's4/review/total': 3n })).map((finding) => finding.code)).toEqual(['S4-SUM']);
  });

  it('says of a mark what stands there, and only of a blank that it is blank', () => {
    const four = (upheld: 'blank' | 'mark', other: 'blank' | 'mark') =>
      ({ 's4/review/upheld': upheld, 's4/review/corrected': 'mark', 's4/review/other': other, 's4/review/pending': 'mark' }) as const;
    const messages = (figures: Parameters<typeof check>[0]) => equations(check(figures)).map(({ message }) => message.zh);
    expect(messages({ 's4/review/upheld': 'mark', 's4/review/total': 3n })).toEqual([expect.stringContaining('结果维持以符号代替数字')]);
    const two = { 's4/review/upheld': 'blank', 's4/review/other': 'mark', 's4/review/total': 3n } as const;
    expect(messages(two)).toEqual([expect.stringContaining('结果维持空白；其他结果以符号代替数字')]);
    expect(messages({ ...four('blank', 'mark'), 's4/review/total': 3n })).toEqual([
      expect.stringContaining('其中1处空白、3处以符号代替数字'),
    ]);
    expect(messages({ ...four('mark', 'mark'), 's4/review/total': 3n })).toEqual([expect.stringContaining('其中4处以符号代替数字')]);
  });

  it('says what stands in the one cell that a mark was put in', () => {
    const figures = { 's3/granted/natural_person': 'mark', 's3/granted/total': 5n, 's3/new_received/natural_person': 5n } as const;
    const totals = { 's3/new_received/total': 5n, 's3/total_processed/natural_person': 5n, 's3/total_processed/total': 5n } as const;
    expect(equations(check({ ...figures, ...totals })).map(({ message }) => message.zh)).toEqual([
      expect.stringContaining('应为 5，报告以符号代替数字'),
    ]);
  });
});
