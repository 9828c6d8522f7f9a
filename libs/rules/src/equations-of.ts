import { cellsOfForm } from '@gongkai/model';
import type { CellId, Form } from '@gongkai/model';
import { unrollRules } from './unroll-rules';
import type { Equation } from './unroll-rules';

/** What never changes about a form, worked out once for each form. */
interface FormFacts {
  readonly cells: readonly CellId[];
  readonly equations: Map<Form | null, readonly Equation[]>;
  /** The equations that define a total, by its cell. */
  readonly definitions: ReadonlyMap<CellId, readonly Equation[]>;
}

const known = new WeakMap<Form, FormFacts>();

function factsOf(form: Form): FormFacts {
  const before = known.get(form);
  if (before) return before;
  const alone = unrollRules(form, null);
  const definitions = new Map<CellId, Equation[]>();
  for (const equation of alone)
    if (equation.defines !== null) definitions.set(equation.defines, [...(definitions.get(equation.defines) ?? []), equation]);
  const facts = { cells: cellsOfForm(form), equations: new Map([[null, alone]]), definitions };
  known.set(form, facts);
  return facts;
}

/** `unrollRules`, remembered for the pair of forms. */
export function equationsOf(form: Form, lastForm: Form | null): readonly Equation[] {
  const { equations } = factsOf(form);
  const before = equations.get(lastForm);
  if (before) return before;
  const unrolled = unrollRules(form, lastForm);
  equations.set(lastForm, unrolled);
  return unrolled;
}

/** The equations that say what a total is, in the order of the form; empty for every other cell. */
export function definitionsOf(form: Form, cell: CellId): readonly Equation[] {
  return factsOf(form).definitions.get(cell) ?? [];
}

/** All cells of a form in the order they are printed, remembered. */
export function allCellsOf(form: Form): readonly CellId[] {
  return factsOf(form).cells;
}
