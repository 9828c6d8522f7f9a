import type { LooseBlock } from './loose-blocks';

/** How cells stand in their rows: by their middles, by their first or last lines, or below the same drawn line. */
export type Alignment = 'middle' | 'top' | 'bottom' | 'ruled';

/** Blocks that stand side by side, from left to right. */
export interface LooseRow {
  readonly page: number;
  readonly at: number;
  readonly blocks: readonly LooseBlock[];
}

/** Rows of figures with what stands between them, and the rows above that may hold their headings, the nearest last. */
export interface LooseBody {
  readonly above: readonly LooseRow[];
  readonly rows: readonly LooseRow[];
  readonly next: LooseRow | null;
}

/** In parts of the font size. */
const LEEWAY = 0.35;
/** Fewer without a label are a page number or the rest of something. */
const FEWEST_FIGURES = 2;
const MOST_HEADER_ROWS = 40;
/** What stands in place of a figure and is no heading of a column. */
const NO_HEADING = /^[\p{N}\p{P}\s人次]+$|[见详]附/u;

function anchorOf({ first, last, rule }: LooseBlock, alignment: Alignment): number {
  if (alignment === 'ruled' && rule !== null) return rule;
  if (alignment === 'middle' || alignment === 'ruled') return (first + last) / 2;
  return alignment === 'top' ? first : last;
}

export function rowsOf(blocks: readonly LooseBlock[], alignment: Alignment): readonly LooseRow[] {
  const anchored = blocks.map((block) => ({ block, at: anchorOf(block, alignment) }));
  const rows: { readonly page: number; readonly at: number; readonly blocks: LooseBlock[] }[] = [];
  for (const { block, at } of anchored.sort((one, other) => one.block.page - other.block.page || one.at - other.at)) {
    const row = rows.at(-1);
    if (row && row.page === block.page && at - row.at <= LEEWAY * block.size) row.blocks.push(block);
    else rows.push({ page: block.page, at, blocks: [block] });
  }
  return rows.map((row) => ({ ...row, blocks: row.blocks.sort((one, other) => one.left - other.left) }));
}

/** Figures behind a label, or many of them. */
export function isFigureRow(row: LooseRow): boolean {
  return figureBlocks(row).length >= (hasLabel(row) ? 1 : FEWEST_FIGURES);
}

export function figureBlocks(row: LooseRow): readonly LooseBlock[] {
  return row.blocks.filter(({ isFigure }) => isFigure);
}

function hasLabel({ blocks }: LooseRow): boolean {
  return blocks[0]?.isFigure === false;
}

/** A row whose cells are all blank but those that hold no figure: what is printed there has a number in it, or points elsewhere. */
function isUnreadableRow(row: LooseRow, { labels, figures }: Reach): boolean {
  const beyond = row.blocks.filter(({ left }) => left >= labels);
  return hasLabel(row) && beyond.length > 0 && beyond.every(({ left, text }) => left >= figures - 1 && NO_HEADING.test(text));
}

/** Runs of rows of figures that nothing parts but words among their labels. */
export function bodiesOf(rows: readonly LooseRow[]): readonly LooseBody[] {
  const spans: (Reach & { readonly first: number; readonly last: number })[] = [];
  rows.forEach((row, index) => {
    if (!isFigureRow(row)) return;
    const open = spans.at(-1);
    const own = reachOf(row);
    const both = open ? { labels: Math.max(open.labels, own.labels), figures: Math.min(open.figures, own.figures) } : own;
    const goesOn = open && hasLabel(rows[open.last] as LooseRow) === hasLabel(row) && isAmongLabels(rows.slice(open.last + 1, index), both);
    if (goesOn) spans[spans.length - 1] = { first: open.first, last: index, ...both };
    else spans.push({ first: index, last: index, ...own });
  });
  return spans.map(({ first, last }, index) => {
    const from = Math.max((spans[index - 1]?.last ?? -1) + 1, first - MOST_HEADER_ROWS);
    return { above: rows.slice(from, first), rows: rows.slice(first, last + 1), next: rows[last + 1] ?? null };
  });
}

/** Where labels end and figures begin. */
interface Reach {
  readonly labels: number;
  readonly figures: number;
}

function reachOf(row: LooseRow): Reach {
  const figures = Math.min(...figureBlocks(row).map(({ left }) => left));
  const labels = row.blocks.filter(({ right, isFigure }) => !isFigure && right <= figures);
  return { labels: Math.max(0, ...labels.map(({ right }) => right)), figures };
}

function isAmongLabels(rows: readonly LooseRow[], reach: Reach): boolean {
  const { labels, figures } = reach;
  return rows.every((row) => row.blocks.every(({ left, right }) => left < labels && right <= figures) || isUnreadableRow(row, reach));
}
