import fc from 'fast-check';
import { RUNS, SEED } from '../fixtures/rows';
import { NOBODY_EXPECTED, addCoverages, countedIn, coverageOf } from '.';

/** Fewer and fewer: who owes, reported, answered; of those who did not answer some for their form. */
const counted = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500)).map(([a, b, c, d, e]) => {
  const expected = a;
  const reported = b % (expected + 1);
  const answered = c % (reported + 1);
  return { expected, reported, late: d % (reported + 1), answered, leftOutForm: e % (reported - answered + 1) };
});
const coverages = counted.map(({ expected, reported, late, answered, leftOutForm }) =>
  coverageOf({ expected, reported, late }, answered, leftOutForm),
);

describe('coverage', () => {
  it('is whole: nobody is counted twice and nobody forgotten, and it is never over a hundred percent', () => {
    fc.assert(
      fc.property(counted, ({ expected, reported, late, answered, leftOutForm }) => {
        const coverage = coverageOf({ expected, reported, late }, answered, leftOutForm);
        expect(countedIn(coverage)).toBe(answered);
        expect(coverage.reported + coverage.missing).toBe(coverage.expected);
        expect(coverage.leftOutBlank + coverage.leftOutForm).toBe(coverage.leftOut);
        expect(answered + coverage.leftOut).toBe(reported);
        expect(countedIn(coverage)).toBeLessThanOrEqual(coverage.expected);
        for (const count of Object.values(coverage)) expect(count).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('of several adds up part by part, in any order', () => {
    fc.assert(
      fc.property(fc.array(coverages, { maxLength: 6 }), (each) => {
        const all = addCoverages(each);
        for (const key of Object.keys(NOBODY_EXPECTED) as readonly (keyof typeof NOBODY_EXPECTED)[])
          expect(all[key]).toBe(each.reduce((sum, coverage) => sum + coverage[key], 0));
        expect(addCoverages([...each].reverse())).toEqual(all);
        expect(addCoverages([addCoverages(each.slice(0, 2)), addCoverages(each.slice(2))])).toEqual(all);
        expect(countedIn(all)).toBe(each.map(countedIn).reduce((sum, count) => sum + count, 0));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('of nobody is nobody', () => {
    expect(addCoverages([])).toEqual(NOBODY_EXPECTED);
    expect(Object.values(NOBODY_EXPECTED)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
