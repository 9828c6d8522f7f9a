import { indicatorOf } from '@gongkai/catalogue';
import type { FormId } from '@gongkai/model';
import fc from 'fast-check';
import { type AgencyYear, RUNS, SAMPLE_YEAR, SEED, agencyYears, coverageRow, pointFrom, sumRow } from '../fixtures/rows';
import { type EditionParts, effectOf, ownEffectOf } from '.';

const rate = indicatorOf('disclosure_rate');
const question = { indicator: rate, key: null, terms: rate.terms };

const partsOf = (form: FormId, figures: AgencyYear['figures']): EditionParts => {
  const at = (figure: bigint | undefined): readonly (string | null)[] =>
    Array.from({ length: rate.position }, (_, index) => (index === rate.position - 1 && figure !== undefined ? figure.toString() : null));
  return { s2Form: form, s3Form: form, s4Form: form, numerators: at(figures?.numerator), denominators: at(figures?.denominator) };
};
const rowOf = ({ form, figures }: Pick<AgencyYear, 'form' | 'figures'>) =>
  sumRow(form, figures?.numerator.toString() ?? null, figures?.denominator.toString() ?? null, figures === null ? 0 : 1, 1);

describe('what one edition in the place of another changes', () => {
  it('is what adding everything up anew says', () => {
    fc.assert(
      fc.property(agencyYears(), fc.nat(), agencyYears(), (agencies, which, others) => {
        const reported = agencies.filter((agency) => agency.reported);
        const [was, becomes] = [reported[which % Math.max(reported.length, 1)], others[0]];
        fc.pre(was !== undefined && becomes !== undefined);
        const coverage = coverageRow(agencies.length, reported.length);
        const rows = reported.map(rowOf);
        const anew = reported.map((agency) => rowOf(agency === was ? becomes! : agency));
        const [before, after] = [rows, anew].map((of) => pointFrom(rate, of, coverage).value);
        const replacement = { was: partsOf(was!.form, was!.figures), becomes: partsOf(becomes!.form, becomes!.figures) };
        const effects = effectOf([question], { sums: rows, coverage }, replacement);
        expect(effects).toEqual(before === after ? [] : [{ question, before, after }]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('is nothing where the value stays, although its parts do not', () => {
    const replacement = {
      was: partsOf('gb2021_30', { numerator: 1n, denominator: 2n }),
      becomes: partsOf('gb2021_30', { numerator: 2n, denominator: 4n }),
    };
    expect(ownEffectOf([question], SAMPLE_YEAR, replacement)).toEqual([]);
  });

  it("is an agency's own from nothing to a value and back", () => {
    const [blank, whole] = [partsOf('gb2021_30', null), partsOf('gb2021_30', { numerator: 1n, denominator: 2n })];
    expect(ownEffectOf([question], SAMPLE_YEAR, { was: blank, becomes: whole })).toEqual([{ question, before: null, after: '0.500000' }]);
    expect(ownEffectOf([question], SAMPLE_YEAR, { was: whole, becomes: blank })).toEqual([{ question, before: '0.500000', after: null }]);
  });
});
