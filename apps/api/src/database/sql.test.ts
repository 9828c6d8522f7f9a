import { placedStatement } from './sql';

describe('a statement with names', () => {
  it('is placed by the order of its names, each once', () => {
    expect(placedStatement('SELECT :year::int, :agencyId WHERE y = :year', { agencyId: '7', year: 2023 })).toEqual({
      text: 'SELECT $1::int, $2 WHERE y = $1',
      values: [2023, '7'],
    });
  });

  it('leaves alone what is no name: casts, slices, formats, addresses', () => {
    const text = `SELECT x::text, a[1:2], to_char(at, 'HH24:MI:SS'), 'https://', '{"a": 1}'`;
    expect(placedStatement(text, {})).toEqual({ text, values: [] });
  });

  it('takes null for a value, and nothing for none', () => {
    expect(placedStatement('SELECT :x', { x: null }).values).toEqual([null]);
    expect(() => placedStatement('SELECT :x', {})).toThrow('names :x and is not given it');
    expect(() => placedStatement('SELECT :x', { x: undefined })).toThrow('names :x and is not given it');
  });
});
