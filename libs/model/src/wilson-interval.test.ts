import { wilsonInterval } from './wilson-interval';

describe('wilsonInterval', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3 (score, no continuity correction), to four digits.
  it.each([
    [81n, 263n, '0.2553', '0.3662'],
    [15n, 148n, '0.0624', '0.1605'],
    [0n, 20n, '0.0000', '0.1611'],
    [1n, 29n, '0.0061', '0.1718'],
  ])('gives the published bounds of %s of %s', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials)!;
    expect([Number(interval.low).toFixed(4), Number(interval.high).toFixed(4)]).toEqual([low, high]);
  });

  it('mirrors: what is not counted has the interval that remains', () => {
    expect(wilsonInterval(9n, 9n)).toEqual({ low: (1 - Number(wilsonInterval(0n, 9n)!.high)).toFixed(6), high: '1.000000' });
  });

  it('is nothing where there is no proportion', () => {
    expect([wilsonInterval(0n, 0n), wilsonInterval(3n, 2n), wilsonInterval(-1n, 2n)]).toEqual([null, null, null]);
  });
});
