import { TABLE_SECTIONS } from '@gongkai/model';
import type { Examination } from './examine';
import { equationsOf } from './equations-of';
import type { Worth } from './open-sheet';
import { unrollRule } from './unroll-rules';
import type { Addend, Equation } from './unroll-rules';

/** An equation with the sums of both sides. */
export interface WeighedEquation {
  readonly equation: Equation;
  readonly expected: bigint;
  readonly found: bigint;
  readonly holds: boolean;
}

/** Every equation of the report that can be told, and across years where there is last year's report, in the order of the form. */
export function weighEquations(examination: Examination): readonly WeighedEquation[] {
  return TABLE_SECTIONS.flatMap((section) => {
    const form = examination.formOf(section);
    if (!form) return [];
    return equationsOf(form, examination.lastFormOf(section))
      .filter((equation) => equation.section === section)
      .flatMap((equation) => weigh(examination, equation));
  });
}

/** The supervisors' own rules that do not hold; they stand beside the law and take no part in repairs. */
export function brokenOwnRules(examination: Examination): readonly WeighedEquation[] {
  return (examination.extraRules ?? []).flatMap((rule) => {
    const form = examination.forms.find((candidate) => candidate.id === rule.form);
    return (form ? unrollRule(form, rule) : [])
      .filter(({ section }) => examination.formOf(section)?.id === rule.form)
      .flatMap((equation) => weigh(examination, equation))
      .filter(({ holds }) => !holds);
  });
}

/** What an addend is worth, in this year's report or in last year's. */
export function worthOfAddend(examination: Examination, { section }: Equation, addend: Addend): Worth {
  const sheet = addend.year === 'this' ? examination.sheet(section) : examination.lastSheet(section);
  return sheet ? sheet.worthOf(addend.cell) : 'unknown';
}

function weigh(examination: Examination, equation: Equation): readonly WeighedEquation[] {
  const { rule, defines, section } = equation;
  // The equation that a blank total was derived by holds by itself; any other that defines the same total is a check of it.
  if (defines !== null && examination.sheet(section)?.definitionOf(defines) === equation) return [];
  const expected = sumOf(examination, equation, equation.left);
  const found = sumOf(examination, equation, equation.right);
  if (expected === null || found === null) return [];
  return [
    { equation, expected, found, holds: { '=': expected === found, '<=': expected <= found, '>=': expected >= found }[rule.relation] },
  ];
}

/** The sum of one side; null where the rule has nothing to say about it. */
function sumOf(examination: Examination, equation: Equation, side: readonly Addend[]): bigint | null {
  let sum = 0n;
  for (const addend of side) {
    const worth = worthOfAddend(examination, equation, addend);
    if (worth === 'unknown' || (worth === 'nothing' && equation.rule.missing === 'skip')) return null;
    if (worth !== 'nothing') sum += addend.factor === 1n ? worth : worth * addend.factor;
  }
  return sum;
}
