import { formOf } from '@gongkai/catalogue';
import { type CellId, type Reading, cellsOf } from '@gongkai/model';
import { compareTotals } from './compare-totals';

const form = formOf('gb2021_30');

/** Every cell blank, except what is said. */
function compared(said: Readonly<Partial<Record<CellId, bigint | 'unreadable'>>>): ReturnType<typeof compareTotals> {
  const printed = { raw: '', place: null, confidence: 'exact' } as const;
  const readings = form.grids.flatMap(cellsOf).map((cell): Reading => {
    const amount = said[cell];
    if (amount === undefined) return { cell, ...printed, state: 'blank' };
    return amount === 'unreadable' ? { cell, ...printed, state: amount } : { cell, ...printed, state: 'number', amount, unit: 'request' };
  });
  return compareTotals(form, readings);
}

describe('totals beside what their details make', () => {
  const totalOf = (all: ReturnType<typeof compareTotals>, cell: CellId, rule: string) =>
    all.find((one) => one.cell === cell && one.rule === rule);

  it('differ by so much', () => {
    const all = compared({ 's3/granted/natural_person': 3n, 's3/granted/commercial_enterprise': 1n, 's3/granted/total': 5n });
    expect(totalOf(all, 's3/granted/total', 'S3-ROW')).toMatchObject({ reported: 5n, computed: 4n, difference: 1n });
    expect(totalOf(all, 's3/total_processed/natural_person', 'S3-COL')).toMatchObject({ reported: null, computed: 3n, difference: null });
  });

  it('say nothing of blank or unreadable details, and never zero', () => {
    const all = compared({
      's3/new_received/total': 7n,
      's3/granted/total': 5n,
      's3/granted/natural_person': 'unreadable',
      's3/granted/commercial_enterprise': 5n,
    });
    expect(totalOf(all, 's3/new_received/total', 'S3-ROW')).toMatchObject({ reported: 7n, computed: null, difference: null });
    expect(totalOf(all, 's3/granted/total', 'S3-ROW')).toMatchObject({ reported: 5n, computed: null, difference: null });
  });

  it('are all totals of sections three and four, those of rows and columns twice', () => {
    const all = compared({});
    expect(new Set(all.map(({ rule }) => rule))).toEqual(new Set(['S3-COL', 'S3-ROW', 'S4-SUM']));
    expect(all.filter(({ cell }) => cell === 's3/total_processed/total').map(({ rule }) => rule)).toEqual(['S3-COL', 'S3-ROW']);
    expect(all.every(({ reported, computed }) => reported === null && computed === null)).toBe(true);
  });
});
