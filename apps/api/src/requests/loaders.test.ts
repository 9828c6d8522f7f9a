import { many, one } from './loaders';

describe('what a key gets of the rows of one statement', () => {
  const rows = [
    { id: '1', from: 'a', to: 'b' },
    { id: '2', from: 'b', to: null },
    { id: '3', from: 'b', to: 'b' },
  ];

  it('is the row that has the key, or null', () => {
    const rowOf = one<(typeof rows)[number]>(({ id }) => id)(rows);
    expect(rowOf('2')).toBe(rows[1]);
    expect(rowOf('4')).toBeNull();
  });

  it('or all rows that belong to it, in their order and once each', () => {
    const rowsOf = many<(typeof rows)[number]>(({ from, to }) => [from, to])(rows);
    expect(rowsOf('b')).toEqual([rows[0], rows[1], rows[2]]);
    expect(rowsOf('a')).toEqual([rows[0]]);
    expect(rowsOf('c')).toEqual([]);
  });
});
