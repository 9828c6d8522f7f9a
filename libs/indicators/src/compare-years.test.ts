import { INDICATORS, indicatorOf } from '@gongkai/catalogue';
import type { FormId } from '@gongkai/model';
import fc from 'fast-check';
import { RUNS, SEED, agencyYears, pointFrom as point, pointOfAgencies, sumRow as row } from '../fixtures/rows';
import { type CountedPoint, type PanelRow, compareYears } from '.';

describe('comparing years', () => {
  const fees = indicatorOf('fees');
  const rate = indicatorOf('disclosure_rate');
  const issued = indicatorOf('normative_issued');
  const of = (year: number, form: FormId, value: string | null): CountedPoint => ({
    ...point(issued, value === null ? [] : [row(form, value, null, 9)]),
    year,
  });
  const all = { over: 'all_reporters', rows: [] } as const;

  it('takes the catalogue at its word, and compares nothing with nothing', () => {
    const points = compareYears(
      issued,
      [
        of(2019, 'gb2019_60', '1'),
        of(2020, 'gb2019_60', '2'),
        of(2021, 'gb2021_30', '3'),
        of(2022, 'gb2021_30', null),
        of(2023, 'gb2021_30', '4'),
      ],
      all,
    );
    expect(points.map((each) => each.comparability?.verdict ?? null)).toEqual([null, 'same', 'note', null, null]);
    expect(points[2]!.comparability!.reason!.zh).toMatch(/\p{Script=Han}/u);
    expect(points.map(({ change }) => change && [change.difference, change.relative])).toEqual([
      null,
      ['1', '1.000000'],
      ['1', '0.500000'],
      null,
      null,
    ]);
  });

  it('gives no figure where the years do not compare, never minus a hundred percent', () => {
    const [, after] = compareYears(fees, [{ ...of(2020, 'gb2019_60', '8'), year: 2020 }, of(2021, 'gb2021_30', '3')], all);
    const [, broken] = compareYears(
      { ...issued, comparability: issued.comparability.map((line) => ({ ...line, verdict: 'none' as const })) },
      [of(2020, 'gb2019_60', '8'), of(2021, 'gb2021_30', '3')],
      all,
    );
    for (const { change } of [after!, broken!]) {
      expect(change).toMatchObject({ comparability: { verdict: 'none' }, difference: null, relative: null });
    }
  });

  it('takes money to the 分 and shares by their difference', () => {
    const money = (value: string): CountedPoint => point(fees, [row('gb2021_30', value, null, 9)]);
    const [, paid] = compareYears(fees, [money('300000'), { ...money('100000'), year: 2023 }], all);
    expect(paid!.change).toMatchObject({ before: '0.3', now: '0.1', difference: '-0.2', relative: '-0.666667' });
    const share = (numerator: string, year: number): CountedPoint => ({ ...point(rate, [row('gb2021_30', numerator, '20', 9)]), year });
    const [, rated] = compareYears(rate, [share('9', 2022), share('10', 2023)], all);
    expect(rated!.change).toMatchObject({ difference: '0.05', relative: null });
  });

  it('over the constant panel counts only who compares with itself and with most', () => {
    const pair = (before: FormId, now: FormId, members: number, [from, to]: readonly [string, string]): PanelRow => ({
      groupKey: '',
      year: 2022,
      index: 0,
      members,
      before: { s2Form: before, s3Form: before, s4Form: before, numerator: from, denominator: null },
      now: { s2Form: now, s3Form: now, s4Form: now, numerator: to, denominator: null },
    });
    const repealed = indicatorOf('normative_repealed');
    const points = [2021, 2022].map((year) => ({ ...of(year, 'gb2021_30', '99'), year }));
    const over = (rows: readonly PanelRow[]) => compareYears(repealed, points, { over: 'constant', rows })[1]!.change;
    expect(over([pair('gb2021_30', 'gb2021_30', 4, ['8', '10']), pair('gb2019_60', 'gb2021_30', 2, ['70', '1'])])).toMatchObject({
      over: 'constant',
      countedBefore: 4,
      countedNow: 4,
      before: '8',
      now: '10',
      difference: '2',
    });
    expect(over([pair('gb2019_60', 'gb2021_30', 2, ['70', '1'])])).toMatchObject({
      comparability: { verdict: 'none' },
      difference: null,
      countedNow: 0,
    });
    expect(over([])).toBeNull();
  });

  it('changes nothing but what compares, and never a year that has none before it', () => {
    fc.assert(
      fc.property(fc.array(agencyYears(), { maxLength: 5 }), fc.constantFrom(...INDICATORS), (years, indicator) => {
        const points = years.map((agencies, at) => ({ ...pointOfAgencies(indicator, agencies), year: 2019 + at }));
        const compared = compareYears(indicator, points, all);
        expect(compared.map(({ comparability: _, change: __, ...rest }) => rest)).toEqual(
          points.map(({ comparability: _, change: __, ...rest }) => rest),
        );
        compared.forEach(({ comparability, change, value }, at) => {
          const before = compared[at - 1]?.value ?? null;
          expect(comparability === null).toBe(before === null || value === null);
          expect(change === null).toBe(comparability === null);
          if (change === null) return;
          expect([change.before, change.now]).toEqual([before, value]);
        });
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('goes back by as much as it went forth', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 0n, max: 10n ** 12n }), (from, to) => {
        for (const indicator of [issued, fees]) {
          const [a, b] = [from, to].map((sum) => ({ ...point(indicator, [row('gb2021_30', String(sum), null, 9)]) }));
          const [forth, back] = [
            [a!, b!],
            [b!, a!],
          ].map((pair) => compareYears(indicator, pair, all)[1]!.change!.difference!);
          expect(Number(forth)).toBe(0 - Number(back));
          expect(forth!.startsWith('-')).toBe(to < from);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
