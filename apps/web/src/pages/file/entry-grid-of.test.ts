import { FORMS } from '@gongkai/catalogue';
import { planPaste, readClipboard, selectCell, startGrid, takeStep, textsOf, totalsIn } from '@gongkai/grid';
import type { CellId } from '@gongkai/model';
import { entryGridOf } from './entry-grid-of';

const grid = entryGridOf('gb2021_30');

it.each(FORMS.map(({ id, grids }) => [id, grids] as const))('%s: exactly its computed cells are totals', (id, grids) => {
  const computed = grids.flatMap(({ section, rows, columns }) =>
    rows.flatMap((row) => columns.flatMap((column) => (row.computed || column.computed ? [`${section}/${row.code}/${column.code}`] : []))),
  );
  expect([...entryGridOf(id).totals.keys()].sort()).toEqual(computed.sort());
});

it('counts what was pasted as people write it, and keeps it as it was written', () => {
  const at = { ...startGrid(grid, new Map()), selection: selectCell(grid, 's4/review/upheld')! };
  const { block } = readClipboard({ html: '', text: '１２\t1,204\t/\t\t1216' })!;
  const { texts, outside, onTotals } = planPaste(grid, at, block);
  expect([outside, onTotals]).toEqual([[], []]);
  const { entries } = takeStep(grid, at, { kind: 'paste', texts });
  expect([...entries]).toEqual([
    ['s4/review/upheld', '１２'],
    ['s4/review/corrected', '1,204'],
    ['s4/review/other', '/'],
  ]);
  expect(totalsIn(grid, entries).get('s4/review/total')).toBe(1216n);
});

it('does not add up beside a text that is no figure', () => {
  const texts = new Map<CellId, string>([
    ['s4/review/upheld', '3'],
    ['s4/review/other', '约5'],
  ]);
  expect(textsOf(grid, startGrid(grid, texts).entries).has('s4/review/total')).toBe(false);
});
