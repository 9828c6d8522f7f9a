import { isFigure } from '../labels/figure-text';
import { joinBeside, looseBlocks, overlap, type LooseBlock, type LoosePage, type Steps } from './loose-blocks';
import { figureSide, headerOf, type LooseColumn, type LooseHeader, type Side } from './loose-columns';
import { headingsOver, type LooseHeading } from './loose-headings';
import { bodiesOf, figureBlocks, isFigureRow, rowsOf, type Alignment, type LooseBody, type LooseRow } from './loose-rows';
import { UNKNOWN, type Glyph } from './page-marks';
import { boxOf, type PartCell, type TablePart } from './table-part';
import { linesOf, type PdfLine } from './text-lines';

/** A table that no frame draws, on the page where it begins. */
export interface LooseTable {
  readonly page: number;
  readonly part: TablePart;
}

/** A row of figures by its label, the labels of groups beside it, and the blocks of its cells. */
interface FilledRow {
  readonly row: LooseRow;
  readonly groups: readonly LooseBlock[];
  readonly label: LooseBlock | null;
  readonly cells: readonly (LooseBlock | null)[];
}

const ALIGNMENTS: readonly Alignment[] = ['middle', 'top', 'bottom'];
/** Rows without labels of several lines stand no closer, in parts of their usual distance. */
const OWN_ROW = 0.9;
/** Larger tables are something else. */
const MOST_ROWS = 300;
const MOST_COLUMNS = 60;
/** Section four has fifteen columns and no label. */
const FEWEST_UNLABELLED = 10;
/** The columns of these tables are told by their order. */
const WIDTH = 100;

/**
 * Tables without lines, or with lines of one direction only, by how their text stands: figures below one another and beneath a heading make
 * columns, labels beside them rows. What can be taken in two ways makes no table. The lines are returned without the text of the tables.
 */
export function looseTables(pages: readonly LoosePage[]): {
  readonly tables: readonly LooseTable[];
  readonly lines: readonly (readonly PdfLine[])[];
} {
  const found = looseBlocks(pages);
  if (!found) return { tables: [], lines: pages.map(({ lines }) => lines) };
  const rows = alignedRows(found.blocks);
  const bodies = bodiesOf(rows);
  const side = figureSide(bodies);
  const tables = bodies.flatMap((body) => tableOfBody(body, side, found.steps));
  const used = new Set(tables.flatMap(({ glyphs }) => glyphs));
  const closed = new Set(rows.filter(isLikeCells).flatMap(({ blocks }) => blocks.flatMap(({ glyphs }) => glyphs)));
  const left = pages.map((page) => page.lines.flatMap((line) => withoutUsed(line, used)).map((line) => closeGaps(line, closed)));
  return { tables: tables.map(({ page, part }) => ({ page, part })), lines: left };
}

interface Found extends LooseTable {
  readonly glyphs: readonly Glyph[];
}

function withoutUsed(line: PdfLine, used: ReadonlySet<Glyph>): readonly PdfLine[] {
  const left = line.glyphs.filter((glyph) => !used.has(glyph));
  return left.length === line.glyphs.length ? [line] : linesOf(left);
}

/** Whether someone who knows no places could count its parts as cells. */
function isLikeCells({ blocks }: LooseRow): boolean {
  const figures = blocks.filter(({ isFigure }) => isFigure);
  return figures.length > 1 || figures.some((figure) => figure === blocks.at(-1) || /\s/.test(figure.text));
}

/** Figures that made no table must not be counted as the cells of one: blanks among them do not show. */
function closeGaps(line: PdfLine, closed: ReadonlySet<Glyph>): PdfLine {
  return line.glyphs.some((glyph) => closed.has(glyph)) ? { ...line, text: line.text.replace(/\s+/g, UNKNOWN) } : line;
}

/** Parted by drawn lines where these part all of them; otherwise aligned so that most figures stand in rows with labels. */
function alignedRows(blocks: readonly LooseBlock[]): readonly LooseRow[] {
  const ruled = rowsOf(blocks, 'ruled');
  const tried = ALIGNMENTS.map((alignment) => rowsOf(blocks, alignment));
  return [...(ruled.every(isOneLine) ? [ruled] : []), ...tried].reduce((most, rows) => (figuresIn(rows) > figuresIn(most) ? rows : most));
}

/** Nothing stands below another in it. */
function isOneLine({ blocks }: LooseRow): boolean {
  return blocks.every((one, at) => blocks.slice(at + 1).every((other) => !overlap(one, other)));
}

function figuresIn(rows: readonly LooseRow[]): number {
  return rows.filter(isFigureRow).reduce((sum, row) => sum + figureBlocks(row).length, 0);
}

function tableOfBody(body: LooseBody, side: Side, steps: Steps): readonly Found[] {
  const edge = Math.min(...body.rows.filter(isFigureRow).flatMap((row) => figureBlocks(row).map(({ left }) => left)));
  const labels = body.rows.flatMap(({ blocks }) => blocks.filter(({ right, isFigure }) => !isFigure && right <= edge));
  const header = headerOf(body, Math.max(0, ...labels.map(({ right }) => right)), side);
  if (!header) return [];
  const first = header.columns[0] as LooseColumn;
  const lowest = Math.max(...header.columns.map(({ leaf }) => leaf.last));
  const early = body.above.filter((row) => isBetween(row, header, lowest) && row.blocks.every(({ right }) => right <= first.left));
  const rows = fillRows([...early, ...body.rows], header.columns, steps);
  return rows && endsAt(body, rows.at(-1) as FilledRow, steps) ? tableFrom(header, rows) : [];
}

/** Whether the row below is another: not as close as the next line of a cell, nor the rest of a figure or of a row that the page cut. */
function endsAt({ next }: LooseBody, { row, label, cells }: FilledRow, steps: Steps): boolean {
  if (!next) return true;
  const last = Math.max(...[label, ...cells].flatMap((block) => (block ? [block.last] : [])));
  const isRest = ({ isFigure: figure, text, left }: LooseBlock): boolean =>
    figure || ((label === null || left >= label.right) && isFigure(`1${text}`));
  if (next.blocks.some(isRest) && !isFigureRow(next)) return false;
  if (next.page !== row.page) return next.blocks.some(({ left }) => left < (label?.right ?? Infinity));
  return next.blocks.every((block) => block.first - last >= rowDistance(steps) || (label !== null && block.right <= label.left));
}

/** A row below all headings of columns. */
function isBetween({ page, blocks }: LooseRow, { columns }: LooseHeader, lowest: number): boolean {
  return page === columns[0]?.leaf.page && blocks.every(({ first }) => first > lowest);
}

/** Null where a row does not keep to the columns, or has no label where others have. */
function fillRows(rows: readonly LooseRow[], columns: readonly LooseColumn[], steps: Steps): readonly FilledRow[] | null {
  if (rows.length > MOST_ROWS || columns.length > MOST_COLUMNS) return null;
  const filled = rows.map((row) => fillRow(row, columns));
  if (filled.some((row) => row === null)) return null;
  const whole = filled as readonly FilledRow[];
  const figures = whole.filter(({ row }) => isFigureRow(row));
  const labelled = figures.filter(({ label }) => label !== null);
  if (labelled.length === 0) return whole.length === 1 && columns.length >= FEWEST_UNLABELLED ? whole : null;
  const placed = labelled.length < figures.length ? null : placeWords(whole, steps);
  return placed && areApart(placed) ? placed : null;
}

/** Rows that reach into each other are not told apart well: one may hold the rest of another. */
function areApart(rows: readonly FilledRow[]): boolean {
  const ends = rows.map(({ row, label, cells }) => {
    const blocks = [label, ...cells].filter((block) => block !== null);
    return { page: row.page, first: Math.min(...blocks.map(({ first }) => first)), last: Math.max(...blocks.map(({ last }) => last)) };
  });
  return ends.every(({ page, first }, index) => {
    const above = ends[index - 1];
    return above === undefined || above.page !== page || above.last < first;
  });
}

function fillRow(row: LooseRow, columns: readonly LooseColumn[]): FilledRow | null {
  const cells = new Array<LooseBlock | null>(columns.length).fill(null);
  const words: LooseBlock[] = [];
  const wide: { readonly block: LooseBlock; readonly over: readonly number[] }[] = [];
  for (const block of row.blocks) {
    const over = columns.flatMap((column, index) => (overlap(column, block) ? [index] : []));
    const [only] = over;
    if (only === undefined && block.right <= (columns[0] as LooseColumn).left && !block.isFigure) words.push(block);
    else if (only === undefined || (over.length > 1 && !block.isFigure)) return null;
    else if (over.length > 1) wide.push({ block, over });
    else cells[only] = besides(cells[only] ?? null, block);
  }
  for (const { block, over } of wide) fillWide(cells, block, over);
  return { row, cells, label: words.at(-1) ?? null, groups: words.slice(0, -1) };
}

/** Two in one cell are kept apart. */
function besides(before: LooseBlock | null, block: LooseBlock): LooseBlock {
  if (!before) return block;
  return { ...joinBeside(before, block), text: `${before.text}${UNKNOWN}${block.text}` };
}

/** A figure that reaches over several columns is that of the only one without another; otherwise nobody can say whose it is. */
function fillWide(cells: (LooseBlock | null)[], block: LooseBlock, over: readonly number[]): void {
  const free = over.filter((index) => cells[index] === null);
  const [only] = free;
  if (only !== undefined && free.length === 1) cells[only] = block;
  else for (const index of over) cells[index] = { ...(cells[index] ?? block), text: `${cells[index]?.text ?? block.text}${UNKNOWN}` };
}

/** Words without figures are the label of a group, which stands left of the labels of its rows, or of a row of blanks. Null where they may be the rest of a label. */
function placeWords(rows: readonly FilledRow[], steps: Steps): readonly FilledRow[] | null {
  const placed: FilledRow[] = [];
  const groups: LooseBlock[] = [];
  for (const [index, one] of rows.entries()) {
    const { label } = one;
    if (label === null || isFigureRow(one.row)) {
      placed.push({ ...one, groups: [...groups.splice(0), ...one.groups] });
      continue;
    }
    const others = rows.flatMap((other) => (other.label && other !== one && other.label.right > label.left + 1 ? [other.label] : []));
    const near = others.filter((other) => other.page === label.page && distanceOf(other, label) < rowDistance(steps));
    const beside = [rows[index - 1]?.label, rows[index + 1]?.label].flatMap((other) => (other && others.includes(other) ? [other] : []));
    const isGroup = [...near, ...beside].every(({ left }) => left >= label.right - 1);
    if (near.length > 0 && !isGroup) return null;
    if (isGroup) groups.push(...one.groups, label);
    else placed.push({ ...one, groups: [...groups.splice(0), ...one.groups] });
  }
  return placed;
}

/** From the last line of one to the first of the other, whichever is lower. */
function distanceOf(one: LooseBlock, other: LooseBlock): number {
  return Math.max(one.first - other.last, other.first - one.last);
}

/** What stands closer may be the next line of a cell. */
function rowDistance({ line, row }: Steps): number {
  return line > 0 ? line : row * OWN_ROW;
}

function tableFrom(header: LooseHeader, rows: readonly FilledRow[]): readonly Found[] {
  const { columns, between, above } = header;
  const isLabelled = rows.some(({ label }) => label !== null);
  const headings = isLabelled ? [] : headingsOver([...above, ...between], columns);
  // Lowest headings of several columns that are left over would leave it to the order which column is which.
  if (headings === null || !holdsAll(headings, isLabelled ? [] : (between.at(-1)?.blocks ?? []))) return [];
  const corner = isLabelled ? header.corner : header.corner.filter((block) => !between.some(({ blocks }) => blocks.includes(block)));
  const shift = isLabelled ? 2 : 0;
  const labels = (groups: readonly LooseBlock[], label: readonly LooseBlock[]): readonly PartCell[] => [
    ...(groups.length > 0 ? [cellOf(groups, 0, 1)] : []),
    ...(label.length > 0 ? [cellOf(label, 1, 2)] : []),
  ];
  const printed: readonly (readonly PartCell[])[] = [
    ...(headings.length > 0 ? [headings.map(({ block, start, end }) => cellOf([block], start, end))] : []),
    [...labels([], corner), ...columns.map(({ leaf }, index) => cellOf([leaf], shift + index, shift + index + 1))],
    ...rows.map(({ row, groups, label, cells }) => [
      ...labels(groups, label ? [label] : []),
      ...cells.map((cell, index) => (cell ? cellOf([cell], shift + index, shift + index + 1) : blankIn(row, columns, index, shift))),
    ]),
  ];
  const own = [
    ...headings.map(({ block }) => block),
    ...corner,
    ...columns.map(({ leaf }) => leaf),
    ...rows.flatMap(({ row, groups }) => [...row.blocks, ...groups]),
  ];
  const page = Math.min(...own.map((block) => block.page));
  const begun = own.filter((block) => block.page === page);
  const edges = edgesOf(begun);
  return [{ page, part: { ...edges, rows: printed, whole: true }, glyphs: own.flatMap(({ glyphs }) => glyphs) }];
}

function holdsAll(headings: readonly LooseHeading[], blocks: readonly LooseBlock[]): boolean {
  return blocks.every((block) => headings.some((heading) => heading.block === block));
}

function edgesOf(blocks: readonly LooseBlock[]): {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
} {
  return {
    left: Math.min(...blocks.map(({ left }) => left)),
    right: Math.max(...blocks.map(({ right }) => right)),
    top: Math.min(...blocks.map(({ top }) => top)),
    bottom: Math.max(...blocks.map(({ bottom }) => bottom)),
  };
}

function cellOf(blocks: readonly LooseBlock[], start: number, end: number): PartCell {
  const edges = blocks.length === 0 ? { left: 0, right: 0, top: 0, bottom: 0 } : edgesOf(blocks);
  const text = blocks.map((block) => block.text).join('\n');
  return {
    text,
    left: start * WIDTH,
    right: end * WIDTH,
    rowSpan: 1,
    full: false,
    isOpenAbove: false,
    isOpenBelow: false,
    page: blocks[0]?.page ?? 1,
    box: boxOf(edges),
  };
}

/** A blank stands where its row and its column meet. */
function blankIn({ page, blocks }: LooseRow, columns: readonly LooseColumn[], index: number, shift: number): PartCell {
  const { left, right } = columns[index] as LooseColumn;
  return { ...cellOf([], shift + index, shift + index + 1), page, box: boxOf({ ...edgesOf(blocks), left, right }) };
}
