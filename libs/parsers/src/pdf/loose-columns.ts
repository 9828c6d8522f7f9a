import { isOneText, joinBeside, overlap, type LooseBlock } from './loose-blocks';
import { figureBlocks, isFigureRow, type LooseBody, type LooseRow } from './loose-rows';

/** A column of figures: its heading and how far heading and figures reach. */
export interface LooseColumn {
  readonly left: number;
  readonly right: number;
  readonly leaf: LooseBlock;
}

export interface LooseHeader {
  readonly columns: readonly LooseColumn[];
  /** What stands over the labels, beside the columns' headings. */
  readonly corner: readonly LooseBlock[];
  /** What stands in the rows of the columns' headings and over other columns than one: headings of several, the nearest last. */
  readonly between: readonly LooseRow[];
  /** The rows above the columns' headings, the nearest last. */
  readonly above: readonly LooseRow[];
}

/** Where the figures of a column meet. */
export type Side = 'left' | 'middle' | 'right';

interface Column {
  readonly left: number;
  readonly right: number;
  /** Between which figures a heading beside its own may stand; null for a heading without figures. */
  readonly reach: { readonly left: number; readonly right: number } | null;
  readonly leaf: LooseBlock | null;
}

/** The headings of columns stand in at most as many rows. */
const MOST_ROWS = 12;
/** Figures of a column meet at a side where they differ by less, in points, and do so elsewhere by more. */
const SAME_SIDE = 1;
/** In parts of the font size. Wider figures may reach over others, so that columns are told by those that are not. */
const WIDE_FIGURE = 2.4;

/** The side at which the figures of most columns meet, where they are of different widths. */
export function figureSide(bodies: readonly LooseBody[]): Side {
  const columns = bodies.flatMap(({ rows }) => figureColumns(rows));
  const sides = columns.flatMap(sideOf);
  const [right, left] = [sides.filter((side) => side === 'right').length, sides.filter((side) => side === 'left').length];
  if (right * 2 > sides.length) return 'right';
  return left * 2 > sides.length ? 'left' : 'middle';
}

function sideOf({ figures }: FigureColumn): readonly Side[] {
  const lefts = spread(figures.map(({ left }) => left));
  const rights = spread(figures.map(({ right }) => right));
  if (Math.max(lefts, rights) < 2 * SAME_SIDE) return [];
  if (rights < SAME_SIDE) return ['right'];
  return [lefts < SAME_SIDE ? 'left' : 'middle'];
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

/**
 * The columns of a body: where its figures stand below one another, with the nearest heading above each, and headings beside them that have no
 * figures. Null where a column has no heading of its own or two, or where columns touch: nobody can say whose figures they are.
 */
export function headerOf({ above, rows }: LooseBody, labelsEnd: number, side: Side): LooseHeader | null {
  const search = new HeaderSearch(reachingColumns(figureColumns(rows), labelsEnd, side), labelsEnd);
  let at = above.length;
  while (at > 0 && above.length - at < MOST_ROWS && search.take(above[at - 1] as LooseRow)) at -= 1;
  const found = settle(search.columns, side);
  const columns = found.flatMap(({ left, right, leaf }) => (leaf ? [{ left, right, leaf }] : []));
  const apart = columns.every(({ left }, index) => index === 0 || (columns[index - 1] as LooseColumn).right <= left);
  const parts = found.some(
    ({ reach, leaf }) => reach === null && leaf && found.some((other) => other.leaf && other.leaf !== leaf && isOneText(leaf, other.leaf)),
  );
  if (search.failed || parts || !apart || columns.length === 0 || columns.length < found.length) return null;
  return { columns, corner: search.corner, between: search.between, above: above.slice(0, at) };
}

interface FigureColumn {
  readonly left: number;
  readonly right: number;
  readonly figures: readonly LooseBlock[];
}

function figureColumns(rows: readonly LooseRow[]): readonly FigureColumn[] {
  const figures = rows.filter(isFigureRow).flatMap(figureBlocks);
  const isWide = ({ left, right, size }: LooseBlock): boolean => right - left > WIDE_FIGURE * size;
  const columns = columnsOf(figures.filter((figure) => !isWide(figure)));
  const others = figures.filter((figure) => isWide(figure) && columns.every((column) => !overlap(column, figure)));
  return [...columns, ...columnsOf(others)].sort((one, other) => one.left - other.left);
}

/** Figures that stand below one another. */
function columnsOf(figures: readonly LooseBlock[]): readonly FigureColumn[] {
  const columns: { readonly left: number; right: number; readonly figures: LooseBlock[] }[] = [];
  for (const figure of [...figures].sort((one, other) => one.left - other.left)) {
    const column = columns.at(-1);
    if (column && figure.left <= column.right) {
      column.right = Math.max(column.right, figure.right);
      column.figures.push(figure);
    } else columns.push({ left: figure.left, right: figure.right, figures: [figure] });
  }
  return columns;
}

/** A column whose figures meet at one side goes on at the other until the figures of the next: somewhere there stands its heading. */
function reachingColumns(columns: readonly FigureColumn[], labelsEnd: number, side: Side): Column[] {
  return columns.map(({ left, right }, index) => ({
    left,
    right,
    reach: {
      left: side === 'right' ? (columns[index - 1]?.right ?? Math.min(left, labelsEnd)) : left,
      right: side === 'left' ? (columns[index + 1]?.left ?? Infinity) : right,
    },
    leaf: null,
  }));
}

/** Each heading as the heading of the figures beside it: the last before figures that meet at their right, the first behind others. */
function settle(columns: readonly Column[], side: Side): readonly Column[] {
  const free = columns.filter(({ reach }) => reach === null);
  const settled = columns
    .filter(({ reach }) => reach !== null)
    .map((column) => {
      if (column.leaf) return column;
      const near = free.filter((one) => isWithin(one, column)).sort((one, other) => one.left - other.left);
      const chosen = side === 'right' ? near.at(-1) : near[0];
      if (!chosen) return column;
      free.splice(free.indexOf(chosen), 1);
      return { ...column, left: Math.min(column.left, chosen.left), right: Math.max(column.right, chosen.right), leaf: chosen.leaf };
    });
  return [...settled, ...free].sort((one, other) => one.left - other.left);
}

function isWithin({ left, right }: Column, { reach }: Column): boolean {
  return reach !== null && left >= reach.left - 1 && right <= reach.right + 1;
}

/** Goes up from the figures row by row until every column has its heading and a row brings no other. */
class HeaderSearch {
  readonly corner: LooseBlock[] = [];
  readonly between: LooseRow[] = [];
  failed = false;
  private waiting: LooseBlock[] = [];

  constructor(
    readonly columns: Column[],
    private readonly labelsEnd: number,
  ) {}

  /** Whether the row is one of the header. */
  take(row: LooseRow): boolean {
    const blocks = this.wholeTexts(row.blocks);
    const isWhole = this.columns.every(
      (column) => column.leaf !== null || this.columns.some((other) => !other.reach && isWithin(other, column)),
    );
    if (isWhole && blocks.length === 1) return false;
    const fresh = new Set<LooseBlock>(blocks.filter((block) => this.isLeaf(block)));
    if (isWhole && fresh.size === 0) return false;
    const others = blocks.filter((block) => !fresh.has(block));
    this.failed ||= others.some((block) => block.isFigure || this.contests(block, fresh));
    const over = others.filter((block) => !block.isFigure && block.left > this.labelsEnd);
    if (over.length > 0) this.between.unshift({ ...row, blocks: over });
    this.waiting.push(...others.filter((block) => this.over(block).length === 0));
    if (fresh.size > 0) this.corner.push(...this.waiting.splice(0));
    return true;
  }

  /** A lone character with the room of a space beside it is no heading of its own, where no more than one column stands below both. */
  private wholeTexts(pieces: readonly LooseBlock[]): readonly LooseBlock[] {
    const texts: LooseBlock[] = [];
    for (const piece of pieces) {
      const before = texts.at(-1);
      const isPart = before && Math.min(before.text.length, piece.text.length) === 1 && isOneText(before, piece);
      const whole = isPart ? joinBeside(before, piece) : null;
      if (whole && this.over(whole).length <= 1) texts[texts.length - 1] = whole;
      else texts.push(piece);
    }
    return texts;
  }

  private over(block: LooseBlock): readonly Column[] {
    return this.columns.filter((column) => overlap(column, block));
  }

  /** Makes it the heading of the column it stands over, if that has none, or of a column without figures. */
  private isLeaf(block: LooseBlock): boolean {
    const [column, ...others] = this.over(block);
    if (block.isFigure || block.right <= this.labelsEnd || others.length > 0 || (column && column.leaf !== null)) return false;
    if (!column) {
      const isTouching = this.columns.some(({ left, right, leaf }) => leaf !== null && left < block.right && right > block.left);
      if (block.left < this.labelsEnd || isTouching) return false;
      this.columns.push({ left: block.left, right: block.right, reach: null, leaf: block });
      return true;
    }
    Object.assign(column, { left: Math.min(column.left, block.left), right: Math.max(column.right, block.right), leaf: block });
    return true;
  }

  /** Whether it may be the heading of a column that has taken another. */
  private contests(block: LooseBlock, fresh: ReadonlySet<LooseBlock>): boolean {
    const over = this.over(block);
    const [only, ...others] = over;
    if (over.some(({ leaf }) => leaf !== null && fresh.has(leaf))) return true;
    return only?.leaf != null && others.length === 0 && !overlap(only.leaf, block);
  }
}
