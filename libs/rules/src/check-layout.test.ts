import type { CellId, Doubt } from '@gongkai/model';
import { checkReport } from '.';
import { inputOf, reportOf, zeroes } from '../fixtures/reports';

const FORM = 'gb2021_30';
const doubt = (changes: Partial<Doubt>): Doubt => ({
  code: 'row_unrecognised',
  section: 's3',
  cell: null,
  text: '',
  place: null,
  ...changes,
});
const said = (findings: ReturnType<typeof checkReport>) =>
  findings.map(({ code, severity, message }) => `${severity} ${code} ${message.zh}`);

function without(...cells: readonly CellId[]) {
  const figures = zeroes(FORM);
  for (const cell of cells) figures.delete(cell);
  return figures;
}

describe('cells the report does not have', () => {
  it('are one error a section', () => {
    const findings = checkReport(inputOf(reportOf(FORM, without('s3/granted/total', 's3/denied_state_secret/total', 's4/review/upheld'))));
    expect(said(findings)).toEqual([
      'error FMT-MISSING 三、收到和处理政府信息公开申请情况：有 2 个单元格在报告中没有找到（三(一)予以公开 × 总计、三(三)1.属于国家秘密 × 总计）。不知道报告的数字是多少，不作空白，也不作 0。',
      'error S4-COLS 四、政府信息公开行政复议、行政诉讼情况：有 1 个单元格在报告中没有找到（四·行政复议 × 结果维持）。不知道报告的数字是多少，不作空白，也不作 0。',
      'info FMT-UNCHECKED 三、收到和处理政府信息公开申请情况：“各项办理结果之和等于（七）总计”有 1 处没有核算，因为没有找到或者无法识读：三(一)予以公开 × 总计、三(三)1.属于国家秘密 × 总计。',
      'info FMT-UNCHECKED 三、收到和处理政府信息公开申请情况：“自然人与五类法人或其他组织之和等于总计”有 2 处没有核算，因为没有找到或者无法识读：三(一)予以公开 × 总计、三(三)1.属于国家秘密 × 总计。',
      'info FMT-UNCHECKED 四、政府信息公开行政复议、行政诉讼情况：“结果维持、结果纠正、其他结果与尚未审结之和等于总计”有 1 处没有核算，因为没有找到或者无法识读：四·行政复议 × 结果维持。',
    ]);
    expect(findings[0]?.cells).toEqual(['s3/granted/total', 's3/denied_state_secret/total']);
  });
});

describe('what the reader could not place', () => {
  it('is said in its own words', () => {
    const doubts = [
      doubt({ text: '法人小计' }),
      doubt({ code: 'column_unrecognised', section: 's2', text: '备注' }),
      doubt({ code: 'cell_repeated', cell: 's3/granted/total', text: '3' }),
      doubt({ code: 'cell_unrecognised', text: 's3/grantd/total' }),
    ];
    expect(said(checkReport(inputOf(reportOf(FORM, zeroes(FORM), { doubts }))))).toEqual([
      'warning FMT-LABEL 二、主动公开政府信息情况：“备注”不是规定格式的行或者列，其数字没有计入。',
      'warning FMT-LABEL 三、收到和处理政府信息公开申请情况：“法人小计”不是规定格式的行或者列，其数字没有计入。',
      'warning FMT-CELL 三、收到和处理政府信息公开申请情况：“s3/grantd/total”不是规定格式的单元格编号，这一行没有计入。',
      'warning FMT-REPEATED 三、收到和处理政府信息公开申请情况：有 1 个单元格重复出现，前后不一致的是：三(一)予以公开 × 总计；以能够读出的一处为准。',
    ]);
  });

  it('is told from a section that is not there, with what stands under its heading', () => {
    const without = new Map([...zeroes(FORM)].filter(([cell]) => !cell.startsWith('s2/')));
    const report = reportOf(FORM, without, { doubts: [doubt({ code: 'section_unread', section: 's2', text: 'picture' })] });
    expect(said(checkReport(inputOf({ ...report, forms: { ...report.forms, s2: null } })))).toEqual([
      'error FMT-UNREAD 二、主动公开政府信息情况：有这一部分的标题，没有读出表格（标题下是图片）。',
    ]);
    const doubts = [doubt({ code: 'heads_inferred', text: '自 / 然 / 人' })];
    expect(said(checkReport(inputOf(reportOf(FORM, zeroes(FORM), { doubts }))))).toEqual([
      'warning FMT-HEADS 三、收到和处理政府信息公开申请情况：表头没有读出，各列按规定的次序、行名称和合计关系推定。',
    ]);
  });

  it('asks for a word where a span of time over a table is no whole year', () => {
    const doubts = [doubt({ code: 'part_of_year', text: '2024年上半年' })];
    expect(said(checkReport(inputOf(reportOf(FORM, zeroes(FORM), { doubts }))))).toEqual([
      'inconsistency FMT-PART 三、收到和处理政府信息公开申请情况：表格上方写有“2024年上半年”，表中数据可能不是全年的。',
    ]);
  });

  it('names the other years whose tables stand beside those that were read', () => {
    const doubts = ['2022', '2021'].map((text) => doubt({ code: 'other_year', section: null, text }));
    expect(said(checkReport(inputOf(reportOf(FORM, zeroes(FORM), { doubts }))))).toEqual([
      'warning FMT-YEARS 文件中还有 2022 年度的同样表格，没有读取。',
      'warning FMT-YEARS 文件中还有 2021 年度的同样表格，没有读取。',
    ]);
  });

  it('is said too where the reader found the place by reasoning, and is an error where it found none', () => {
    const doubts = [
      doubt({ code: 'label_alike', text: '其他法律行政止公开' }),
      ...['予以公开 100001', '部分公开 11', '总计 12', '结转 3'].map((text) => doubt({ code: 'cells_inferred', text })),
      doubt({ code: 'cells_ambiguous', text: '部分公开 110011' }),
    ];
    expect(said(checkReport(inputOf(reportOf(FORM, zeroes(FORM), { doubts }))))).toEqual([
      'error FMT-CUT 三、收到和处理政府信息公开申请情况：数字连在一起，无法确定如何分开，没有读取：“部分公开 110011”。',
      'warning FMT-ALIKE 三、收到和处理政府信息公开申请情况：“其他法律行政止公开”与规定格式的名称不完全一致，按最接近的一项读取。',
      'warning FMT-CUT 三、收到和处理政府信息公开申请情况：数字连在一起，按唯一使各项关系成立的方式分开：“予以公开 100001”、“部分公开 11”、“总计 12”等 4 处。',
    ]);
  });

  it('is an error where a table is of no known form, and then the section does not count as missing', () => {
    const figures = without(...[...zeroes(FORM).keys()].filter((cell) => cell.startsWith('s2/')));
    const report = reportOf(FORM, figures, {
      forms: { s2: null, s3: FORM, s4: FORM },
      doubts: [doubt({ code: 'form_unrecognised', section: 's2' })],
    });
    expect(said(checkReport(inputOf(report)))).toEqual(['error FMT-FORM 二、主动公开政府信息情况：表格与已知格式都不一致，无法识别。']);
  });
});
