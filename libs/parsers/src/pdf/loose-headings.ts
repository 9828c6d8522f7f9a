import { overlap, type LooseBlock } from './loose-blocks';
import type { LooseColumn } from './loose-columns';
import type { LooseRow } from './loose-rows';

/** A heading with the columns it stands over; `end` is not included. */
export interface LooseHeading {
  readonly block: LooseBlock;
  readonly start: number;
  readonly end: number;
}

const MOST_ROWS = 8;
/** How far from their middle, in points. */
const LEEWAY = 4;

/**
 * The nearest headings above the columns that together stand over each of them once: every one over the middle of its own columns or at their
 * left. Null where there are none such, or where both can be.
 */
export function headingsOver(above: readonly LooseRow[], all: readonly LooseColumn[]): readonly LooseHeading[] | null {
  const columns = all.map(({ leaf }) => leaf);
  const found: LooseBlock[] = [];
  for (const row of above.slice(-MOST_ROWS).reverse()) {
    const [left, right] = [Math.min(...found.map((block) => block.left)), Math.max(...found.map((block) => block.right))];
    found.push(...row.blocks.filter((block) => found.length === 0 || !overlap(block, { left, right })));
    found.sort((one, other) => one.left - other.left);
    const [over, from] = [centred(found, columns), leftmost(found, columns)];
    if (over && from && !isSame(over, from)) return null;
    const headings = over ?? from;
    if (headings) return headings;
  }
  return null;
}

function isSame(one: readonly LooseHeading[], other: readonly LooseHeading[]): boolean {
  return one.length === other.length && one.every(({ start, end }, index) => start === other[index]?.start && end === other[index].end);
}

/** Every heading over the middle of its columns, which follow those of the heading before. */
function centred(blocks: readonly LooseBlock[], columns: readonly LooseBlock[]): readonly LooseHeading[] | null {
  const headings: LooseHeading[] = [];
  let start = 0;
  for (const block of blocks) {
    const first = columns[start];
    if (!first) return null;
    const away = columns.map((column, index) =>
      index < start ? Infinity : Math.abs((middleOf(first) + middleOf(column)) / 2 - middleOf(block)),
    );
    const nearest = Math.min(...away);
    if (nearest > LEEWAY) return null;
    const end = away.indexOf(nearest) + 1;
    headings.push({ block, start, end });
    start = end;
  }
  return start === columns.length ? headings : null;
}

/** Every heading over its first column alone: nothing is merged. */
function leftmost(blocks: readonly LooseBlock[], columns: readonly LooseBlock[]): readonly LooseHeading[] | null {
  const starts = blocks.map((block) => {
    const over = columns.flatMap((column, index) => (overlap(column, block) ? [index] : []));
    return over[0] ?? -1;
  });
  const inOrder = starts.every((start, index) => start > (starts[index - 1] ?? -1));
  if (starts.length < 2 || starts[0] !== 0 || !inOrder) return null;
  return blocks.map((block, index) => ({ block, start: starts[index] as number, end: starts[index + 1] ?? columns.length }));
}

function middleOf({ left, right }: { readonly left: number; readonly right: number }): number {
  return (left + right) / 2;
}
