import { printFigure, TABLE_SECTIONS } from '@gongkai/model';
import type { Consequence, Contributor, Finding, TableSection } from '@gongkai/model';
import { contributorsOf, describeEquation } from './describe-equation';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import type { FindingParts } from './finding-of';
import { locatedMessage } from './i18n/repair-words';
import { hintPartialOnce } from './hint-partial-once';
import { setUpBoard } from './repair/board';
import type { Board, BoardRelation, Square } from './repair/board';
import { findCauses } from './repair/find-causes';
import type { Cause } from './repair/find-causes';
import { repairOf } from './repair/repair-of';
import { brokenOwnRules, weighEquations } from './weigh-equations';
import type { WeighedEquation } from './weigh-equations';

const GRAVEST = ['error', 'inconsistency', 'warning', 'info'];

/**
 * One finding for each cause of equations that do not hold, with the others that fail because of it folded under it. Where sums locate
 * the wrong cell, the finding is about that cell; otherwise about the gravest equation, with the cells that may be wrong in its repair.
 */
export function checkEquations(examination: Examination): readonly Finding[] {
  const before = told.get(examination);
  if (before) return before;
  const findings = tellCauses(examination);
  told.set(examination, findings);
  return findings;
}

/** What was told of a report, for the checks that must not say it again. */
const told = new WeakMap<Examination, readonly Finding[]>();

function tellCauses(examination: Examination): readonly Finding[] {
  const weighed = weighEquations(examination);
  const own = brokenOwnRules(examination).map((one) => findingOf(tellEquation(examination, one, [])));
  if (weighed.every(({ holds }) => holds)) return own;
  const law = TABLE_SECTIONS.flatMap((section) => {
    const board = setUpBoard(
      examination,
      weighed.filter(({ equation }) => equation.section === section),
    );
    return findCauses(board).map((cause) => tellCause(examination, section, board, cause));
  });
  return [...law, ...own];
}

function tellCause(examination: Examination, section: TableSection, board: Board, { relations, found }: Cause): Finding {
  const broken = relations
    .map((at) => (board.relations[at] as BoardRelation).weighed)
    .sort((a, b) => GRAVEST.indexOf(a.equation.rule.severity) - GRAVEST.indexOf(b.equation.rule.severity));
  const [gravest, ...others] = broken as [WeighedEquation, ...WeighedEquation[]];
  const repair = repairOf(examination, section, board, found);
  const hints = hintPartialOnce(examination, broken);
  const fold = (all: readonly WeighedEquation[]): readonly Consequence[] => [
    ...all.map((one) => describeEquation(examination, one)),
    ...hints,
  ];
  const located = found.complete && others.length > 0 ? onlySquare(board, found) : null;
  if (!located) return findingOf({ ...tellEquation(examination, gravest, fold(others)), repair });
  return findingOf({ ...tellEquation(examination, gravest, fold(broken)), ...tellSquare(examination, section, located, broken), repair });
}

interface Located {
  readonly square: Square;
  readonly by: bigint;
}

function onlySquare(board: Board, { ways: [way, ...more] }: Cause['found']): Located | null {
  if (!way || way.size !== 1 || more.length > 0) return null;
  const [[at, by]] = [...way] as [[number, bigint]];
  return { square: board.squares[at] as Square, by };
}

function tellEquation(examination: Examination, weighed: WeighedEquation, consequences: readonly Consequence[]): FindingParts {
  const { code, severity, cells, path, message, expected, found, difference } = describeEquation(examination, weighed);
  const { section, rule } = weighed.equation;
  const contributors = contributorsOf(examination, weighed.equation);
  return { severity, section, cells, path, message, rule: { ...rule, code }, expected, found, difference, contributors, consequences };
}

/** What a finding says where it is known which cell is wrong. */
function tellSquare(
  examination: Examination,
  section: TableSection,
  { square, by }: Located,
  broken: readonly WeighedEquation[],
): Partial<FindingParts> {
  const { cell, amount, isBlank } = square;
  const { unit } = examination.cellOf(cell);
  const path = examination.cellPath(cell);
  const expected = printFigure(amount + by, unit);
  const found = isBlank ? null : printFigure(amount, unit);
  const difference = isBlank ? null : printFigure(-by, unit);
  const isMark = examination.sheet(section)?.readingOf(cell)?.state === 'mark';
  const message = locatedMessage({ path, expected, found, isMark, difference, relations: broken.length });
  return { cells: [cell], path, message, expected, found, difference, contributors: allContributors(examination, broken) };
}

/** The cells of all the relations, each once. */
function allContributors(examination: Examination, broken: readonly WeighedEquation[]): readonly Contributor[] {
  const all = broken.flatMap(({ equation }) => contributorsOf(examination, equation));
  const byPlace = new Map(all.map((one) => [`${one.cell} ${one.year}`, one]));
  return [...byPlace.values()];
}
