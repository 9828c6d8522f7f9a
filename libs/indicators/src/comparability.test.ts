import { FORMS, INDICATORS, indicatorOf } from '@gongkai/catalogue';
import type { Comparability, Indicator } from '@gongkai/model';
import fc from 'fast-check';
import { RUNS, SEED } from '../fixtures/rows';
import { comparabilityOf, formsThatSpeak, verdictBetween, worstOf } from '.';

const IDS = FORMS.map(({ id }) => id);
const RANKS = ['same', 'note', 'none'] as const;
const verdicts = fc.array(fc.record({ verdict: fc.constantFrom(...RANKS), reason: fc.constant(null) }) as fc.Arbitrary<Comparability>, {
  maxLength: 6,
});

describe('a verdict', () => {
  it('is there for every indicator and every pair of forms, and a form compares with itself', () => {
    const pairs = IDS.flatMap((from) => IDS.map((to) => [from, to] as const));
    for (const indicator of INDICATORS)
      for (const [from, to] of pairs) {
        const { verdict, reason } = verdictBetween(indicator, from, to);
        expect(from === to && verdict !== 'same').toBe(false);
        expect(reason === null).toBe(verdict === 'same');
      }
  });

  it('that the catalogue does not give is a fault', () => {
    const silent: Indicator = { ...indicatorOf('new_received'), comparability: [] };
    expect(() => verdictBetween(silent, 'gb2019_60', 'gb2021_30')).toThrow('does not say how');
  });
});

describe('the worst of verdicts', () => {
  it('is one of them, and none is worse', () => {
    fc.assert(
      fc.property(verdicts, (all) => {
        const worst = worstOf(all);
        const rank = ({ verdict }: Comparability) => RANKS.indexOf(verdict);
        expect(rank(worst)).toBe(Math.max(0, ...all.map(rank)));
        if (all.length > 0) expect(all).toContain(worst);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('over several forms is that of their worst pair, in whatever order', () => {
    for (const indicator of INDICATORS) {
      const all = comparabilityOf(indicator, IDS, IDS);
      const pairs = IDS.flatMap((from) => IDS.map((to) => verdictBetween(indicator, from, to)));
      expect(pairs).toContainEqual(all);
      expect(comparabilityOf(indicator, [...IDS].reverse(), IDS).verdict).toBe(all.verdict);
      expect(comparabilityOf(indicator, [], IDS)).toEqual({ verdict: 'same', reason: null });
    }
  });
});

describe('the forms that speak', () => {
  it('are those that ask and compare with the one in the figure; of no figure there are none', () => {
    for (const indicator of INDICATORS)
      for (const spoken of IDS.filter((id) => indicator.terms[id] !== undefined)) {
        const speaking = formsThatSpeak(indicator, [spoken]);
        expect(speaking).toContain(spoken);
        for (const form of IDS)
          expect(speaking.includes(form)).toBe(
            indicator.terms[form] !== undefined && verdictBetween(indicator, form, spoken).verdict !== 'none',
          );
      }
    expect(formsThatSpeak(indicatorOf('new_received'), [])).toEqual([]);
  });
});
