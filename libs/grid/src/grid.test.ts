import { FORMS } from '@gongkai/catalogue';
import { cellsOf, type CellId } from '@gongkai/model';
import { openedForm } from '../fixtures/opened-form';
import {
  copySelection,
  entryOrigin,
  focusCell,
  layForm,
  moveSelection,
  planPaste,
  readClipboard,
  selectCell,
  selectionCells,
  startGrid,
  takeStep,
  textsOf,
  totalsIn,
  type GridMove,
  type GridState,
  type GridStep,
} from '.';

const grid = openedForm('gb2021_30');
const form3 = grid.form.grids.find(({ section }) => section === 's3')!;
const start = startGrid(grid, new Map());
const after = (steps: readonly GridStep[], from: GridState = start) => steps.reduce((state, step) => takeStep(grid, state, step), from);
const walk = (from: CellId, ...moves: readonly GridMove[]) =>
  focusCell(grid, { selection: moves.reduce((selection, move) => moveSelection(grid, selection, move), selectCell(grid, from)!) });

describe('the layout', () => {
  it.each(FORMS.map((form) => [form.id, form] as const))(
    'of %s holds each of its cells once, every line as wide as its table',
    (_, form) => {
      const tables = layForm(form);
      expect(tables.map(({ section }) => section)).toEqual(['s2', 's3', 's4']);
      expect(tables.flatMap(({ lines }) => lines.flatMap((line) => [...new Set(line)]))).toEqual(form.grids.flatMap(cellsOf));
      for (const { lines } of tables) expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    },
  );

  it('of section three is 25 lines of 7, section four is one line of 15', () => {
    const [, three, four] = grid.tables;
    expect([three!.lines.length, three!.lines[0]!.length, four!.lines.length, four!.lines[0]!.length]).toEqual([25, 7, 1, 15]);
  });
});

describe('moves', () => {
  it.each<[string, CellId, GridMove[], CellId]>([
    ['down and right', 's3/new_received/natural_person', ['down', 'right'], 's3/carried_in/commercial_enterprise'],
    [
      'over a cell that reaches over three columns',
      's2/regulations/repealed_count',
      ['down', 'down', 'right'],
      's2/administrative_licensing/decision_count',
    ],
    ['back to the column it came from', 's2/normative_documents/repealed_count', ['down', 'up'], 's2/normative_documents/repealed_count'],
    ['from one table down into the next', 's2/administrative_fees/amount_10k_cny', ['down'], 's3/new_received/natural_person'],
    ['and up again', 's3/new_received/natural_person', ['up'], 's2/administrative_fees/amount_10k_cny'],
    ['to the ends of a line', 's3/carried_in/other_org', ['line_end'], 's3/carried_in/total'],
    ['to the end of a table', 's3/carried_in/other_org', ['table_start', 'table_end'], 's3/carried_out/total'],
    ['past a total to what is typed next', 's3/new_received/other_org', ['next'], 's3/carried_in/natural_person'],
    ['past a line of totals', 's3/carried_out/natural_person', ['back'], 's3/other_misc/natural_person'],
    [
      'from the last cell of a table to the first of the next',
      's2/administrative_fees/amount_10k_cny',
      ['next'],
      's3/new_received/natural_person',
    ],
    ['and back to it, past totals', 's4/review/upheld', ['previous'], 's3/carried_out/other_org'],
    ['nowhere at the end of the last table', 's4/litigation_post_review/pending', ['next'], 's4/litigation_post_review/pending'],
    ['nowhere beyond the last table', 's4/review/upheld', ['down'], 's4/review/upheld'],
  ])('%s', (_, from, moves, to) => {
    expect(walk(from, ...moves)).toBe(to);
  });

  it('go by a page, not past the ends of a table, and on from there into the next', () => {
    const page = (from: CellId, ...moves: readonly GridMove[]) =>
      focusCell(grid, {
        selection: moves.reduce((selection, move) => moveSelection(grid, selection, move, { page: 10 }), selectCell(grid, from)!),
      });
    const rows = form3.rows.map(({ code }) => code);
    expect(page('s3/new_received/other_org', 'page_down')).toBe(`s3/${rows[10]}/other_org`);
    expect(page('s3/new_received/other_org', 'page_down', 'page_down', 'page_down')).toBe('s3/carried_out/other_org');
    expect(page('s3/carried_out/other_org', 'page_down')).toMatch(/^s4\//);
    expect(page('s3/new_received/other_org', 'page_down', 'page_up')).toBe('s3/new_received/other_org');
    expect(page('s3/new_received/other_org', 'page_up')).toMatch(/^s2\/administrative_fees/);
    const wide = moveSelection(grid, selectCell(grid, 's3/new_received/other_org')!, 'page_down', { page: 99, extend: true });
    expect(selectionCells(grid, wide)).toHaveLength(rows.length);
  });

  it('widen the selection with a held key, never into another table', () => {
    const begun = selectCell(grid, 's2/administrative_compulsion/decision_count')!;
    const wide = moveSelection(grid, moveSelection(grid, begun, 'down', { extend: true }), 'down', { extend: true });
    expect(selectionCells(grid, wide)).toEqual(['s2/administrative_compulsion/decision_count', 's2/administrative_fees/amount_10k_cny']);
    const cut = { anchor: { section: 's2', row: 0, column: 1 }, focus: { section: 's2', row: 2, column: 1 } } as const;
    expect(selectionCells(grid, cut)).toHaveLength(3 + 3 + 1);
  });
});

describe('totals', () => {
  it('follow what is typed, down to the total of totals, and are not typed into', () => {
    const state = after([
      { kind: 'type', cell: 's3/granted/natural_person', text: '4' },
      { kind: 'type', cell: 's3/denied_state_secret/other_org', text: '2' },
      { kind: 'type', cell: 's3/total_processed/total', text: '99' },
    ]);
    const totals = totalsIn(grid, state.entries);
    expect(totals.get('s3/total_processed/total')).toBe(6n);
    expect(totals.get('s3/granted/total')).toBe(4n);
    expect(totals.has('s3/new_received/total')).toBe(false);
    expect(state.past).toHaveLength(2);
  });

  it('are unknown beside what cannot be read', () => {
    const state = after([
      { kind: 'type', cell: 's4/review/upheld', text: '4' },
      { kind: 'type', cell: 's4/review/other', text: '约2' },
    ]);
    expect(totalsIn(grid, state.entries).has('s4/review/total')).toBe(false);
  });

  it('keep what a file prints where its parts make another, until it is taken back', () => {
    const file = new Map<CellId, string>([
      ['s4/review/upheld', '4'],
      ['s4/review/total', '5'],
      ['s4/litigation_direct/upheld', '1'],
      ['s4/litigation_direct/total', '1'],
    ]);
    const read = after([{ kind: 'fill', texts: file }]);
    expect([...read.entries.keys()]).toEqual(['s4/review/upheld', 's4/review/total', 's4/litigation_direct/upheld']);
    expect(textsOf(grid, read.entries).get('s4/review/total')).toBe('5');
    const taken = after([{ kind: 'take', texts: new Map([['s4/review/total', '4']]) }], read);
    expect(textsOf(grid, taken.entries).get('s4/review/total')).toBe('4');
    expect(after([{ kind: 'undo' }], taken).entries.get('s4/review/total')).toBe('5');
  });
});

describe('a paste', () => {
  const at = (cell: CellId) => after([{ kind: 'go', cell }]);

  it('says what would fall outside and which totals would differ, and changes nothing', () => {
    const state = at('s4/litigation_post_review/pending');
    const plan = planPaste(grid, state, [
      ['3', '9', 'x'],
      ['7', '', null],
    ]);
    expect(plan).toEqual({
      texts: new Map([['s4/litigation_post_review/pending', '3']]),
      heads: [],
      outside: [
        { line: 1, column: 3, text: 'x' },
        { line: 2, column: 1, text: '7' },
      ],
      onTotals: [{ cell: 's4/litigation_post_review/total', text: '9', total: '3' }],
    });
    expect(state.entries.size).toBe(0);
  });

  it('has nothing to say of totals that agree', () => {
    expect(planPaste(grid, at('s4/review/upheld'), [['1', '2', '', '/', '3']])).toMatchObject({ outside: [], onTotals: [] });
  });

  it('leaves blanks blank and what a merged cell covers as it was', () => {
    const typed = after([
      { kind: 'type', cell: 's3/granted/natural_person', text: '4' },
      { kind: 'type', cell: 's3/granted/commercial_enterprise', text: '5' },
      { kind: 'go', cell: 's3/granted/natural_person' },
    ]);
    const { texts } = planPaste(grid, typed, [['', null]]);
    expect([...after([{ kind: 'paste', texts }], typed).entries]).toEqual([['s3/granted/commercial_enterprise', '5']]);
  });

  it('leaves out the names of rows and columns that were copied along, and says which', () => {
    const named = [
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '1', '/', '5'],
      ['行政规范性文件', '', '', ''],
      ['第二十条第（五）项', null, null, null],
      ['信息内容', '本年处理决定数量', null, null],
      ['行政许可', '12', null, null],
    ];
    const { texts, heads, outside } = planPaste(grid, at('s2/regulations/issued_count'), named);
    expect([...texts].filter(([, text]) => text !== '')).toEqual([
      ['s2/regulations/issued_count', '1'],
      ['s2/regulations/repealed_count', '/'],
      ['s2/regulations/in_force_count', '5'],
      ['s2/administrative_licensing/decision_count', '12'],
    ]);
    expect([heads.length, outside]).toEqual([10, []]);
    expect(heads.slice(3, 6)).toEqual([
      { line: 1, column: 4, text: '现行有效件数' },
      { line: 2, column: 1, text: '规章' },
      { line: 3, column: 1, text: '行政规范性文件' },
    ]);
  });

  it.each<[string, (string | null)[][], string]>([
    ['one row with its name', [['一、本年新收政府信息公开申请数量', '4', '9']], 's3/new_received/natural_person'],
    [
      'two columns of names and heads on two lines',
      [
        ['（本列数据的勾稽关系为）', null, '自然人', '法人或其他组织'],
        [null, null, null, '商业企业'],
        ['三、本年度办理结果', '（一）予以公开', '4', '9'],
      ],
      's3/granted/natural_person',
    ],
    [
      'plain lines',
      [
        ['', '自然人', '商业企业'],
        ['（一）予以公开', '4', '9'],
      ],
      's3/granted/natural_person',
    ],
  ])('begins with the first figure of %s', (_, block, cell) => {
    expect([...planPaste(grid, at(cell as CellId), block).texts.values()]).toEqual(['4', '9']);
  });

  it('takes nothing for a name that stands among figures, or where there are no figures', () => {
    for (const block of [
      [
        ['若干', '3'],
        ['4', '约5'],
      ],
      [['3', '若干']],
      [['规章', '无数']],
      [['约5', '3']],
    ]) {
      const { texts, heads } = planPaste(grid, at('s3/granted/natural_person'), block);
      expect([[...texts.values()], heads]).toEqual([block.flat(), []]);
    }
  });

  it('of one text fills all that is selected', () => {
    const wide = after([
      { kind: 'go', cell: 's3/granted/other_org' },
      { kind: 'go', cell: 's3/partially_granted/total', extend: true },
    ]);
    expect([...planPaste(grid, wide, [['0']]).texts.keys()]).toEqual(['s3/granted/other_org', 's3/partially_granted/other_org']);
  });

  it('takes back what was copied, as text and as a table', () => {
    const filled = after([
      { kind: 'type', cell: 's2/regulations/issued_count', text: '1' },
      { kind: 'type', cell: 's2/administrative_licensing/decision_count', text: '"<3>"' },
      { kind: 'go', cell: 's2/regulations/issued_count' },
      { kind: 'go', cell: 's2/administrative_licensing/decision_count', extend: true },
    ]);
    const copy = copySelection(grid, filled);
    for (const { block } of [readClipboard(copy)!, readClipboard({ ...copy, html: '' })!]) {
      const { texts, outside } = planPaste(grid, at('s2/regulations/issued_count'), block);
      expect(outside).toEqual([]);
      expect(after([{ kind: 'paste', texts }], start).entries).toEqual(filled.entries);
    }
  });
});

it('tells where a text comes from', () => {
  const none = { read: undefined, carried: undefined };
  expect(entryOrigin('', none)).toBeNull();
  expect(entryOrigin('3', none)).toBe('typed');
  expect(entryOrigin('3', { read: '3', carried: '4' })).toBe('read');
  expect(entryOrigin('', { read: '3', carried: undefined })).toBe('typed_over');
  expect(entryOrigin('4', { read: undefined, carried: '4' })).toBe('carried');
  expect(entryOrigin('5', { read: undefined, carried: '4' })).toBe('carried_changed');
});
