import { wordsOfQuery } from './words-of-query';

it('takes GraphQL’s own names, and none twice', () => {
  expect(wordsOfQuery({ groupBy: 'region', asOf: 'x', kind: 'DEPARTMENT', from: '1' })).toEqual({
    said: { group_by: 'region', as_of: 'x', kinds: 'DEPARTMENT', from: '1' },
    wrong: [],
  });
  expect(wordsOfQuery({ groupBy: 'region', group_by: 'agency' }).wrong).toEqual(['group_by']);
});
