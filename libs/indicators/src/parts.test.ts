import { INDICATORS, indicatorOf } from '@gongkai/catalogue';
import fc from 'fast-check';
import { RUNS, SEED, agencyYears, sumRowsOf, sumRow } from '../fixtures/rows';
import { type Part, comparableParts, partsOf, shownOf, sumOf, verdictBetween } from '.';

const rate = indicatorOf('disclosure_rate');
const received = indicatorOf('new_received');
const fees = indicatorOf('fees');
const sorted = (parts: readonly Part[]) => [...parts].sort((a, b) => a.form.localeCompare(b.form));

describe('parts', () => {
  it('of groups add up to the parts of all', () => {
    fc.assert(
      fc.property(agencyYears(), (agencies) => {
        const grouped = ['a', 'b', 'c'].flatMap((group) =>
          sumRowsOf(
            rate,
            agencies.filter((agency) => agency.group === group),
          ),
        );
        expect(sorted(partsOf(rate, grouped))).toEqual(sorted(partsOf(rate, sumRowsOf(rate, agencies))));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('taken away from the whole leave the others', () => {
    fc.assert(
      fc.property(agencyYears(), fc.constantFrom('a', 'b', 'c'), (agencies, group) => {
        const [gone, left] = [true, false].map((inside) =>
          sumRowsOf(
            rate,
            agencies.filter((agency) => (agency.group === group) === inside),
          ),
        );
        expect(sorted(partsOf(rate, gone!, partsOf(rate, sumRowsOf(rate, agencies)), -1))).toEqual(sorted(partsOf(rate, left!)));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('are none where nobody answered, which is not a part of zero', () => {
    expect(partsOf(received, [sumRow('gb2021_30', null, null, 0, 4)])).toEqual([]);
    expect(partsOf(received, [sumRow('gb2021_30', '0', null, 4)])).toMatchObject([{ numerator: 0n, answered: 4 }]);
    expect(sumOf(received, [])).toBeNull();
  });

  it('go by the form of the section the indicator is of', () => {
    const mixed = { ...sumRow('gb2021_30', '5', null, 1), s2Form: 'gb2019_60' as const };
    expect(partsOf(indicatorOf('normative_issued'), [mixed])).toMatchObject([{ form: 'gb2019_60' }]);
    expect(partsOf(received, [mixed])).toMatchObject([{ form: 'gb2021_30' }]);
    const fourth = { ...sumRow('gb2021_30', '5', null, 1), s4Form: 'gb2019_60' as const };
    expect(partsOf(indicatorOf('review_total'), [fourth])).toMatchObject([{ form: 'gb2019_60' }]);
    expect(partsOf(received, [fourth])).toMatchObject([{ form: 'gb2021_30' }]);
  });

  it('of a share without its denominator are a fault, not a share of nothing', () => {
    const parts = partsOf(rate, [sumRow('gb2021_30', '5', null, 1)]);
    expect(() => sumOf(rate, parts)).toThrow('a numerator without a denominator');
  });
});

describe('comparable parts', () => {
  it('all compare with the form most used, of every indicator, and none but those that do not are left out', () => {
    fc.assert(
      fc.property(agencyYears(), fc.constantFrom(...INDICATORS), (agencies, indicator) => {
        const parts = partsOf(indicator, sumRowsOf(indicator, agencies));
        const kept = comparableParts(indicator, parts);
        const most = Math.max(0, ...parts.map(({ answered }) => answered));
        expect(kept.some(({ answered }) => answered === most)).toBe(parts.length > 0);
        expect(comparableParts(indicator, kept)).toEqual(kept);
        for (const part of parts) {
          const compares = kept.some(
            (other) => other.answered === most && verdictBetween(indicator, part.form, other.form).verdict !== 'none',
          );
          expect(kept.includes(part)).toBe(compares);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

describe('a value as it is shown', () => {
  it('of a share lies within its interval, and is small under the bound alone', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 5000n }), fc.bigInt({ min: 1n, max: 5000n }), (a, b) => {
        const [numerator, denominator] = a < b ? [a, b] : [b, a === 0n ? 1n : a];
        const { value, interval, small } = shownOf(rate, { numerator, denominator }, 10);
        expect(Number(interval!.low)).toBeLessThanOrEqual(Number(value));
        expect(Number(interval!.high)).toBeGreaterThanOrEqual(Number(value));
        expect(small).toBe(denominator < 10n);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('of a share over another section lies in no interval: its cases are not some of the requests', () => {
    const reviews = indicatorOf('reviews_per_request');
    expect(shownOf(reviews, { numerator: 3n, denominator: 40n }, 10)).toMatchObject({ value: '0.075000', small: false, interval: null });
    expect(shownOf(reviews, { numerator: 5n, denominator: 4n }, 10)).toMatchObject({ value: '1.250000', small: true, interval: null });
  });

  it('is exact: money in the unit of its cells, a share rounded once and last', () => {
    expect(shownOf(fees, { numerator: 24_252_311_082n, denominator: null }, 10).value).toBe('24252.311082');
    expect(shownOf(rate, { numerator: 2n, denominator: 3n }, 10).value).toBe('0.666667');
    expect(shownOf(received, { numerator: 0n, denominator: null }, 10).value).toBe('0');
  });

  it('is nothing of nothing, and no share of zero', () => {
    const nothing = { value: null, small: false, interval: null };
    expect(shownOf(received, null, 10)).toMatchObject({ ...nothing, numerator: null });
    expect(shownOf(rate, { numerator: 0n, denominator: 0n }, 10)).toMatchObject({ ...nothing, numerator: '0', denominator: '0' });
  });
});
