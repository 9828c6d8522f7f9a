import type { FormId } from '@gongkai/model';
import fc from 'fast-check';
import { checkReport, deriveTotals } from '.';
import { formOf } from '@gongkai/catalogue';
import { inputOf, reportOf } from '../fixtures/reports';
import type { Figures } from '../fixtures/reports';
import { isTotal, lastYearOf, validFigures } from '../fixtures/valid-figures';

const SEED = 20211;

/** What the sums of the law say, with last year's report where it is given: codes in order. */
function arithmetic(form: FormId, figures: Figures, last: Figures | null = null): readonly string[] {
  const codes: readonly string[] = [...formOf(form).rules.map((rule) => rule.id), 'S3-PARTIAL-ONCE'];
  const report = reportOf(form, figures);
  const lastYear = last && reportOf(form, last, { year: (report.year as number) - 1, title: null, period: null });
  return checkReport(inputOf(report, { lastYear }))
    .map((finding) => finding.code)
    .filter((code) => codes.includes(code));
}

describe.each(['gb2021_30', 'gb2019_60'] as const)('%s', (form) => {
  it('finds nothing in figures that satisfy the law, alone and after last year\u2019s', () => {
    fc.assert(
      fc.property(validFigures(form), (figures) => {
        expect(arithmetic(form, figures)).toEqual([]);
        expect(arithmetic(form, figures, lastYearOf(form, figures))).toEqual([]);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it('takes a blank for a zero and derives a blank total', () => {
    fc.assert(
      fc.property(validFigures(form), fc.infiniteStream(fc.boolean()), (figures, coins) => {
        const blanked = new Map(
          [...figures].map(([cell, amount]) => [
            cell,
            (amount === 0n || isTotal(cell)) && coins.next().value ? ('blank' as const) : amount,
          ]),
        );
        expect(arithmetic(form, blanked)).toEqual([]);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it('derives exactly the totals that were left blank', () => {
    fc.assert(
      fc.property(validFigures(form), (figures) => {
        const totals = [...figures].filter(([cell]) => isTotal(cell));
        const blanked = new Map([...figures].map(([cell, amount]) => [cell, isTotal(cell) ? ('blank' as const) : amount]));
        expect(deriveTotals(formOf(form), reportOf(form, blanked).readings)).toEqual(new Map(totals));
      }),
      { numRuns: 30, seed: SEED },
    );
  });
});
