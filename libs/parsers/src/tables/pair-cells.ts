/** Columns covered; `end` is not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * For each leaf the index of the cell beneath it, or null. Order is kept and every cell is used once. As many cells as leaves go one to
 * one even where merged columns shift them against the header; otherwise overlap decides. A cell across two whole leaves belongs to neither.
 */
export function pairCells(leaves: readonly Range[], cells: readonly Range[]): readonly (number | null)[] {
  const usable = cells.map((cell) => leaves.filter((leaf) => cell.start <= leaf.start && leaf.end <= cell.end).length < 2);
  if (leaves.length === cells.length && usable.every(Boolean) && mostOverlap(leaves, cells)) return leaves.map((_, index) => index);
  const gains = leaves.map((leaf) => cells.map((cell, index) => (usable[index] === true ? overlap(leaf, cell) : 0)));
  return tracePairs(gains, bestSums(gains, cells.length));
}

function mostOverlap(leaves: readonly Range[], cells: readonly Range[]): boolean {
  const touching = leaves.filter((leaf, index) => overlap(leaf, cells[index] ?? leaf) > 0).length;
  return touching * 2 >= leaves.length;
}

function overlap(left: Range, right: Range): number {
  return Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start));
}

/** `sums[i][j]`: the greatest overlap that leaves from i on and cells from j on can have together. */
function bestSums(gains: readonly (readonly number[])[], width: number): readonly (readonly number[])[] {
  const sums: number[][] = [...gains.map(() => new Array<number>(width + 1).fill(0)), new Array<number>(width + 1).fill(0)];
  for (let leaf = gains.length - 1; leaf >= 0; leaf -= 1) {
    const row = sums[leaf] as number[];
    const below = sums[leaf + 1] as number[];
    for (let cell = width - 1; cell >= 0; cell -= 1) {
      const paired = numberAt(gains[leaf], cell) + numberAt(below, cell + 1);
      row[cell] = Math.max(paired, numberAt(below, cell), numberAt(row, cell + 1));
    }
  }
  return sums;
}

function tracePairs(gains: readonly (readonly number[])[], sums: readonly (readonly number[])[]): readonly (number | null)[] {
  const pairs: (number | null)[] = gains.map(() => null);
  let leaf = 0;
  let cell = 0;
  while (leaf < gains.length && cell < (gains[leaf] as readonly number[]).length) {
    const gain = numberAt(gains[leaf], cell);
    const best = numberAt(sums[leaf], cell);
    if (gain > 0 && best === gain + numberAt(sums[leaf + 1], cell + 1)) {
      pairs[leaf] = cell;
      leaf += 1;
      cell += 1;
    } else if (best === numberAt(sums[leaf], cell + 1)) cell += 1;
    else leaf += 1;
  }
  return pairs;
}

function numberAt(row: readonly number[] | undefined, index: number): number {
  return (row as readonly number[])[index] as number;
}
