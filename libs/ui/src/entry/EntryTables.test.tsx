import { FORMS } from '@gongkai/catalogue';
import { cellsOf, type Form } from '@gongkai/model';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ShownFinding } from '../shown';
import { EntryTables, type EntryTablesProps } from './EntryTables';
import { commandOf, leavingMove, type EntryCommand } from './entry-keys';
import type { EntryWords } from './entry-words';

const words: EntryWords = {
  headings: {},
  content: '信息内容',
  balance: '勾稽',
  captions: { s2: '二', s3: '三', s4: '四' },
  states: { blank: '空白', mark: '符号', unreadable: '无法识读', not_found: '未找到', not_in_form: '无此栏', unit_unknown: '单位不明' },
  severities: { error: '错误', inconsistency: '须说明', warning: '提示', info: '知悉' },
  pointed: '所指',
  derived: '推算',
  inapplicable: '不适用',
  note: (note) => note,
  confidences: { alike: '相似', inferred: '推断' },
  units: { cny: '元', cny_10k: '万元' },
  unrecognised: '未识别',
  origins: { read: '读自文件', typed_over: '改过', carried: '结转', carried_changed: '结转已改', typed: '录入' },
  total: '自动合计',
  was: (text) => `原为${text}`,
  printedTotal: (worked) => `各项之和${worked}`,
  keys: '用法',
  locked: '不能录入',
  leave: '可以离开',
};
const nothing = (): void => undefined;
const acts: EntryTablesProps['acts'] = {
  ...{ go: nothing, typing: nothing, type: nothing, clear: nothing, undo: nothing, redo: nothing, paste: nothing, nextMarked: nothing },
  move: () => true,
  copy: () => ({ html: '', text: '' }),
};

function markup(form: Form, more: Partial<EntryTablesProps> = {}): string {
  return renderToStaticMarkup(
    <EntryTables
      {...{ form, words, acts, year: 2023, active: null, findings: [], calls: 0, announcement: '', language: 'zh' }}
      entries={new Map()}
      focus="s3/granted/natural_person"
      selected={new Set(['s3/granted/natural_person'])}
      inapplicable={new Set()}
      {...more}
    />,
  );
}
const drawn = (html: string, id: string): string => html.match(new RegExp(`<td[^>]*data-cell="${id}".*?</td>`))?.[0] ?? '';
const form = FORMS.find(({ id }) => id === 'gb2021_30')!;

it.each(FORMS.map((one) => [one.id, one] as const))('%s is three grids of all its cells, one of each on the way of Tab', (_, one) => {
  const html = markup(one);
  expect(html.match(/role="grid"/g)).toHaveLength(3);
  expect([...html.matchAll(/role="gridcell" data-cell="([^"]+)"/g)].map(([, id]) => id)).toEqual(one.grids.flatMap(cellsOf));
  expect(html.match(/tabindex="0"/gi)).toHaveLength(3);
  expect(drawn(html, 's3/granted/natural_person')).toMatch(/tabindex="0".*aria-selected="true"/i);
});

it('says of a cell where its text comes from, of a total that it is worked out, and shows nothing where nothing was said', () => {
  const html = markup(form, {
    entries: new Map([
      ['s3/carried_in/natural_person', { text: '7', origin: 'carried_changed', was: '4', isTotal: false }],
      ['s3/carried_in/total', { text: '7', origin: null, was: null, isTotal: true }],
      ['s4/review/total', { text: '5', origin: 'read', was: '4', isTotal: true }],
    ]),
    inapplicable: new Set(['regulations']),
  });
  expect(drawn(html, 's3/carried_in/natural_person')).toMatch(/data-origin="carried_changed".*>7<.*结转已改 原为4/);
  expect(drawn(html, 's3/carried_in/total')).toMatch(/aria-readonly="true".*自动合计/);
  expect(drawn(html, 's4/review/total')).toMatch(/>5<.*各项之和4/);
  expect(drawn(html, 's3/granted/other_org')).toContain('<span class="gk-figure"></span>');
  expect(drawn(html, 's2/regulations/issued_count')).toMatch(/data-inapplicable.*不适用/);
});

it('marks few cells: of a wrong sum the one to look at first, not every zero that could be another', () => {
  const cells = form.grids.find(({ section }) => section === 's4')!.columns.map(({ code }) => `s4/review/${code}`);
  const change = (cell: string) => ({ changes: [{ cell, path: { zh: '', en: '' }, from: '0', to: '3', slip: null }] });
  const finding: ShownFinding = {
    ...{ code: 'S4-SUM', severity: 'error', expected: '3', found: '0', difference: '3', basis: '', consequences: [] },
    cells: ['s4/review/total'],
    contributors: cells.map((cell) => ({ cell, year: null, state: 'number', amount: '0' })),
    ...{ path: { zh: '', en: '' }, message: { zh: '', en: '' }, says: { zh: '', en: '' }, remedy: { zh: '', en: '' } },
    repair: { count: 5, complete: true, alternatives: cells.map(change) },
  };
  expect(markup(form, { findings: [finding] }).match(/data-lit/g)).toHaveLength(1);
  const blanks = { ...finding, code: 'FMT-BLANK', contributors: [], repair: null, cells: form.grids.flatMap(cellsOf) };
  expect(markup(form, { findings: [blanks] }).match(/data-lit/g)).toHaveLength(1);
  expect(markup(form, { findings: [finding], active: finding }).match(/data-active/g)).toHaveLength(5);
});

describe('keys', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
    commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

  it.each<[string, Partial<KeyboardEvent>, EntryCommand | null]>([
    ['ArrowDown', { shiftKey: true }, { kind: 'move', move: 'down', extend: true }],
    ['Home', {}, { kind: 'move', move: 'line_start', extend: false }],
    ['PageDown', {}, { kind: 'move', move: 'page_down', extend: false }],
    ['PageUp', { shiftKey: true }, { kind: 'move', move: 'page_up', extend: true }],
    ['End', { ctrlKey: true, shiftKey: true }, { kind: 'move', move: 'table_end', extend: true }],
    ['Enter', { shiftKey: true }, { kind: 'move', move: 'back', extend: false }],
    ['Tab', {}, { kind: 'move', move: 'next', extend: false }],
    ['F2', {}, { kind: 'edit', text: null }],
    ['7', {}, { kind: 'edit', text: '7' }],
    ['/', {}, { kind: 'edit', text: '/' }],
    ['Delete', {}, { kind: 'clear' }],
    ['z', { ctrlKey: true }, { kind: 'undo' }],
    ['Z', { metaKey: true, shiftKey: true }, { kind: 'redo' }],
    ['y', { ctrlKey: true }, { kind: 'redo' }],
    ['c', { ctrlKey: true }, null],
    ['ArrowLeft', { altKey: true }, null],
    ['Shift', { shiftKey: true }, null],
  ])('%s %j', (key, held, command) => {
    expect(press(key, held)).toEqual(command);
  });

  it('leave a text that was begun anew by an arrow, one that is gone on with only by Enter and Tab', () => {
    expect(leavingMove({ key: 'ArrowLeft', shiftKey: false }, true)).toBe('left');
    expect(leavingMove({ key: 'ArrowLeft', shiftKey: false }, false)).toBeNull();
    expect(leavingMove({ key: 'Tab', shiftKey: true }, false)).toBe('previous');
  });
});
