import type { CellId, TableSection, Words } from '@gongkai/model';
import { otherShareCells } from './check-other-share';
import { jumpCells } from './check-jumps';
import { heldSums } from './compare-claims';
import { equationsOf } from './equations-of';
import type { Examination } from './examine';
import { JUMP } from './i18n/change-words';
import { OTHER_HIGH } from './i18n/content-words';
import { SUBTOTAL } from './i18n/format-words';
import { CLAIM } from './i18n/narrative-words';
import { unrollRule } from './unroll-rules';
import type { Equation } from './unroll-rules';

/** A rule that could not be told in one place, and the cells of one report that it lacks. */
export interface UntoldRule {
  readonly section: TableSection;
  readonly says: Words;
  /** Whose cells they are: this year's report or last year's. */
  readonly year: 'this' | 'last';
  readonly cells: readonly CellId[];
}

/** Everything in a section that runs over cells which hold neither a figure nor a nothing that was seen, each place once. */
export function untoldRules(examination: Examination, section: TableSection): readonly UntoldRule[] {
  const [form, sheet, lastSheet] = [examination.formOf(section), examination.sheet(section), examination.lastSheet(section)];
  if (!form || !sheet) return [];
  const own = (examination.extraRules ?? []).filter((rule) => rule.form === form.id).flatMap((rule) => unrollRule(form, rule));
  const equations = [...equationsOf(form, examination.lastFormOf(section)), ...own].filter((equation) => equation.section === section);
  const needs: readonly UntoldRule[] = [
    ...equations.map((equation) => ({ section, says: equation.rule.says, year: 'this' as const, cells: addends(equation, 'this') })),
    ...equations.map((equation) => ({ section, says: equation.rule.says, year: 'last' as const, cells: addends(equation, 'last') })),
    ...needsOfText(examination, section),
    { section, says: JUMP.says, year: 'last', cells: jumpCells(examination, section) },
  ];
  const unknownIn = ({ year, cells }: UntoldRule): readonly CellId[] =>
    cells.filter((cell) => (year === 'this' ? sheet : lastSheet)?.worthOf(cell) === 'unknown');
  return needs.map((need) => ({ ...need, cells: unknownIn(need) })).filter(({ cells }) => cells.length > 0);
}

function addends({ left, right }: Equation, year: 'this' | 'last'): readonly CellId[] {
  return [...left, ...right].filter((addend) => addend.year === year).map(({ cell }) => cell);
}

/** What is printed beside the cells: subtotals the form has none of, the share of other outcomes, and what the text claims. */
function needsOfText(examination: Examination, section: TableSection): readonly UntoldRule[] {
  const claimed = heldSums(examination).map((cells) => ({ says: CLAIM.says, cells }));
  const printed = section !== 's3' ? [] : (examination.report.subtotals ?? []).map(({ cells }) => ({ says: SUBTOTAL.says, cells }));
  const share = section !== 's3' ? [] : [{ says: OTHER_HIGH.says, cells: otherShareCells(examination) }];
  return [...printed, ...share, ...claimed].map(({ says, cells }) => ({
    section,
    says,
    year: 'this' as const,
    cells: cells.filter((cell) => cell.startsWith(`${section}/`)),
  }));
}
