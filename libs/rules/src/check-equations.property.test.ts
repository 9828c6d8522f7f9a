import type { CellId, FormId } from '@gongkai/model';
import fc from 'fast-check';
import { checkReport, deriveTotals } from '.';
import { formOf } from '@gongkai/catalogue';
import { inputOf, reportOf } from '../fixtures/reports';
import type { Figures } from '../fixtures/reports';
import { countedCell, isTotal, resultRows, validFigures } from '../fixtures/valid-figures';

const EQUATIONS = ['S3-BALANCE', 'S3-COL', 'S3-ROW', 'S4-SUM'];

/** Broken equations as `code suspect-cell`, in order. */
const broken = (form: FormId, figures: Figures): readonly string[] =>
  checkReport(inputOf(reportOf(form, figures)))
    .filter((finding) => EQUATIONS.includes(finding.code))
    .map((finding) => `${finding.code} ${finding.cells[0]}`)
    .sort();

/** The equations a cell takes part in, from the text of the law. */
function equationsAt(form: FormId, cell: CellId): readonly string[] {
  const [section, row, column] = cell.split('/') as [string, string, string];
  if (section === 's4') return [`S4-SUM s4/${row}/total`];
  const isResult = resultRows(form).includes(row);
  return [
    ...(isResult ? [] : [`S3-BALANCE s3/total_processed/${column}`]),
    ...(isResult || row === 'total_processed' ? [`S3-COL s3/total_processed/${column}`] : []),
    `S3-ROW s3/${row}/total`,
  ];
}

describe.each(['gb2021_30', 'gb2019_60'] as const)('%s', (form) => {
  it('finds nothing in figures that satisfy the law', () => {
    fc.assert(
      fc.property(validFigures(form), (figures) => {
        expect(broken(form, figures)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('finds exactly the equations of a cell that was changed', () => {
    fc.assert(
      fc.property(validFigures(form), countedCell(form), fc.integer({ min: 1, max: 999 }), (figures, cell, by) => {
        const wrong = new Map(figures).set(cell, (figures.get(cell) as bigint) + BigInt(by));
        expect(broken(form, wrong)).toEqual([...equationsAt(form, cell)].sort());
      }),
      { numRuns: 150 },
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
        expect(broken(form, blanked)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('derives exactly the totals that were left blank', () => {
    fc.assert(
      fc.property(validFigures(form), (figures) => {
        const totals = [...figures].filter(([cell]) => isTotal(cell));
        const blanked = new Map([...figures].map(([cell, amount]) => [cell, isTotal(cell) ? ('blank' as const) : amount]));
        expect(deriveTotals(formOf(form), reportOf(form, blanked).readings)).toEqual(new Map(totals));
      }),
      { numRuns: 30 },
    );
  });
});
