import { cellChosenAt, spotsOf, type PlacedCell } from './placed-cells';

const at = (cell: string, place: PlacedCell['place']): PlacedCell => ({ cell, label: cell, state: 'number', raw: '1', typed: null, place });

it('holds cells that ran together at one place, and none that has no place', () => {
  const row = { table: 3, row: 5 };
  const box = { left: 1.5, top: 2, width: 3, height: 4 };
  const spots = spotsOf([
    at('a', { ...row, column: 1 }),
    at('b', { ...row, column: 2 }),
    at('c', { ...row, column: 1 }),
    at('d', null),
    at('e', { ...row, column: 1, page: 2, box }),
    at('f', { ...row, column: 1, page: 3, box }),
    at('g', {}),
  ]);
  expect([...spots.values()].map(({ cells }) => cells.map(({ cell }) => cell).join(' '))).toEqual(['a c', 'b', 'e', 'f']);
});

it('chooses the next of several cells at one place', () => {
  const [spot] = [...spotsOf([at('a', { line: 4 }), at('b', { line: 4 })]).values()];
  expect([null, 'a', 'b', 'elsewhere'].map((chosen) => cellChosenAt(spot!, chosen))).toEqual(['a', 'b', 'a', 'a']);
});
