import { CELLS, INDICATORS, indicatorOf } from '@gongkai/catalogue';
import type { Indicator } from '@gongkai/model';
import fc from 'fast-check';
import { RUNS, SEED, agencyYears, pointFrom, pointOfAgencies, sumRow } from '../fixtures/rows';
import { type CountedPoint, addCoverages, lawfulOver, objectOverYears, yearsFigure } from '.';

const received = indicatorOf('new_received');
const carried = indicatorOf('carried_in');
const rate = indicatorOf('disclosure_rate');
const carryRate = indicatorOf('carry_rate');

const years = fc
  .tuple(fc.array(agencyYears(['gb2021_30']), { minLength: 1, maxLength: 4 }), fc.constantFrom(...INDICATORS))
  .map(([each, indicator]) => ({
    indicator,
    points: each.map((agencies, at) => ({ ...pointOfAgencies(indicator, agencies), year: 2019 + at })),
  }));

const point = (indicator: Indicator, numerator: string | null, denominator: string | null, year: number): CountedPoint => ({
  ...pointFrom(indicator, [sumRow('gb2021_30', numerator, denominator, numerator === null ? 0 : 9, 9)]),
  year,
});

describe('what may be added over years', () => {
  it('is flows, and ratios of flows by both their sums; of everything else the last year counts', () => {
    expect(lawfulOver(received, CELLS)).toEqual(['sum', 'last']);
    expect(lawfulOver(carried, CELLS)).toEqual(['last']);
    expect(lawfulOver(rate, CELLS)).toEqual(['ratio', 'last']);
    expect(lawfulOver(carryRate, CELLS)).toEqual(['last']);
  });

  it('is told of every indicator by its additivity, and the last year is always lawful', () => {
    for (const indicator of INDICATORS) {
      const lawful = lawfulOver(indicator, CELLS);
      expect(lawful).toContain('last');
      expect(lawful.includes('sum')).toBe(indicator.additivity === 'flow');
      if (lawful.includes('ratio')) expect(indicator.additivity).toBe('ratio');
      for (const way of ['sum', 'last', 'ratio'] as const)
        expect(objectOverYears([indicator], way, CELLS) === null).toBe(lawful.includes(way));
    }
  });

  it('is refused in words that name the class and what is lawful', () => {
    expect(objectOverYears([received, carried], 'sum', CELLS)).toEqual({
      objection: 'NOT_ADDITIVE',
      words: {
        zh: '“上年结转”是时点数，次年会再次计入，这样跨年汇总不可加。可以改用：last（取最后一年的值）。',
        en: '“Carried in” is a stock, which the next year counts again: over years it does not add this way. Ask instead for last (the value of the last year).',
      },
    });
    expect(objectOverYears([received], 'sum', CELLS)).toBeNull();
  });
});

describe('a figure of years', () => {
  it('is the sum of both sums, with the coverage of all years', () => {
    fc.assert(
      fc.property(years, ({ indicator, points }) => {
        const by = indicator.additivity === 'ratio' ? 'ratio' : 'sum';
        const figure = yearsFigure(indicator, points, by);
        const sums = points.flatMap(({ sums: own }) => own ?? []);
        expect(figure.years).toEqual(points.filter(({ sums: own }) => own !== null).map(({ year }) => year));
        expect(figure.coverage).toEqual(addCoverages(points.map(({ coverage }) => coverage)));
        expect(figure.value === null).toBe(figure.noValue !== null);
        if (sums.length === 0) expect(figure.numerator).toBeNull();
        else if (by === 'ratio') {
          expect(BigInt(figure.numerator!)).toBe(sums.reduce((all, { numerator }) => all + numerator, 0n));
          expect(BigInt(figure.denominator!)).toBe(sums.reduce((all, { denominator }) => all + denominator!, 0n));
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('of one year is that year', () => {
    fc.assert(
      fc.property(years, ({ indicator, points: [only] }) => {
        for (const by of ['sum', 'last', 'ratio'] as const)
          expect(yearsFigure(indicator, [only!], by)).toMatchObject({
            value: only!.value,
            numerator: only!.numerator,
            denominator: only!.denominator,
            coverage: only!.coverage,
          });
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('takes the last year that has a value, with its coverage alone', () => {
    const points = [point(carried, '4', null, 2020), point(carried, '7', null, 2021), point(carried, null, null, 2022)];
    expect(yearsFigure(carried, points, 'last')).toMatchObject({ value: '7', years: [2021], coverage: points[1]!.coverage });
  });

  it('divides last, and not at all by zero', () => {
    const points = [point(rate, '1', '1', 2021), point(rate, '1', '9', 2022)];
    expect(yearsFigure(rate, points, 'ratio')).toMatchObject({ value: '0.200000', numerator: '2', denominator: '10' });
    expect(yearsFigure(rate, [point(rate, '0', '0', 2022)], 'ratio')).toMatchObject({ value: null, noValue: 'denominator_zero' });
  });

  it('is none of years that do not compare, and says so', () => {
    const strict: Indicator = {
      ...received,
      comparability: received.comparability.map((line) => ({
        ...line,
        verdict: 'none',
        reason: { zh: '口径不同', en: 'other definition' },
      })),
    };
    const points = [{ ...point(strict, '4', null, 2020), forms: ['gb2019_60' as const] }, point(strict, '7', null, 2021)];
    expect(yearsFigure(strict, points, 'sum')).toMatchObject({
      value: null,
      noValue: 'not_comparable',
      comparability: { verdict: 'none' },
    });
    expect(yearsFigure(strict, points, 'last')).toMatchObject({ value: '7', comparability: { verdict: 'same' } });
  });

  it('of nothing has the reason of the last year', () => {
    expect(yearsFigure(received, [point(received, null, null, 2021)], 'sum')).toMatchObject({
      value: null,
      noValue: 'cells_blank',
      years: [],
    });
    expect(yearsFigure(received, [], 'sum')).toMatchObject({ noValue: 'nobody_reported' });
  });
});
