import type { Board, BoardRelation, Square } from './board';
import { holds } from './find-ways';
import type { Way } from './find-ways';

/** Fewer are seen by the search for the smallest change, together with what else they might be. */
const FEWEST = 5;

export interface ZeroTotals {
  readonly relations: readonly number[];
  readonly way: Way;
}

/**
 * A whole row or column of totals printed as 0 beside parts that are not: one slip, though many cells. Null where there is none, or where
 * filling the totals in would break what holds.
 */
export function zeroTotals(board: Board, open: readonly number[]): ZeroTotals | null {
  const rules = new Set(open.map((at) => (board.relations[at] as BoardRelation).weighed.equation.rule.id));
  for (const rule of rules) {
    const way = fill(
      board,
      open.filter((at) => board.relations[at]?.weighed.equation.rule.id === rule),
    );
    if (way.size < FEWEST || breaks(board, open, way)) continue;
    return { relations: open.filter((at) => isMended(board.relations[at] as BoardRelation, way)), way };
  }
  return null;
}

function fill(board: Board, open: readonly number[]): Way {
  return new Map(
    open.flatMap((at) => {
      const { weighed, squares, balance } = board.relations[at] as BoardRelation;
      const total = squares.find(({ square }) => board.squares[square]?.cell === weighed.equation.defines);
      const printed = total && (board.squares[total.square] as Square);
      return total && printed && !printed.isBlank && printed.amount === 0n && balance > 0n ? [[total.square, balance] as const] : [];
    }),
  );
}

function breaks(board: Board, open: readonly number[], way: Way): boolean {
  return board.relations.some((relation, at) => !open.includes(at) && !isMended(relation, way));
}

/** Whether the relation holds after the changes. */
export function isMended(relation: BoardRelation, way: Way): boolean {
  const balance = relation.squares.reduce((sum, { square, factor }) => {
    const by = way.get(square);
    return by === undefined ? sum : sum + factor * by;
  }, relation.balance);
  return holds(relation, balance);
}
