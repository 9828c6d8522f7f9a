import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import type { Report } from '@gongkai/model';
import { LARGEST_FILE } from './largest-file';
import { parseReport, type ParseOutcome } from './parse-report';
import { processorMs } from '../trial/processor-ms';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = (bytes: Uint8Array | string, fileName = 'report.html'): Promise<ParseOutcome> =>
  parseReport({ bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes, fileName, forms: FORMS, cells: CELLS, declared: DECLARED });
const refusalOf = async (bytes: Uint8Array | string, name?: string) => {
  const outcome = await parse(bytes, name);
  return outcome.ok ? null : outcome.refusal;
};
async function reportOf(text: string): Promise<Report> {
  const outcome = await parse(text);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.report;
}

describe('what is refused', () => {
  it.each([
    ['a picture renamed .html', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], 'UNSUPPORTED_FORMAT', 'PNG图片'],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10], 'UNSUPPORTED_FORMAT', 'JPEG'],
    ['a Word file cut short', [...bytesOf('PK\u0003\u0004'), ...bytesOf('................word/document.xml')], 'DAMAGED_FILE', '不完整'],
    ['an Excel file cut short', [...bytesOf('PK\u0003\u0004'), ...bytesOf('................xl/workbook.xml')], 'DAMAGED_FILE', '不完整'],
    ['a file of WPS Writer cut short', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'DAMAGED_FILE', '不完整'],
    ['NUL bytes', [0x41, 0, 0x42], 'NOT_TEXT', '文字'],
    ['bytes in no encoding', [0x80, 0xff, 0x81, 0xff, 0xfe], 'NOT_TEXT', '编码'],
    ['nothing', [], 'EMPTY_FILE', '空'],
    ['blanks', [0x20, 0x0a, 0x09], 'EMPTY_FILE', '空'],
  ])('%s', async (_, bytes, code, words) => {
    const refusal = await refusalOf(Uint8Array.from(bytes), 'report.html');
    expect(refusal).toMatchObject({ code, message: { zh: expect.stringContaining(words), en: expect.stringMatching(/\w{3}/) } });
  });

  it('a file that is too large, and one that is no report', async () => {
    expect((await refusalOf(new Uint8Array(LARGEST_FILE * 1024 * 1024 + 1)))?.code).toBe('FILE_TOO_LARGE');
    expect(
      (
        await refusalOf(
          '<html><body><p>青禾县的天气</p><table><tr><td>自然人</td><td>总计</td></tr><tr><td>1</td><td>2</td></tr></table></body></html>',
        )
      )?.code,
    ).toBe('NO_REPORT_FOUND');
    expect((await refusalOf('一封普通的信。'))?.code).toBe('NO_REPORT_FOUND');
  });
});

const FOUR = (figures: readonly string[]) => `四、政府信息公开行政复议、行政诉讼情况
|行政复议|||||行政诉讼||||||||||
|结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉|||||
||||||结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|
|${figures.join('|')}|
`;
const ZEROS = new Array<string>(15).fill('0');

describe('what is said about a report that is not whole', () => {
  const parts = '一、总体情况\n好。\n';

  it('names the missing sections and the year nobody says', async () => {
    const report = await reportOf(parts + FOUR(ZEROS));
    expect(report.doubts.map(({ code, section }) => [code, section])).toEqual([
      ['section_missing', 's2'],
      ['section_missing', 's3'],
      ['year_unrecognised', null],
      ['section_missing', 's5'],
      ['section_missing', 's6'],
    ]);
    expect(report.readings.map(({ cell }) => cell).filter((cell) => cell.startsWith('s4/'))).toHaveLength(15);
    expect(report.readings).toHaveLength(15);
    expect(report).toMatchObject({
      title: null,
      agencyName: null,
      year: null,
      period: null,
      signedOn: null,
      forms: { s2: null, s3: null, s4: 'gb2021_30' },
    });
  });

  it('takes nothing from a row with a figure too few, because nobody can say which is missing', async () => {
    const report = await reportOf(
      `${parts}二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n行政规范性文件\t7\t8\n${FOUR(ZEROS)}`,
    );
    const of = (cell: string) => report.readings.find((reading) => reading.cell === cell);
    expect(of('s2/regulations/in_force_count')).toMatchObject({ state: 'number', amount: 3n });
    expect(of('s2/normative_documents/issued_count')).toEqual({
      cell: 's2/normative_documents/issued_count',
      raw: '',
      confidence: 'exact',
      place: null,
      state: 'not_found',
    });
    expect(report.doubts).toContainEqual(expect.objectContaining({ code: 'cell_missing', cell: 's2/normative_documents/issued_count' }));
    expect(report.residue.map(({ raw, section }) => [raw, section])).toEqual([
      ['7', 's2'],
      ['8', 's2'],
    ]);
  });

  it('keeps the first of two tables that say the same cells, and says so', async () => {
    const report = await reportOf(parts + FOUR(ZEROS) + '\n说明\n' + FOUR(['9', ...ZEROS.slice(1)]).replace(/^四.*\n/, ''));
    expect(report.readings.find(({ cell }) => cell === 's4/review/upheld')).toMatchObject({ raw: '0' });
    expect(report.doubts.filter(({ code }) => code === 'cell_repeated')).toHaveLength(15);
    expect(report.residue).toContainEqual(expect.objectContaining({ raw: '9', section: 's4' }));
  });

  it('does not choose between two forms that fit equally well', async () => {
    const report = await reportOf(`${parts}三、收到和处理政府信息公开申请情况
信息\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计
一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1
二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0
（一）予以公开\t1\t0\t0\t0\t0\t0\t1
（二）部分公开\t0\t0\t0\t0\t0\t0\t0
1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0
${FOUR(ZEROS)}`);
    expect(report.forms.s3).toBeNull();
    expect(report.doubts).toContainEqual(expect.objectContaining({ code: 'form_unrecognised', section: 's3' }));
    expect(report.residue.filter(({ section, raw }) => section === 's3' && raw === '1')).toHaveLength(4);
  });
});

describe('the narrative', () => {
  const body = `${FOUR(ZEROS)}五、存在问题及改进措施\n（一）问题\n一、清单不全。\n`;

  it('ends where the signature starts, and knows a heading with its text behind it', async () => {
    const report = await reportOf(
      `2022年青禾县财政局政府信息公开年度报告\n一、总体情况\n1.主动公开政府信息情况\n主动公开政府信息情况：好。\n更好。\n${body}六、其他需要报告的事项：无。\n青禾县财政局\n2023年1月5日\n主办：青禾县`,
    );
    expect(report.narrative).toEqual([
      { section: 's1', heading: '一、总体情况', text: '1.主动公开政府信息情况\n主动公开政府信息情况：好。\n更好。' },
      { section: 's5', heading: '五、存在问题及改进措施', text: '（一）问题\n一、清单不全。' },
      { section: 's6', heading: '六、其他需要报告的事项', text: '无。' },
    ]);
    expect(report).toMatchObject({
      title: '2022年青禾县财政局政府信息公开年度报告',
      agencyName: '青禾县财政局',
      year: 2022,
      signedOn: '2023-01-05',
    });
  });

  it('takes the name from the signature where the title has none, and no date from elsewhere', async () => {
    const title = '2022年度政府信息公开工作年度报告\n2023年1月3日\n一、总体情况\n好。\n';
    expect(await reportOf(`${title}${body}六、其他需要报告的事项\n无。\n青禾县财政局（盖章）\n2023年1月5日`)).toMatchObject({
      agencyName: '青禾县财政局',
      year: 2022,
      signedOn: '2023-01-05',
    });
    expect(await reportOf(`${title}${body}六、其他需要报告的事项\n发布日期：2023年1月5日`)).toMatchObject({
      agencyName: null,
      year: 2022,
      signedOn: null,
    });
  });
});

describe('hostile files', () => {
  const row = `<tr>${'<td>1</td>'.repeat(10)}</tr>`;
  it.each([
    ['ten thousand levels', `${'<div>'.repeat(10_000)}规章`],
    ['ten thousand tables in each other', '<table><tr><td>'.repeat(10_000)],
    ['a table of five megabytes', `<table>${row.repeat(47_000)}</table>`],
    ['enormous spans', `<table>${`<tr>${'<td colspan=1000 rowspan=60000>自然人</td>'.repeat(10)}</tr>`.repeat(2000)}</table>`],
    ['many headers', '<table><tr><td>自然人</td><td>总计</td></tr><tr><td>1</td><td>2</td></tr></table>'.repeat(5000)],
    ['three million bars', '|'.repeat(3_000_000)],
    ['three million tabs', '一\t'.repeat(1_000_000)],
    ['headings without end', '一、总体情况\n二、主动公开政府信息情况\n'.repeat(50_000)],
    ['a number of four million digits', `一、总体情况\n${'1'.repeat(4_000_000)}`],
    ['blanks', `${' '.repeat(4_000_000)}x`],
    ['line feeds', `<p>中${'\n'.repeat(3_000_000)}</p>`],
    ['unfinished bookmarks', '[bookmark:'.repeat(300_000)],
  ])('%s: refused in time, never thrown', async (_, text) => {
    const started = processorMs();
    expect((await refusalOf(text))?.code).toBe('NO_REPORT_FOUND');
    expect(processorMs() - started).toBeLessThan(10_000);
  });

  it.each([
    ['1,'.repeat(500_000)],
    ['2023年1月1日至'.repeat(100_000)],
    ['公开的公开的'.repeat(200_000)],
    ['主动公开政府信息1,111'.repeat(50_000)],
    ['http://a.b@'.repeat(100_000)],
    ['〔2021'.repeat(200_000)],
  ])('bait %# in the narrative', async (bait) => {
    const started = processorMs();
    expect((await reportOf(`一、总体情况\n${bait}\n${FOUR(ZEROS)}`)).readings).toHaveLength(15);
    expect(processorMs() - started).toBeLessThan(10_000);
  });
});
