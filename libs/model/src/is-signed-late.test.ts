import { isSignedLate } from './is-signed-late';

describe('isSignedLate', () => {
  it.each([
    ['2023-11-30', true],
    ['2023-12-31', true],
    ['2023-10-31', false],
    ['2024-01-20', false],
    ['2022-12-31', false],
  ])('a report of 2023 signed on %s: %s', (signedOn, late) => expect(isSignedLate(signedOn, 2023)).toBe(late));
});
