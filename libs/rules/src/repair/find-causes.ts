import { findWays, holds } from './find-ways';
import type { Budget, FoundWays, Way } from './find-ways';
import type { Board, BoardRelation, Square } from './board';
import { isMended, zeroTotals } from './zero-totals';

/** Relations that fail together, and the smallest changes after which they hold. */
export interface Cause {
  readonly relations: readonly number[];
  readonly found: FoundWays;
}

/** Steps for parting what is open, and again for all the repairs together: some tens of milliseconds at the worst. */
const MOST_STEPS = 2000;

/**
 * The relations that do not hold, parted by what went wrong: those that one smallest way puts right together are one cause. Errors are
 * explained first; what may have its reasons is a cause of its own unless it is put right with them.
 */
export function findCauses(board: Board): readonly Cause[] {
  const open = board.relations.flatMap((relation, at) => (holds(relation, relation.balance) ? [] : [at]));
  return regionsOf(board, open).flatMap((region) => causesOf(board, region));
}

function causesOf(board: Board, open: readonly number[]): readonly Cause[] {
  const zero = zeroTotals(board, open);
  if (zero) {
    const rest = open.filter((at) => !zero.relations.includes(at));
    return [{ relations: zero.relations, found: { ways: [zero.way], complete: false } }, ...causesOf(board, rest)];
  }
  const binding = open.filter((at) => board.relations[at]?.isBinding);
  const groups = part(board, open, optionalIn(board, binding.length > 0 ? [] : open), { steps: MOST_STEPS });
  const budget = { steps: MOST_STEPS };
  return groups.map((relations) => ({
    relations,
    found: findWays(board, { targets: new Set(relations), optional: optionalIn(board, relations) }, budget),
  }));
}

/** Every relation that need not hold, but for those asked about. */
function optionalIn(board: Board, wanted: readonly number[]): ReadonlySet<number> {
  return new Set(board.relations.flatMap(({ isBinding }, at) => (isBinding || wanted.includes(at) ? [] : [at])));
}

function part(board: Board, open: readonly number[], optional: ReadonlySet<number>, budget: Budget): readonly (readonly number[])[] {
  if (open.length === 0) return [];
  if (open.length === 1) return [open];
  const { ways } = findWays(board, { targets: new Set(open), optional }, budget);
  const partings = finest(ways.map((way) => partingBy(board, open, way)));
  const [first] = partings;
  if (!first) return peel(board, open, budget);
  const groups = join(partings.flat());
  const told = new Set(groups.flat());
  const rest = open.filter((at) => !told.has(at));
  return [...groups, ...part(board, rest, optionalIn(board, rest), budget)];
}

/** Of several ways those that leave least open and part it most. */
function finest(partings: readonly (readonly (readonly number[])[])[]): readonly (readonly (readonly number[])[])[] {
  const most = Math.max(...partings.map((parting) => parting.flat().length));
  const fullest = partings.filter((parting) => parting.flat().length === most && most > 0);
  const parts = Math.max(...fullest.map((parting) => parting.length));
  return fullest.filter((parting) => parting.length === parts);
}

/** The open relations a way puts right, parted where no change of it reaches from one to the other. */
function partingBy(board: Board, open: readonly number[], way: Way): readonly (readonly number[])[] {
  const touched = [...way.keys()].map((square) => (board.squares[square] as Square).touches.map(({ relation }) => relation));
  const mended = open.filter((at) => isMended(board.relations[at] as BoardRelation, way));
  return join(touched)
    .map((relations) => relations.filter((at) => mended.includes(at)))
    .filter((relations) => relations.length > 0);
}

/** Sets that share a member become one; in ascending order. */
function join(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const joined = sets.reduce<readonly (readonly number[])[]>((groups, set) => {
    const near = groups.filter((group) => group.some((member) => set.includes(member)));
    return [...groups.filter((group) => !near.includes(group)), [...new Set([...near.flat(), ...set])]];
  }, []);
  return joined.map((group) => [...group].sort((a, b) => a - b)).sort((a, b) => (a[0] as number) - (b[0] as number));
}

/** Too many cells are wrong to see them at once: what a single cell explains to the last relation is taken out, and the rest looked at again. */
function peel(board: Board, open: readonly number[], budget: Budget): readonly (readonly number[])[] {
  const explained = board.squares.flatMap((square) =>
    explains(board, square, open) ? [square.touches.map(({ relation }) => relation)] : [],
  );
  const sure = explained.filter((one) => explained.every((other) => other === one || other.every((at) => !one.includes(at))));
  const told = new Set(sure.flat());
  if (told.size > 0) {
    const rest = open.filter((at) => !told.has(at));
    return [...sure, ...part(board, rest, optionalIn(board, rest.some((at) => board.relations[at]?.isBinding) ? [] : rest), budget)];
  }
  return apart(board, open);
}

/** All relations of the cell are open, and the same change puts each of them right. */
function explains(board: Board, { amount, signed, touches }: Square, open: readonly number[]): boolean {
  const [first, ...more] = touches.map(({ relation, factor }) => {
    const { kind, balance } = board.relations[relation] as BoardRelation;
    return open.includes(relation) && kind === '=' && balance % factor === 0n ? -balance / factor : null;
  });
  if (first === undefined || first === null || more.length === 0) return false;
  return more.every((by) => by === first) && (signed || amount + first >= 0n);
}

/** Each error by itself; what may have its reasons once a rule. */
function apart(board: Board, open: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const at of open) {
    const { isBinding, weighed } = board.relations[at] as BoardRelation;
    const name = isBinding ? `${at}` : weighed.equation.rule.id;
    groups.set(name, [...(groups.get(name) ?? []), at]);
  }
  return [...groups.values()];
}

/** Open relations of one region of the form: regions have no cell in common. */
function regionsOf(board: Board, open: readonly number[]): readonly (readonly number[])[] {
  if (open.length === 0) return [];
  const regions = new Map<number, number>();
  const pending = board.relations.map((_, at) => at);
  for (const start of pending) if (!regions.has(start)) flood(board, start, regions);
  const groups = new Map<number, number[]>();
  for (const at of open) {
    const region = regions.get(at) as number;
    groups.set(region, [...(groups.get(region) ?? []), at]);
  }
  return [...groups.values()];
}

function flood(board: Board, start: number, regions: Map<number, number>): void {
  const queue = [start];
  regions.set(start, start);
  for (const at of queue)
    for (const near of neighboursOf(board, at)) {
      if (regions.has(near)) continue;
      regions.set(near, start);
      queue.push(near);
    }
}

/** Relations that share a cell with this one, itself among them. */
function neighboursOf(board: Board, at: number): readonly number[] {
  const { squares } = board.relations[at] as BoardRelation;
  return squares.flatMap(({ square }) => (board.squares[square] as Square).touches.map(({ relation }) => relation));
}
