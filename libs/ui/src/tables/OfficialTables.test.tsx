import { spanHeads, type CellId, type Form, type Grid, type Line, type TableSection, type Words } from '@gongkai/model';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ShownCell, ShownFinding } from '../shown';
import { OfficialTables } from './OfficialTables';
import type { TableWords } from './table-words';

const say = (zh: string): Words => ({ zh, en: `en ${zh}` });
const line = (code: string, under: readonly string[] = [], computed = false): Line => ({
  code,
  label: say(code),
  under,
  aliases: [],
  group: null,
  computed,
  basis: null,
  note: null,
});
const grid = (id: string, section: TableSection, rows: readonly Line[], columns: readonly Line[], rest: Partial<Grid> = {}): Grid => ({
  id,
  section,
  heading: null,
  printedAs: 'lines',
  rows,
  columns,
  ...rest,
});

const form: Form = {
  id: 'gb2021_30',
  title: say('格式'),
  document: '',
  issuedOn: '2021-09-26',
  passages: {},
  years: { first: 2021, last: null },
  sections: [],
  rules: [],
  grids: [
    grid('documents', 's2', [line('规章')], [line('制发'), line('废止'), line('有效')], { heading: '第（一）项' }),
    grid('fees', 's2', [line('收费')], [line('金额')], { heading: '第（八）项' }),
    grid(
      'requests',
      's3',
      [
        line('新收'),
        line('予以公开', ['结果']),
        line('秘密', ['结果', '不予公开']),
        line('禁止', ['结果', '不予公开']),
        line('总计', ['结果'], true),
      ],
      [line('自然人', ['申请人']), line('企业', ['申请人', '组织']), line('机构', ['申请人', '组织']), line('合计', ['申请人'], true)],
    ),
    grid('remedies', 's4', [line('复议'), line('直接', ['诉讼']), line('复议后', ['诉讼'])], [line('维持'), line('总数', [], true)], {
      printedAs: 'flat',
    }),
  ],
};
const words: TableWords = {
  headings: { 组织: '法人或其他组织' },
  content: '信息内容',
  balance: '勾稽',
  captions: { s2: '二', s3: '三', s4: '四' },
  states: {
    blank: '空白',
    mark: '以符号代替',
    unreadable: '无法识读',
    not_found: '未找到',
    not_in_form: '无此栏',
    unit_unknown: '单位不明',
  },
  severities: { error: '错误', inconsistency: '须说明', warning: '提示', info: '知悉' },
  pointed: '所指',
  derived: '推算',
  inapplicable: '不适用',
  note: (note) => `附注${note}`,
  confidences: { alike: '相似', inferred: '推断' },
  units: { cny: '元', cny_10k: '万元' },
  unrecognised: '未识别',
};
const cell = (id: string, rest: Partial<ShownCell>): ShownCell => ({
  cell: id,
  state: 'number',
  amount: '7',
  unit: 'request',
  raw: '7',
  derived: false,
  ...rest,
});
const finding = (cells: readonly CellId[], rest: Partial<ShownFinding> = {}): ShownFinding => ({
  code: 'S4-SUM',
  severity: 'error',
  cells,
  path: say('p'),
  message: say('m'),
  expected: '1',
  found: '2',
  difference: '1',
  contributors: [],
  says: say('s'),
  basis: 'b',
  remedy: say('r'),
  consequences: [],
  repair: null,
  ...rest,
});

function markup(cells: readonly ShownCell[] = [], findings: readonly ShownFinding[] = [], s2: Form | null = form): string {
  return renderToStaticMarkup(<OfficialTables forms={{ s2, s3: form, s4: form }} {...{ cells, findings, words }} language="zh" />);
}

function cellMarkup(html: string, id: string): string {
  return html.match(new RegExp(`<td data-cell="${id}".*?</td>`))?.[0] ?? '';
}

describe('OfficialTables', () => {
  it('holds every cell of the form exactly once', () => {
    const ids = [...markup().matchAll(/data-cell="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(3 + 1 + 5 * 4 + 3 * 2);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows a blank as a blank, a zero as a zero, a mark as it was printed and a derived total as derived', () => {
    const html = markup([
      cell('s3/新收/自然人', { amount: '0', raw: '0' }),
      cell('s3/新收/企业', { state: 'mark', amount: null, raw: '/' }),
      cell('s3/总计/合计', { state: 'blank', amount: '9', raw: '', derived: true }),
    ]);
    expect(cellMarkup(html, 's3/新收/自然人')).toContain('<span class="gk-figure">0</span>');
    expect(cellMarkup(html, 's3/新收/企业')).toContain('<span class="gk-figure">/</span>');
    expect(cellMarkup(html, 's3/新收/机构')).toContain('<span class="gk-figure"></span>');
    expect(cellMarkup(html, 's3/新收/机构')).toContain('空白');
    expect(cellMarkup(html, 's3/总计/合计')).toMatch(/data-derived="true".*>9<.*推算/);
  });

  it('lights a cell by the worst finding it is in, by sign and word and not by colour only', () => {
    const html = markup([cell('s4/复议/总数', {})], [finding(['s4/复议/总数'], { severity: 'warning' }), finding(['s4/复议/总数'])]);
    expect(cellMarkup(html, 's4/复议/总数')).toMatch(/data-lit="error".*<svg.*错误/);
    expect(html.match(/data-lit/g)).toHaveLength(1);
  });

  it('says of a cell somebody was sent to look at just that, and keeps the word of a finding it is in', () => {
    const html = renderToStaticMarkup(
      <OfficialTables
        forms={{ s2: form, s3: form, s4: form }}
        cells={[]}
        findings={[finding(['s4/复议/总数'])]}
        pointed={['s4/复议/总数', 's4/复议/维持']}
        words={words}
        language="zh"
        onPick={() => undefined}
      />,
    );
    expect(cellMarkup(html, 's4/复议/维持')).toMatch(/data-pointed.*所指/);
    expect(cellMarkup(html, 's4/复议/维持')).not.toMatch(/知悉|<button/);
    expect(cellMarkup(html, 's4/复议/总数')).toMatch(/data-lit="error".*<button.*错误 所指/);
  });

  it('gives the sign to the cell to look at first and lights the others of the finding more quietly', () => {
    const html = markup([], [finding(['s4/复议/总数', 's4/复议/维持'])]);
    expect(cellMarkup(html, 's4/复议/总数')).toMatch(/data-first.*<svg/);
    expect(cellMarkup(html, 's4/复议/维持')).toContain('data-lit="error"');
    expect(cellMarkup(html, 's4/复议/维持')).not.toContain('<svg');
  });

  it('marks a cell that was remarked on, by sign and in words', () => {
    const comments = new Map([['s4/复议/总数', '请核对总数']]);
    const html = renderToStaticMarkup(
      <OfficialTables forms={{ s2: form, s3: form, s4: form }} cells={[]} findings={[]} {...{ words, comments }} language="zh" />,
    );
    expect(cellMarkup(html, 's4/复议/总数')).toMatch(/data-commented.*<svg.*请核对总数/);
    expect(html.match(/data-commented/g)).toHaveLength(1);
  });

  it('names the unit of money only where the label does not', () => {
    expect(cellMarkup(markup([cell('s2/收费/金额', { unit: 'cny', amount: '12.5' })]), 's2/收费/金额')).toContain(
      '<span class="gk-unit"> 元</span>',
    );
    expect(markup([cell('s3/新收/自然人', {})])).not.toContain('gk-unit');
  });

  it('stretches the last column of a narrow block and says so when a section was not recognised', () => {
    expect(cellMarkup(markup(), 's2/收费/金额')).toContain('colSpan="3"');
    expect(markup([], [], null)).toContain('未识别');
  });

  it('merges the heads of the form: 组织 over two columns, 结果 beside four rows', () => {
    const html = markup();
    expect(html).toContain('<th scope="colgroup" colSpan="2" rowSpan="1">法人或其他组织</th>');
    expect(html).toContain('<th scope="rowgroup" rowSpan="4" colSpan="1" class="gk-row-group">结果</th>');
    expect(html).toContain('<th scope="colgroup" colSpan="4" rowSpan="1">诉讼</th>');
  });
});

describe('spanHeads', () => {
  it('opens a new head where the same heading stands apart', () => {
    const heads = spanHeads([
      { label: 'a', under: ['x'] },
      { label: 'b', under: [] },
      { label: 'c', under: ['x'] },
    ]);
    expect(heads.filter(({ leaf }) => !leaf)).toMatchObject([
      { line: 0, lines: 1 },
      { line: 2, lines: 1 },
    ]);
    expect(heads.find(({ text }) => text === 'b')).toMatchObject({ level: 0, levels: 2 });
  });
});
