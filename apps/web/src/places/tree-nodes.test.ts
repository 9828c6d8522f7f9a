import { nodesOf } from './tree-nodes';

describe('nodesOf', () => {
  it('puts agencies before the regions below and leaves unknown what was not asked for', () => {
    const [city] = nodesOf(
      [{ id: '1', name: 'city' }],
      new Map([['1', { children: [{ id: '2', name: 'county' }], agencies: [{ id: '1', name: 'bureau' }] }]]),
    );
    expect(city?.children).toEqual([
      { id: '1', name: 'bureau', kind: 'agency', children: null },
      { id: '2', name: 'county', kind: 'region', children: undefined },
    ]);
  });
});
