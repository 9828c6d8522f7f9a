import { FORMS, formOf } from '@gongkai/catalogue';
import type { CellId, FormId } from '@gongkai/model';
import { carryOver } from '.';
import { figuresOf, reportOf } from '../fixtures/reports';

const carried = (form: FormId, last: FormId, cells: Parameters<typeof figuresOf>[1]) =>
  carryOver(formOf(form), reportOf(last, figuresOf(last, cells)), FORMS);

describe('carryOver', () => {
  const cells = { 's3/carried_out/total': 12n, 's2/normative_documents/in_force_count': 5n } as const;

  it('opens a report with seven requests carried on and two stocks, each with the cell and the rule it comes from', () => {
    const figures = carried('gb2021_30', 'gb2021_30', cells);
    expect(figures.map(({ rule }) => rule).sort()).toEqual([...Array<string>(7).fill('XY-CARRY'), 'XY-STOCK', 'XY-STOCK']);
    expect(figures).toContainEqual({ cell: 's3/carried_in/total', from: 's3/carried_out/total', amount: 12n, rule: 'XY-CARRY' });
    const stock: CellId = 's2/normative_documents/in_force_count';
    expect(figures).toContainEqual({ cell: stock, from: stock, amount: 5n, rule: 'XY-STOCK' });
  });

  it('carries no stock from a form that did not ask for it', () => {
    const figures = carried('gb2021_30', 'gb2019_60', { 's3/carried_out/total': 3n });
    expect(figures.map(({ rule }) => rule)).toEqual(Array(7).fill('XY-CARRY'));
  });

  it('carries nothing on where last year says nothing, which is not zero', () => {
    const figures = carried('gb2021_30', 'gb2021_30', { ...cells, 's3/carried_out/total': 'blank' });
    expect(figures.map(({ cell }) => cell)).not.toContain('s3/carried_in/total');
    expect(figures).toHaveLength(8);
  });
});
