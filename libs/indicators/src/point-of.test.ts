import { INDICATORS, indicatorOf } from '@gongkai/catalogue';
import type { Indicator } from '@gongkai/model';
import fc from 'fast-check';
import {
  RUNS,
  SEED,
  addSums,
  agencyYears,
  coverageRow as coverage,
  pointFrom as point,
  pointOfAgencies,
  sumRow as row,
} from '../fixtures/rows';
import { NOBODY_EXPECTED, type RestatedRow, countedIn } from '.';

const rate = indicatorOf('disclosure_rate');
const other = indicatorOf('other');
const fees = indicatorOf('fees');

const restatedRow = (side: RestatedRow['side'], numerator: string | null, answered: number): RestatedRow => ({
  ...row('gb2021_30', numerator, null, answered),
  side,
  since: new Date('2026-03-01T00:00:00Z'),
  reasonClasses: ['correction'],
  reports: 1,
});

describe('a point of a series', () => {
  it('adds numerators and denominators up before dividing', () => {
    const sums = [row('gb2021_30', '1', '1', 1), row('gb2019_60', '1', '9', 1)];
    expect(point(rate, sums)).toMatchObject({ value: '0.200000', numerator: '2', denominator: '10', forms: ['gb2021_30', 'gb2019_60'] });
  });

  it('counts as left out who reported and did not answer, by the reason', () => {
    const behind = { expected: 10, reported: 9, late: 2, missing: 1 };
    expect(point(rate, [row('gb2021_30', '3', '4', 7, 9)]).coverage).toEqual({ ...behind, leftOut: 2, leftOutBlank: 2, leftOutForm: 0 });
    const mixed = [row('gb2021_30', '3', null, 6, 7), row('gb2019_60', null, null, 0, 2)];
    expect(point(fees, mixed).coverage).toEqual({ ...behind, leftOut: 3, leftOutBlank: 1, leftOutForm: 2 });
    expect(point(rate, [row('gb2021_30', null, null, 0, 9)]).coverage).toMatchObject({ leftOut: 9, leftOutBlank: 9, leftOutForm: 0 });
  });

  it('prints money in the unit of its cells, exactly', () => {
    expect(point(fees, [row('gb2021_30', '24252311082', null, 1)]).value).toBe('24252.311082');
  });

  it.each([
    ['nobody_reported', [], coverage(10, 0)],
    ['cells_blank', [row('gb2021_30', null, null, 0, 9)], coverage(10, 9)],
    ['denominator_zero', [row('gb2021_30', '0', '0', 9)], coverage(10, 9)],
  ] as const)('says why there is no value: %s', (why, sums, covered) => {
    expect(point(rate, sums, covered)).toMatchObject({ value: null, noValue: why });
  });

  it('says that a form does not ask for it', () => {
    expect(point(fees, [row('gb2019_60', null, null, 0, 9)])).toMatchObject({ value: null, noValue: 'not_in_form', forms: [] });
  });

  it('lets the form that more agencies used speak where two do not compare, and leaves the others out', () => {
    const strict: Indicator = {
      ...other,
      comparability: other.comparability.map((line) => ({ ...line, verdict: 'none', reason: { zh: '口径不同', en: 'other definition' } })),
    };
    const sums = [row('gb2019_60', '100', null, 1), row('gb2021_30', '5', null, 8)];
    expect(point(strict, sums)).toMatchObject({
      value: '5',
      forms: ['gb2021_30'],
      coverage: { leftOut: 1, leftOutForm: 1, leftOutBlank: 0 },
    });
    expect(point(other, sums)).toMatchObject({ value: '105', coverage: { leftOut: 0 } });
  });

  it('marks a share of fewer than the threshold and says between which bounds it lies', () => {
    expect(point(rate, [row('gb2021_30', '9', '9', 9)])).toMatchObject({ small: true, interval: { low: '0.700855', high: '1.000000' } });
    expect(point(rate, [row('gb2021_30', '9', '10', 9)]).small).toBe(false);
    expect(point(rate, [row('gb2021_30', '0', '0', 9)])).toMatchObject({ small: false, interval: null });
    expect(point(fees, [row('gb2021_30', '1', null, 9)])).toMatchObject({ small: false, interval: null });
  });
});

describe('a restated point', () => {
  const side = restatedRow;
  const received = indicatorOf('new_received');
  const now = [row('gb2021_30', '17', null, 2)];

  it('takes what the amended reports make now for what they made first', () => {
    expect(point(received, now, coverage(3, 2), [side('now', '12', 1), side('first', '10', 1)]).restated).toMatchObject({ first: '15' });
  });

  it('knows a figure that was blank first, and one that nobody had', () => {
    expect(point(received, now, coverage(3, 2), [side('now', '12', 1), side('first', null, 0)]).restated).toMatchObject({ first: '5' });
    const alone = [row('gb2021_30', '12', null, 1)];
    expect(point(received, alone, coverage(3, 1), [side('now', '12', 1), side('first', null, 0)]).restated).toMatchObject({ first: null });
  });

  it('is none where amendments make up for each other', () => {
    expect(point(received, now, coverage(3, 2), [side('now', '17', 2), side('first', '17', 2)]).restated).toBeNull();
  });
});

describe('what a point was first', () => {
  it('is the sum of all with what the amended made then in place of what they make now, whoever amended', () => {
    const received = indicatorOf('new_received');
    const figure = fc.bigInt({ min: 0n, max: 999n });
    const amended = fc.array(fc.record({ first: fc.option(figure, { nil: null }), now: fc.option(figure, { nil: null }) }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 5 }), amended, (kept, changed) => {
        const differing = changed.filter(({ first, now }) => first !== now);
        const side = (name: 'first' | 'now'): readonly bigint[] => differing.flatMap((each) => each[name] ?? []);
        const total = (figures: readonly bigint[]): string | null =>
          figures.length === 0 ? null : String(figures.reduce((all, one) => all + one, 0n));
        const [now, first] = [
          [...kept, ...side('now')],
          [...kept, ...side('first')],
        ];
        const rows =
          differing.length === 0 ? [] : (['first', 'now'] as const).map((name) => restatedRow(name, total(side(name)), side(name).length));
        const reported = kept.length + differing.length;
        const seen = point(received, [row('gb2021_30', total(now), null, now.length, reported)], coverage(reported, reported), rows);
        expect(seen.value).toBe(total(now));
        if (total(first) === total(now)) expect(seen.restated).toBeNull();
        else expect(seen.restated).toMatchObject({ first: total(first), firstDenominator: null, reasonClasses: ['correction'] });
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

describe('points of all indicators', () => {
  it('count everybody once and are never over a hundred percent', () => {
    fc.assert(
      fc.property(agencyYears(), fc.constantFrom(...INDICATORS), (agencies, indicator) => {
        const { coverage: seen, value, noValue, numerator, forms } = pointOfAgencies(indicator, agencies);
        expect(seen.reported + seen.missing).toBe(seen.expected);
        expect(seen.leftOutBlank + seen.leftOutForm).toBe(seen.leftOut);
        for (const count of Object.values(seen)) expect(count).toBeGreaterThanOrEqual(0);
        expect(countedIn(seen)).toBeLessThanOrEqual(seen.expected);
        expect(value === null).toBe(noValue !== null);
        expect(countedIn(seen) === 0).toBe(numerator === null);
        expect(forms.length === 0).toBe(numerator === null);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('are the union of their groups where all are on one form', () => {
    fc.assert(
      fc.property(agencyYears(['gb2021_30']), fc.constantFrom(...INDICATORS), (agencies, indicator) => {
        const whole = pointOfAgencies(indicator, agencies);
        const parts = ['a', 'b', 'c'].map((group) =>
          pointOfAgencies(
            indicator,
            agencies.filter((agency) => agency.group === group),
          ),
        );
        const sums = parts.flatMap(({ sums: own }) => own ?? []);
        expect(addSums(sums)).toEqual(whole.sums);
        for (const key of Object.keys(NOBODY_EXPECTED) as readonly (keyof typeof NOBODY_EXPECTED)[])
          expect(parts.reduce((sum, part) => sum + part.coverage[key], 0)).toBe(whole.coverage[key]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('stand without coverage where nobody owes a report, with nothing and no zero', () => {
    expect(point(rate, [], null)).toMatchObject({ value: null, noValue: 'nobody_reported', coverage: NOBODY_EXPECTED, sums: null });
  });
});
