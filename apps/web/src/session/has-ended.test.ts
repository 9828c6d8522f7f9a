import { hasEnded } from './has-ended';

const me = { id: '1', login: 'yl', name: '经办人', role: 'agency', agency: null, region: null } as const;

it('a session has ended where somebody read before and nobody does now, until the next log-in', () => {
  expect(hasEnded({ me, hasEnded: false }, { me: null })).toBe(true);
  expect(hasEnded({ me: null, hasEnded: true }, { me: null })).toBe(true);
  expect(hasEnded({ me: null, hasEnded: true }, { me })).toBe(false);
});

it('has not ended where nobody was logged in, or logged out', () => {
  expect(hasEnded(undefined, { me: null })).toBe(false);
  expect(hasEnded({ me: null, hasEnded: false }, { me: null })).toBe(false);
});
