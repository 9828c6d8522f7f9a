import type { Board, BoardRelation } from './board';

/** Squares to change together, each with what is added to its amount. */
export type Way = ReadonlyMap<number, bigint>;

export interface Task {
  /** The relations that do not hold and are to hold afterwards. Every other one stays as it is. */
  readonly targets: ReadonlySet<number>;
  /** Relations that may be left open, or opened, at the price of one change each. */
  readonly optional: ReadonlySet<number>;
}

export interface FoundWays {
  /** All of the same, smallest price. */
  readonly ways: readonly Way[];
  /** False where the steps ran out first. */
  readonly complete: boolean;
}

/** Steps a search may still take; several searches may share one. */
export interface Budget {
  steps: number;
}

/** More than this many cells wrong at once cannot be told from one another by sums alone. */
const MOST_CHANGES = 4;

interface Walk {
  readonly board: Board;
  readonly task: Task;
  readonly budget: Budget;
  readonly balances: bigint[];
  /** The relations that do not hold by their balance. */
  readonly open: Set<number>;
  readonly changes: Map<number, bigint>;
  readonly seen: Set<string>;
  readonly ways: Map<string, Way>;
}

/**
 * The smallest sets of cells whose change makes all targets hold and breaks nothing else. One step changes one cell so that one open relation
 * holds: a smallest set always has such an order, since sums tie its cells together like the branches of a tree. Amounts stay whole and,
 * unless signed, not negative.
 */
export function findWays(board: Board, task: Task, budget: Budget): FoundWays {
  for (let price = 1; price <= MOST_CHANGES; price += 1) {
    const walk = startWalk(board, task, budget);
    step(walk, price);
    if (walk.ways.size > 0 || budget.steps <= 0) return { ways: [...walk.ways.values()], complete: budget.steps > 0 };
  }
  return { ways: [], complete: true };
}

function startWalk(board: Board, task: Task, budget: Budget): Walk {
  const balances = board.relations.map((relation, at) =>
    holds(relation, relation.balance) || task.targets.has(at) ? relation.balance : 0n,
  );
  const open = new Set(board.relations.flatMap((relation, at) => (holds(relation, balances[at] as bigint) ? [] : [at])));
  return { board, task, budget, balances, open, changes: new Map(), seen: new Set(), ways: new Map() };
}

function step(walk: Walk, left: number): void {
  walk.budget.steps -= 1;
  const open = [...walk.open].sort((a, b) => a - b);
  const binding = open.filter((at) => !walk.task.optional.has(at));
  if (binding.length === 0 && open.length <= left) walk.ways.set(keyOf(walk.changes), new Map(walk.changes));
  if (left === 0 || open.length === 0 || walk.budget.steps <= 0 || fewest(walk.board, open) > left) return;
  const key = keyOf(walk.changes);
  if (walk.seen.has(key)) return;
  walk.seen.add(key);
  // With one change left every binding relation must be put right by it, so it is enough to try the first.
  const next = left === 1 && binding.length > 0 ? binding.slice(0, 1) : open;
  for (const at of next) for (const place of (walk.board.relations[at] as BoardRelation).squares) tryOn(walk, left, at, place);
}

function tryOn(walk: Walk, left: number, at: number, { square, factor }: BoardRelation['squares'][number]): void {
  if (walk.changes.has(square)) return;
  const balance = walk.balances[at] as bigint;
  if (balance % factor !== 0n) return;
  const by = -balance / factor;
  const { amount, signed, touches } = walk.board.squares[square] as Board['squares'][number];
  if (amount + by < 0n && !signed) return;
  for (const touch of touches) shift(walk, touch.relation, touch.factor * by);
  walk.changes.set(square, by);
  step(walk, left - 1);
  walk.changes.delete(square);
  for (const touch of touches) shift(walk, touch.relation, -touch.factor * by);
}

function shift({ board, balances, open }: Walk, at: number, by: bigint): void {
  const balance = (balances[at] as bigint) + by;
  balances[at] = balance;
  if (holds(board.relations[at] as BoardRelation, balance)) open.delete(at);
  else open.add(at);
}

/** The least price of what is open: relations that have no cell in common need a change each, or cost one each where they are left open. */
function fewest(board: Board, open: readonly number[]): number {
  const bySize = open.map((at) => (board.relations[at] as BoardRelation).squares).sort((a, b) => a.length - b.length);
  return Math.max(disjoint(bySize), disjoint(bySize.reverse()));
}

function disjoint(relations: readonly BoardRelation['squares'][]): number {
  const taken = new Set<number>();
  let count = 0;
  for (const squares of relations) {
    if (squares.some(({ square }) => taken.has(square))) continue;
    for (const { square } of squares) taken.add(square);
    count += 1;
  }
  return count;
}

function keyOf(changes: Way): string {
  return [...changes]
    .map(([square, by]) => `${square}:${by}`)
    .sort()
    .join();
}

/** What a balance of left minus right means to the relation. */
export function holds({ kind }: BoardRelation, balance: bigint): boolean {
  return kind === '=' ? balance === 0n : kind === '<=' ? balance <= 0n : balance >= 0n;
}
