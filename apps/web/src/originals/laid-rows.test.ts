import type { OriginalCell, OriginalTable } from '@gongkai/model';
import { labelColumn, laidRows } from './laid-rows';

const cell = (text: string, column: number, columnSpan = 1, rowSpan = 1): OriginalCell => ({
  text,
  column,
  columnSpan,
  rowSpan,
  place: {},
});
const drawn = (rows: readonly (readonly OriginalCell[])[], spans: OriginalTable['spans'] = 'kept'): readonly string[] =>
  laidRows({ kind: 'table', rows, spans }).map((row) =>
    row.map(({ cell: own, columnSpan, rowSpan }) => `${own?.text ?? '·'}${columnSpan}${rowSpan}`).join(' '),
  );

it('spells out the room before a cell, and none where a cell above covers it', () => {
  expect(drawn([[cell('a', 0, 1, 3), cell('b', 2)], [cell('c', 2)], [cell('d', 1, 2)], [cell('e', 0), cell('f', 2)]])).toEqual([
    'a13 ·11 b11',
    '·11 c11',
    'd21',
    'e11 ·11 f11',
  ]);
});

it('lets no cell reach below the table', () => {
  expect(drawn([[cell('a', 0, 1, 9), cell('b', 1)], [cell('c', 1)]])).toEqual(['a12 b11', 'c11']);
});

it('counts no columns where spans are lost, and keeps a lonely cell of a wide sheet in sight', () => {
  expect(drawn([[cell('a', 0), cell('b', 3)]], 'lost')).toEqual(['a11 b11']);
  expect(drawn([[cell('a', 0), cell('b', 16_000)]])).toEqual(['a11 ·401 b11']);
});

it('knows the column that names the rows by the figures beside it', () => {
  const rows = [
    [cell('处理结果', 0, 1, 2), cell('予以公开', 1), cell('4', 2), cell('9', 3)],
    [cell('部分公开', 1), cell('', 2), cell('1', 3)],
  ];
  const laid = laidRows({ kind: 'table', rows, spans: 'kept' });
  const isFigure = ({ text }: OriginalCell): boolean => /^\d*$/.test(text);
  expect(labelColumn(laid, isFigure)).toBe(1);
  expect(labelColumn(laid, () => false)).toBeNull();
  expect(labelColumn(laid, () => true)).toBeNull();
});
