import fc from 'fast-check';
import { type AgencyYear, RUNS, SEED, SAMPLE_YEAR, agencyYears, coverageOfAgencies, sumRowsOf } from '../fixtures/rows';
import { indicatorOf } from '@gongkai/catalogue';
import { type GroupedRow, type SumRow, addUp } from '.';

const rate = indicatorOf('disclosure_rate');

const grouped = (key: string, { id, form, late, reported, figures }: AgencyYear): GroupedRow => ({
  agencyId: id,
  year: SAMPLE_YEAR,
  regionPath: ['1'],
  expected: true,
  late: reported && late,
  s2Form: reported ? form : null,
  s3Form: reported ? form : null,
  s4Form: reported ? form : null,
  numerators: reported ? [figures === null ? null : String(figures.numerator)] : [],
  denominators: reported ? [figures === null ? null : String(figures.denominator)] : [],
  key,
  name: '',
});
const byForm = (rows: readonly SumRow[]) => [...rows].sort((a, b) => a.s3Form.localeCompare(b.s3Form));

describe('reports added up', () => {
  it('make the rows and the coverage that a store makes of them', () => {
    fc.assert(
      fc.property(agencyYears(), (agencies) => {
        const { sums, coverage } = addUp(agencies.map((agency) => grouped('', agency)));
        expect(byForm(sums)).toEqual(byForm(sumRowsOf(rate, agencies)));
        expect(coverage).toEqual(agencies.length === 0 ? [] : [coverageOfAgencies(agencies)]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('by group are together what they are without groups', () => {
    fc.assert(
      fc.property(agencyYears(['gb2021_30']), (agencies) => {
        const parts = addUp(agencies.map((agency) => grouped(agency.group, agency)));
        const whole = addUp(agencies.map((agency) => grouped('', agency)));
        for (const count of ['editions', 'answered'] as const)
          expect(parts.sums.reduce((all, row) => all + row[count], 0)).toBe(whole.sums.reduce((all, row) => all + row[count], 0));
        for (const count of ['expected', 'reported', 'late'] as const)
          expect(parts.coverage.reduce((all, row) => all + row[count], 0)).toBe(whole.coverage.reduce((all, row) => all + row[count], 0));
        const figures = (rows: readonly SumRow[]) => rows.flatMap(({ numerator }) => (numerator === null ? [] : [BigInt(numerator)]));
        expect(figures(parts.sums).reduce((all, figure) => all + figure, 0n)).toBe(
          figures(whole.sums).reduce((all, figure) => all + figure, 0n),
        );
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
