import type { CellId, Reading } from '@gongkai/model';
import { unansweredComments } from './unanswered-comments';

const RULES = 's2/regulations/issued_count' as CellId;
const UPHELD = 's4/review/upheld' as CellId;
const printed = { place: null, confidence: 'exact' } as const;
const returned = {
  readings: [
    { cell: RULES, state: 'number', amount: 1n, unit: 'piece', raw: '1', ...printed },
    { cell: UPHELD, state: 'blank', raw: '', ...printed },
  ] as readonly Reading[],
  explanations: [{ code: 'XY-CARRY', cell: RULES, text: '上年漏计。' }],
};
const open = (cell: string) => ({ cell, outcome: 'open' }) as const;
const asReturned = { texts: new Map([[RULES, '1']]), explanations: returned.explanations };

it('leaves a comment open while its cell says the same, however written, and nothing was said since', () => {
  const comments = [open(RULES), open(UPHELD)];
  expect(unansweredComments(comments, asReturned, returned)).toEqual(comments);
  expect(unansweredComments(comments, { ...asReturned, texts: new Map([[RULES, '１']]) }, returned)).toEqual(comments);
});

it('has none left of a cell that was changed, explained anew or answered', () => {
  const changed = {
    ...asReturned,
    texts: new Map([
      [RULES, '0'],
      [UPHELD, '2'],
    ] as const),
  };
  expect(unansweredComments([open(RULES), open(UPHELD)], changed, returned)).toEqual([]);
  const explained = { ...asReturned, explanations: [{ code: 'XY-CARRY', cell: RULES, text: '按台账核对无误。' }] };
  expect(unansweredComments([open(RULES), open(UPHELD)], explained, returned)).toEqual([open(UPHELD)]);
  expect(unansweredComments([{ cell: RULES, outcome: 'answered' }], asReturned, returned)).toEqual([]);
});

it('does not lose a comment on what is no cell of the form', () => {
  expect(unansweredComments([open('s9/nothing')], asReturned, returned)).toEqual([open('s9/nothing')]);
});
