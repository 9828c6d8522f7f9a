import { printFigure } from '@gongkai/model';
import type { Contributor, Finding, Unit, Words } from '@gongkai/model';
import { TABLES } from './examine';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { equationMessage } from './i18n/equation-message';
import type { Side } from './i18n/equation-message';
import { isNothing } from './open-sheet';
import type { Worth } from './open-sheet';
import { cellWords, lineWords } from './place-words';
import { unrollRules } from './unroll-rules';
import type { Addend, Equation } from './unroll-rules';

/** An equation that does not hold, with the sums of both sides. */
export interface BrokenEquation {
  readonly equation: Equation;
  readonly expected: bigint;
  readonly found: bigint;
}

/** Equations of the report, and across years where there is last year's report, that do not hold. */
export function brokenEquations(examination: Examination): readonly BrokenEquation[] {
  return TABLES.flatMap((section) => {
    const form = examination.formOf(section);
    if (!form) return [];
    return unrollRules(form, examination.lastFormOf(section))
      .filter((equation) => equation.section === section)
      .flatMap((equation) => weigh(examination, equation));
  });
}

/** One finding for each equation that does not hold; its first cell is the one to look at. */
export function checkEquations(examination: Examination): readonly Finding[] {
  return brokenEquations(examination).map((broken) => findingFor(examination, broken));
}

function weigh(examination: Examination, equation: Equation): readonly BrokenEquation[] {
  const { rule, defines, section } = equation;
  if (defines !== null && isNothing(examination.sheet(section)?.readingOf(defines))) return [];
  const expected = sumOf(examination, equation, equation.left);
  const found = sumOf(examination, equation, equation.right);
  if (expected === null || found === null) return [];
  const holds = { '=': expected === found, '<=': expected <= found, '>=': expected >= found }[rule.relation];
  return holds ? [] : [{ equation, expected, found }];
}

/** The sum of one side; null where the rule has nothing to say about it. */
function sumOf(examination: Examination, equation: Equation, side: readonly Addend[]): bigint | null {
  let sum = 0n;
  for (const addend of side) {
    const worth = worthOf(examination, equation, addend);
    if (worth === 'unknown' || (worth === 'nothing' && equation.rule.missing === 'skip')) return null;
    if (worth !== 'nothing') sum += worth * addend.factor;
  }
  return sum;
}

function worthOf(examination: Examination, equation: Equation, addend: Addend): Worth {
  const sheet = addend.year === 'this' ? examination.sheet(equation.section) : examination.lastSheet(equation.section);
  return sheet ? sheet.worthOf(addend.cell) : 'unknown';
}

function findingFor(examination: Examination, broken: BrokenEquation): Finding {
  const { equation, expected, found } = broken;
  const { rule, section, left, right } = equation;
  const addends = [...right, ...left];
  const unit = unitOf(examination, equation);
  const path = pathOf(examination, equation);
  const side = (sum: bigint, of: readonly Addend[]): Side => ({
    sum: printFigure(sum, unit),
    parts: partsOf(examination, equation, of),
  });
  const difference = printFigure(found - expected, unit);
  return findingOf({
    code: rule.id,
    severity: rule.severity,
    section,
    path,
    message: equationMessage({ path, relation: rule.relation, expected: side(expected, left), found: side(found, right), difference }),
    rule,
    cells: addends.filter((addend) => addend.year === 'this').map((addend) => addend.cell),
    expected: printFigure(expected, unit),
    found: printFigure(found, unit),
    difference,
    contributors: [...left, ...right].map((addend) => contributorOf(examination, equation, addend)),
  });
}

function unitOf(examination: Examination, equation: Equation): Unit {
  const [first] = equation.right;
  return first ? examination.cellOf(first.cell).unit : 'piece';
}

/** A relation with one cell on its right side is about that cell, any other about its whole row or column. */
function pathOf(examination: Examination, equation: Equation): Words {
  const form = examination.formOf(equation.section) ?? examination.anyForm;
  const [first, ...more] = equation.right;
  return first && more.length === 0 ? cellWords(form, first.cell) : lineWords(form, equation.section, equation.along);
}

/** The addends that hold something, and all of last year's, even 0: the reader is to see what was compared. Each with its label and printed amount. */
function partsOf(examination: Examination, equation: Equation, side: readonly Addend[]): Side['parts'] {
  return side.flatMap((addend) => {
    const worth = worthOf(examination, equation, addend);
    if (typeof worth !== 'bigint' || (worth === 0n && addend.year === 'this')) return [];
    const taken = addend.factor < 0n;
    const amount = printFigure(worth * (taken ? -addend.factor : addend.factor), examination.cellOf(addend.cell).unit);
    return [{ label: addend.line.label, amount, taken, year: addend.year }];
  });
}

function contributorOf(examination: Examination, equation: Equation, addend: Addend): Contributor {
  const isThis = addend.year === 'this';
  const reading = (isThis ? examination.sheet(equation.section) : examination.lastSheet(equation.section))?.readingOf(addend.cell);
  const year = isThis ? examination.report.year : (examination.lastYear?.year ?? null);
  if (reading?.state !== 'number') return { cell: addend.cell, year, state: reading?.state ?? 'not_in_form', amount: null };
  return { cell: addend.cell, year, state: 'number', amount: printFigure(reading.amount, examination.cellOf(addend.cell).unit) };
}
