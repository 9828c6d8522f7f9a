import type { CellId, Relation, TableSection } from '@gongkai/model';
import type { Examination } from '../examine';
import type { Sheet } from '../open-sheet';
import type { Addend, Equation } from '../unroll-rules';
import type { WeighedEquation } from '../weigh-equations';

/**
 * The weighed equations of a report as relations between the cells a person can change. A total that was left blank is no such cell:
 * it stands for its parts. What last year's report says is given.
 */
export interface Board {
  readonly squares: readonly Square[];
  readonly relations: readonly BoardRelation[];
}

/** A cell as it is printed: a blank is worth nothing yet, and may be the figure that is missing. */
export interface Square {
  readonly cell: CellId;
  readonly amount: bigint;
  readonly isBlank: boolean;
  /** May be negative, as 本年增/减 of the 2019 form. */
  readonly signed: boolean;
  /** The relations it stands in. */
  readonly touches: readonly Touch[];
}

export interface Touch {
  readonly relation: number;
  readonly factor: bigint;
}

export interface BoardRelation {
  readonly weighed: WeighedEquation;
  readonly kind: Relation;
  /** Left side minus right side as printed. */
  readonly balance: bigint;
  readonly squares: readonly { readonly square: number; readonly factor: bigint }[];
  /** Only an error has to be put right; anything else may have its reasons. */
  readonly isBinding: boolean;
}

type Factors = Map<CellId, bigint>;

export function setUpBoard(examination: Examination, weighed: readonly WeighedEquation[]): Board {
  const numbers = new Map<CellId, number>();
  const touches: Touch[][] = [];
  const sections: TableSection[] = [];
  const relations = weighed.map((one, relation): BoardRelation => {
    const { section, rule } = one.equation;
    const squares = [...factorsOf(examination, one.equation)].map(([cell, factor]) => {
      const square = numbers.get(cell) ?? numbers.size;
      numbers.set(cell, square);
      sections[square] = section;
      (touches[square] ??= []).push({ relation, factor });
      return { square, factor };
    });
    return { weighed: one, kind: rule.relation, balance: one.expected - one.found, squares, isBinding: rule.severity === 'error' };
  });
  const squares = [...numbers].map(([cell, square]): Square => {
    const reading = examination.sheet(sections[square] as TableSection)?.readingOf(cell);
    const isBlank = reading?.state !== 'number';
    const amount = reading?.state === 'number' ? reading.amount : 0n;
    return { cell, amount, isBlank, signed: examination.cellOf(cell).signed, touches: touches[square] as Touch[] };
  });
  return { squares, relations };
}

function factorsOf(examination: Examination, equation: Equation): Factors {
  const factors: Factors = new Map();
  const sheet = examination.sheet(equation.section);
  if (!sheet) return factors;
  for (const addend of equation.left) spread(factors, sheet, addend, 1n);
  for (const addend of equation.right) spread(factors, sheet, addend, -1n);
  for (const [cell, factor] of factors) if (factor === 0n) factors.delete(cell);
  return factors;
}

function spread(factors: Factors, sheet: Sheet, { cell, factor, year }: Addend, times: bigint): void {
  if (year === 'last') return;
  const definition = sheet.definitionOf(cell);
  if (definition) for (const part of definition.left) spread(factors, sheet, part, times * factor);
  else {
    const before = factors.get(cell);
    factors.set(cell, before === undefined ? times * factor : before + times * factor);
  }
}
