import { type Edge, type AgencyToday, constantGroups, holdersToday, keyOf } from './structure';

const edge = (predecessorId: string, kind: Edge['kind'], on: string, successorId: string | null): Edge => ({
  predecessorId,
  successorId,
  kind,
  on,
  basis: 'x',
});
const known = (ended: Readonly<Record<string, string>> = {}): ReadonlyMap<string, AgencyToday> =>
  new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, { id, name: id, validTo: ended[id] ?? null, regionPath: ['1'] }]));

describe('by today’s structure', () => {
  it('counts the merged under the one that follows, by way of others too', () => {
    const edges = [edge('a', 'merge', '2022-05-01', 'c'), edge('b', 'merge', '2022-05-01', 'c'), edge('c', 'rename', '2024-01-01', 'd')];
    const holders = holdersToday(edges, known({ a: '2022-05-01', b: '2022-05-01', c: '2024-01-01' }));
    expect([holders('a', 2021), holders('b', 2020), holders('c', 2023), holders('d', 2024)]).toEqual([['d'], ['d'], ['d'], ['d']]);
  });

  it('cannot apportion a split: the years before are held jointly', () => {
    const holders = holdersToday(
      [edge('a', 'split', '2022-05-01', 'b'), edge('a', 'split', '2022-05-01', 'c')],
      known({ a: '2022-05-01' }),
    );
    expect([holders('a', 2021), holders('b', 2022), holders('c', 2023)]).toEqual([['b', 'c'], ['b'], ['c']]);
  });

  it('joins one that continues with what was parted from it, only for the years before', () => {
    const holders = holdersToday([edge('a', 'split', '2022-05-01', 'b')], known());
    expect([holders('a', 2021), holders('a', 2022), holders('b', 2022)]).toEqual([['a', 'b'], ['a'], ['b']]);
  });

  it('leaves to an abolished agency what was its own', () => {
    const holders = holdersToday([edge('a', 'abolish', '2022-05-01', null)], known({ a: '2022-05-01' }));
    expect(holders('a', 2021)).toEqual(['a']);
  });
});

describe('by constant structure', () => {
  const edges = [
    edge('a', 'merge', '2022-05-01', 'c'),
    edge('b', 'merge', '2022-05-01', 'c'),
    edge('c', 'split', '2024-02-01', 'd'),
    edge('c', 'split', '2024-02-01', 'e'),
  ];

  it('joins those who follow one another within the years asked, and nobody else', () => {
    const key = (from: number, to: number) => ['a', 'c', 'e'].map((id) => keyOf(constantGroups(edges, { from, to })(id, from)));
    expect(key(2021, 2024)).toEqual(['a+b+c+d+e', 'a+b+c+d+e', 'a+b+c+d+e']);
    expect(key(2021, 2023)).toEqual(['a+b+c', 'a+b+c', 'e']);
    expect(key(2022, 2024)).toEqual(['a', 'c+d+e', 'c+d+e']);
    expect(key(2022, 2023)).toEqual(['a', 'c', 'e']);
  });
});
