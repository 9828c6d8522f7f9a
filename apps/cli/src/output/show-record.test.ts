import type { Finding, Words } from '@gongkai/model';
import { recordOfRefusal, type ReadRecord } from '../check-record';
import { showRecord, totalLine, verdictLine } from './show-record';
import { styleFor, type Style } from './style';
import { widthOf } from './wrap-text';

const both = (text: string): Words => ({ zh: text, en: text });

const finding = (more: Partial<Finding>): Finding => ({
  code: 'S4-SUM',
  severity: 'error',
  section: 's4',
  cells: ['s4/review/total'],
  path: { zh: '第四部分 行政复议 × 总计', en: 'Section 4, Administrative review × Total' },
  message: {
    zh: '第四部分 行政复议 × 总计：应为 11，报告为 0，相差 -11。',
    en: 'Section 4, Administrative review × Total: expected 11, the report says 0.',
  },
  expected: '11',
  found: '0',
  difference: '-11',
  contributors: [],
  says: both(''),
  basis: '',
  remedy: { zh: '核对本类案件的四种情形与总计。', en: 'Compare the four outcomes with the total.' },
  consequences: [],
  repair: null,
  ...more,
});

const record = (findings: readonly Finding[]): ReadRecord => ({
  file: '报告.docx',
  agency: '青禾县统计局',
  year: 2023,
  forms: { s2: 'gb2021_30', s3: 'gb2019_60', s4: 'gb2021_30' },
  verdict: 'cannot_be_filed',
  refusal: null,
  cells: {},
  declared: [],
  findings,
  residue: [],
  claims: [],
  doubts: [],
  title: null,
  period: null,
  signedOn: null,
  format: 'docx',
  lastYear: null,
});

const style = (columns = 100): Style => styleFor({ columns }, 'zh', {});
/** Where in a line something begins, in columns of a terminal. */
const columnOf = (lines: readonly string[], text: string): number => {
  const line = lines.find((each) => each.includes(text))!;
  return widthOf(line.slice(0, line.indexOf(text)));
};

describe('showRecord', () => {
  it('begins with the verdict, then says who reports on what in which form', () => {
    const lines = showRecord(record([finding({})]), style(), false).split('\n');
    expect(lines[0]).toBe('✗ 有错误    报告.docx  错误 1');
    expect(lines[1]).toBe('  不能报送，1 处错误须改正');
    expect(lines[2]).toContain('青禾县统计局 · 2023年度 · 第二部分〔2021〕30号、第三部分〔2019〕60号格式');
  });

  it('groups findings by severity, the gravest first, each with place, numbers and remedy, the place said once', () => {
    const shown = showRecord(record([finding({ severity: 'warning', code: 'FMT-BLANK' }), finding({})]), style(), false);
    expect(shown.indexOf('S4-SUM')).toBeLessThan(shown.indexOf('FMT-BLANK'));
    expect(shown.match(/必须改正，否则不能报送/g)).toHaveLength(1);
    expect(shown).toContain('应为 11，报告为 0，相差 -11。');
    expect(shown).not.toContain('总计：应为');
  });

  it.each([60, 80, 100, 132])('lines Chinese up in %i columns and never runs over the edge', (columns) => {
    const long = finding({ message: both('“三、本年度办理结果”不是规定格式的行或者列，其数字没有计入。ABC 123。') });
    const lines = showRecord(record([long, finding({ remedy: both('另一种办法。') })]), style(columns), false).split('\n');
    const [message, remedy] = [columnOf(lines, '问题'), columnOf(lines, '怎么办')];
    expect(columnOf(lines, '“三、')).toBe(message);
    expect(columnOf(lines, '应为 11')).toBe(message);
    expect(columnOf(lines, '核对本')).toBe(remedy);
    expect(columnOf(lines, '另一')).toBe(remedy);
    for (const line of lines.slice(3)) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });

  it('lines up just the same in colour', () => {
    const plain = showRecord(record([finding({})]), style(), true);
    const coloured = showRecord(record([finding({})]), styleFor({ columns: 100 }, 'zh', { FORCE_COLOR: '1' }), true);
    expect(coloured).toContain('\u001b[31m');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  it('tells what follows from a finding and how it might be mended, folded', () => {
    const consequence = { ...finding({ code: 'S3-COL' }), message: both('合计不等。') };
    const change = { cell: 's4/review/total' as const, path: both('行政复议 × 总计'), from: '0', to: '11', slip: null };
    const many = finding({
      consequences: Array.from({ length: 5 }, () => consequence),
      repair: { alternatives: [{ changes: [change] }], count: 1, complete: true },
    });
    const shown = showRecord(record([many]), style(132), false);
    expect(shown.match(/由此引起：合计不等。/g)).toHaveLength(3);
    expect(shown).toContain('另有 2 处由此引起');
    expect(shown).toContain('也许应改为（供参考）');
    expect(shown).toContain('· 行政复议 × 总计 0 → 11');
  });

  it('counts and lists the numbers that no cell claimed', () => {
    const left = (raw: string, context: string) => ({ raw, context, section: null, place: null });
    const shown = showRecord({ ...record([]), residue: [left('86', '86'), left('12', '第3页 12\n份')] }, style(), false);
    expect(shown).toMatch(/\n\n {2}剩余数字 2 {2}没有归入任何单元格\n {2}86\n {2}12：第3页 12 份\n$/);
    expect(showRecord(record([]), style(), false)).not.toContain('剩余数字');
  });

  it('says why a file was not read', () => {
    const refused = recordOfRefusal('a.docx', { code: 'DAMAGED_FILE', message: { zh: '文件已经损坏。', en: 'The file is damaged.' } });
    expect(showRecord(refused, style(), false)).toBe('✗ 无法读取  a.docx\n  文件已经损坏。\n');
    expect(showRecord(refused, styleFor({}, 'en', {}), false)).toContain('The file is damaged.');
  });

  it('counts files by verdict', () => {
    const tally = { clean: 3, warnings: 0, must_explain: 1, cannot_be_filed: 0, unreadable: 1 };
    expect(totalLine(tally, style())).toBe('共 5 个文件：通过 3，须说明 1，无法读取 1');
    expect(verdictLine({ ...record([]), verdict: 'clean' }, style())).toBe('✓ 通过      报告.docx');
  });
});
