import { INDICATORS, indicatorOf } from '@gongkai/catalogue';
import type { Indicator } from '@gongkai/model';
import fc from 'fast-check';
import { type AgencyYear, RUNS, SEED, agencyYears, partsOfPoint, pointOfAgencies } from '../fixtures/rows';
import { type PartOfPoint, contributionOf, dominanceOf } from '.';

const received = indicatorOf('new_received');
const rate = indicatorOf('disclosure_rate');

function contributionsOf(indicator: Indicator, agencies: readonly AgencyYear[]) {
  const point = pointOfAgencies(indicator, agencies);
  const whole = { indicator, point, smallBelow: 10, dominantAbove: 50 };
  const rows = partsOfPoint(indicator, point, agencies);
  return { whole, point, rows, contributions: rows.map((row) => contributionOf(whole, row)) };
}

const agency = (id: string, numerator: bigint, denominator = numerator): AgencyYear => ({
  id,
  group: 'a',
  form: 'gb2021_30',
  late: false,
  reported: true,
  figures: { numerator, denominator },
});

describe('contributions', () => {
  it('are exactly what the point would lack: each number without one is the point of the others', () => {
    fc.assert(
      fc.property(agencyYears(['gb2021_30']), fc.constantFrom(...INDICATORS), (agencies, indicator) => {
        const { contributions } = contributionsOf(indicator, agencies);
        for (const { id, without } of contributions) {
          const { value, numerator, denominator, small, coverage, noValue } = pointOfAgencies(
            indicator,
            agencies.filter((one) => one.id !== id),
          );
          expect(without).toEqual({ value, numerator, denominator, small, coverage, noValue });
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('add up to the whole: the last one’s cumulative share is one, and shares are one together as far as they are rounded', () => {
    fc.assert(
      fc.property(agencyYears(), fc.constantFrom(received, rate), (agencies, indicator) => {
        const { contributions, rows } = contributionsOf(indicator, agencies);
        const last = rows.at(-1);
        const weight = last === undefined ? 0n : BigInt(last.weightSoFar);
        const shares = contributions.map(({ share, denominatorShare }) => (denominatorShare ?? share).value);
        if (weight === 0n) {
          expect(shares.every((share) => share === null)).toBe(true);
          return;
        }
        expect(contributions.at(-1)!.cumulativeShare).toEqual({ value: '1.000000', noShare: null });
        expect(shares.reduce((sum, share) => sum + Number(share), 0)).toBeCloseTo(1, 4);
        expect(contributions.map(({ cumulativeShare }) => Number(cumulativeShare.value))).toEqual(
          contributions.map(({ cumulativeShare }) => Number(cumulativeShare.value)).sort((a, b) => a - b),
        );
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('of several agencies at once, as of a region, leave the others as if these had never been asked', () => {
    fc.assert(
      fc.property(
        agencyYears(['gb2021_30']),
        fc.constantFrom(received, rate),
        fc.constantFrom('a', 'b', 'c'),
        (agencies, indicator, group) => {
          const [inside, outside] = [true, false].map((isIn) => agencies.filter((one) => (one.group === group) === isIn));
          const { whole, rows } = contributionsOf(indicator, agencies);
          const {
            point: own,
            rows: [first],
          } = contributionsOf(indicator, inside!);
          if (own.sums === null || first === undefined) return;
          const { expected, reported, late, leftOut } = own.coverage;
          const region: PartOfPoint = {
            ...first,
            numerator: String(own.sums.numerator),
            denominator: own.sums.denominator === null ? null : String(own.sums.denominator),
            ...{ expected, reported, late, counted: reported - leftOut, leftOutForm: own.coverage.leftOutForm },
          };
          expect(rows.length).toBeGreaterThan(0);
          const { value, numerator, denominator, small, coverage, noValue } = pointOfAgencies(indicator, outside!);
          expect(contributionOf(whole, region).without).toEqual({ value, numerator, denominator, small, coverage, noValue });
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('weigh the denominator of a share, and take each part away from both sums', () => {
    const { contributions } = contributionsOf(rate, [agency('1', 70n, 700n), agency('2', 180n, 200n), agency('3', 90n, 100n)]);
    expect(contributions).toMatchObject([
      { rank: 1, value: '0.100000', share: { value: '0.205882' }, denominatorShare: { value: '0.700000' }, without: { value: '0.900000' } },
      { rank: 2, value: '0.900000', denominatorShare: { value: '0.200000' }, without: { value: '0.200000', numerator: '160' } },
      { rank: 3, cumulativeShare: { value: '1.000000' }, without: { value: '0.277778', denominator: '900' } },
    ]);
  });

  it('leave nothing, not zero, where there was one; and say why', () => {
    const [only] = contributionsOf(received, [agency('1', 5n)]).contributions;
    expect(only!.without).toMatchObject({
      value: null,
      numerator: null,
      noValue: 'nobody_reported',
      coverage: { expected: 0, reported: 0 },
    });
    const blank: AgencyYear = { ...agency('2', 0n), figures: null };
    expect(contributionsOf(received, [agency('1', 5n), blank]).contributions[0]!.without).toMatchObject({
      value: null,
      noValue: 'cells_blank',
      coverage: { reported: 1, leftOut: 1, leftOutBlank: 1 },
    });
    const [zero] = contributionsOf(rate, [agency('1', 3n), agency('2', 0n)]).contributions;
    expect(zero!.without).toMatchObject({ value: null, noValue: 'denominator_zero', numerator: '0', denominator: '0' });
  });

  it('have no share of zero, nor where parts have two signs', () => {
    const none = { value: null, noShare: 'total_zero' };
    expect(contributionsOf(received, [agency('1', 0n), agency('2', 0n)]).contributions).toMatchObject([{ share: none }, { share: none }]);
    const { whole, rows } = contributionsOf(received, [agency('1', 4n), agency('2', 3n)]);
    const signed: PartOfPoint = { ...rows[0]!, signed: true };
    expect(contributionOf(whole, signed).share).toEqual({ value: null, noShare: 'negative_parts' });
    expect(dominanceOf(whole, signed, contributionOf(whole, signed))).toBeNull();
  });
});

describe('dominance', () => {
  const dominance = (figures: readonly bigint[], dominantAbove = 50) => {
    const { whole, rows, contributions } = contributionsOf(
      received,
      figures.map((figure, at) => agency(String(at + 1), figure)),
    );
    return dominanceOf({ ...whole, dominantAbove }, rows[0]!, contributions[0]!);
  };

  it('is of the largest, above the bound and not at it', () => {
    expect(dominance([70n, 20n, 10n])).toMatchObject({ dominates: true, share: { value: '0.700000' }, concentration: '0.540000' });
    expect(dominance([70n, 20n, 10n], 70)).toMatchObject({ dominates: false, abovePercent: 70 });
    expect(dominance([50n, 50n])).toMatchObject({ dominates: false, concentration: '0.500000' });
    expect(dominance([0n, 0n])).toBeNull();
  });

  it('says in words what the largest makes, and the number with and without it', () => {
    expect(dominance([700n, 200n, 100n])!.headline).toEqual({
      zh: '1局一家占合计的 70.0%（超过 50%）：含其为 1000，去掉后为 300。',
      en: '1局 alone makes 70.0% of the total (above 50%): 1000 with it, 300 without it.',
    });
    expect(dominance([3n])!.headline.zh).toBe('1局一家占合计的 100.0%（超过 50%）：含其为 3，去掉后没有数值。');
  });

  it('is concentration between an even share and one, whatever the figures', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 9999n }), { minLength: 1, maxLength: 10 }), (figures) => {
        const { concentration, share, dominates } = dominance(figures)!;
        expect(Number(concentration)).toBeGreaterThanOrEqual(1 / figures.length - 1e-6);
        expect(Number(concentration)).toBeLessThanOrEqual(1);
        expect(Number(share.value)).toBeGreaterThanOrEqual(1 / figures.length - 1e-6);
        if (figures.length === 1) expect(dominates).toBe(true);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
