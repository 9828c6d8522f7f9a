import { TABLE_SECTIONS, type CellId, type Form, type Report } from '@gongkai/model';
import { equationsOf } from './equations-of';
import { byCell } from './open-sheet';
import type { Equation } from './unroll-rules';

/** What a new report begins with: a figure of last year's report, and the rule that says it carries on. */
export interface CarriedFigure {
  readonly cell: CellId;
  /** The cell of last year's report it was read from. */
  readonly from: CellId;
  /** In the registry's unit of the cell. */
  readonly amount: bigint;
  /** The rule a changed figure is held against, e.g. `XY-CARRY`. */
  readonly rule: string;
}

/**
 * The figures of last year's report that open this year's: what was carried out is carried in, and stocks begin where they ended. Read from the
 * form's own rules, every equation that builds one cell on one cell of the year before; nothing where last year holds no number.
 */
export function carryOver(form: Form, lastYear: Report, forms: readonly Form[]): readonly CarriedFigure[] {
  const before = byCell(lastYear.readings);
  return TABLE_SECTIONS.flatMap((section) => {
    const lastForm = forms.find((one) => one.id === lastYear.forms[section]);
    if (lastForm === undefined) return [];
    const equations = equationsOf(form, lastForm).filter((equation) => equation.section === section);
    return equations.flatMap((equation) => {
      const ends = endsOf(equation);
      const reading = ends === null ? undefined : before.get(ends.from);
      return ends === null || reading?.state !== 'number' ? [] : [{ ...ends, amount: reading.amount, rule: equation.rule.id }];
    });
  });
}

function endsOf({ rule, left, right }: Equation): { readonly cell: CellId; readonly from: CellId } | null {
  const [to, ...more] = right;
  const [from, ...others] = left.filter((addend) => addend.year === 'last');
  if (rule.relation !== '=' || to === undefined || more.length > 0 || from === undefined || others.length > 0) return null;
  return to.year === 'this' && to.factor === 1n && from.factor === 1n ? { cell: to.cell, from: from.cell } : null;
}
