import { printFigure } from '@gongkai/model';
import type { Consequence, Contributor, Unit, Words } from '@gongkai/model';
import type { Examination } from './examine';
import { equationMessage } from './i18n/equation-message';
import type { EquationSide } from './i18n/equation-message';
import { cellWords, columnWords, rowWords } from './place-words';
import type { Addend, Equation } from './unroll-rules';
import { worthOfAddend } from './weigh-equations';
import type { WeighedEquation } from './weigh-equations';

/** An equation that does not hold, in words and with both numbers; its first cell is the one to look at. */
export function describeEquation(examination: Examination, { equation, expected, found }: WeighedEquation): Consequence {
  const { rule, left, right } = equation;
  const unit = unitOf(examination, equation);
  const path = pathOf(examination, equation);
  const side = (sum: bigint, addends: readonly Addend[]): EquationSide => sideOf(examination, equation, addends, printFigure(sum, unit));
  const difference = printFigure(found - expected, unit);
  const years = { thisYear: examination.report.year, lastYear: examination.lastYear?.year ?? null };
  const message = { path, relation: rule.relation, expected: side(expected, left), found: side(found, right), difference, ...years };
  return {
    code: rule.id,
    severity: rule.severity,
    cells: [...right, ...left].filter((addend) => addend.year === 'this').map((addend) => addend.cell),
    path,
    message: equationMessage(message),
    expected: printFigure(expected, unit),
    found: printFigure(found, unit),
    difference,
  };
}

/** Every cell that took part, with its year and what it holds or which nothing it is. */
export function contributorsOf(examination: Examination, equation: Equation): readonly Contributor[] {
  return [...equation.left, ...equation.right].map((addend) => contributorOf(examination, equation, addend));
}

function contributorOf(examination: Examination, equation: Equation, addend: Addend): Contributor {
  const reading = readingOf(examination, equation, addend);
  const year = addend.year === 'this' ? examination.report.year : (examination.lastYear?.year ?? null);
  if (reading?.state !== 'number') return { cell: addend.cell, year, state: reading?.state ?? 'not_in_form', amount: null };
  return { cell: addend.cell, year, state: 'number', amount: printFigure(reading.amount, examination.cellOf(addend.cell).unit) };
}

function readingOf(examination: Examination, { section }: Equation, addend: Addend) {
  return (addend.year === 'this' ? examination.sheet(section) : examination.lastSheet(section))?.readingOf(addend.cell);
}

function unitOf(examination: Examination, equation: Equation): Unit {
  const [first] = equation.right;
  return first ? examination.cellOf(first.cell).unit : 'piece';
}

/** A relation with one cell on its right side is about that cell, any other about its whole row or column. */
function pathOf(examination: Examination, { section, rule, along, right }: Equation): Words {
  const form = examination.formOf(section) ?? examination.anyForm;
  const [first, ...more] = right;
  if (first && more.length === 0) return cellWords(form, first.cell);
  return rule.each === 'row' ? rowWords(form, section, along) : columnWords(form, section, along);
}

/** The addends that hold something, and all of last year's, even 0: the reader is to see what was compared; and those that hold nothing. */
function sideOf(examination: Examination, equation: Equation, addends: readonly Addend[], sum: string): EquationSide {
  const parts = addends.flatMap((addend) => {
    const worth = worthOfAddend(examination, equation, addend);
    if (typeof worth !== 'bigint' || (worth === 0n && addend.year === 'this')) return [];
    const taken = addend.factor < 0n;
    const amount = printFigure(worth * (taken ? -addend.factor : addend.factor), examination.cellOf(addend.cell).unit);
    return [{ label: addend.line.label, amount, taken, year: addend.year }];
  });
  const nothings = addends
    .filter((addend) => worthOfAddend(examination, equation, addend) === 'nothing')
    .map((addend) => ({ label: addend.line.label, year: addend.year, isMark: readingOf(examination, equation, addend)?.state === 'mark' }));
  return { sum, parts, nothings };
}
