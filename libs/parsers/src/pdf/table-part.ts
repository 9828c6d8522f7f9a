import type { Box } from '@gongkai/model';
import type { Edges } from './edges';
import { cellsOfFrame, closedEdges, type FrameCell } from './frame-cells';
import { SAME_LINE, type Frame } from './frames';
import { isDigit, UNKNOWN, type Glyph, type PageMarks } from './page-marks';
import { cellText, linesOf, type PdfLine } from './text-lines';
import { marginOf } from './wrapped-figures';

/** The part of a table that stands on one page: its rows with the cells that start in them. */
export interface TablePart extends Edges {
  readonly rows: readonly (readonly PartCell[])[];
  /** Does not go on on the next page. */
  readonly whole?: true;
}

export interface PartCell {
  readonly text: string;
  /** From the left edge of the table. */
  readonly left: number;
  readonly right: number;
  readonly rowSpan: number;
  readonly page: number;
  readonly box: Box;
  /** No line is drawn along its upper, its lower edge: at the end of a page it may go on. */
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
  /** Its last line leaves no room for another character: the text may go on elsewhere. */
  readonly full: boolean;
}

interface Sheet extends Edges {
  readonly frame: Frame;
  /** As it is drawn, where its text reaches further down. */
  readonly drawn: Frame;
  readonly cells: readonly FrameCell[];
}

/** A table that ends lower on a page, in parts of its height, may go on on the next. */
const PAGE_END = 0.7;
/** In parts of the font size. */
const NEXT_LINE = 0.5;
/** The digits of one number stand closer than this, in parts of their size. */
const ONE_NUMBER = 0.15;
/** A cell of a statutory table holds no more characters. */
const LONGEST_LABEL = 150;
/** Cell margins of word processors, in points. */
const MARGINS = 12;

/** The tables drawn on a page and the glyphs outside of them. Frames of a single column, around other tables or around whole paragraphs only lay out the page. */
export function tablesOfPage(
  marks: PageMarks,
  frames: readonly Frame[],
): { readonly parts: readonly TablePart[]; readonly outside: readonly Glyph[] } {
  const sheets = frames
    .map((frame) => sheetOf(reachingDown(frame, frames, marks), frame))
    .filter(({ frame, cells }) => frame.xs.length > 2 && cells.length > 1);
  const innermost = sheets.filter((sheet) => !sheets.some((other) => other !== sheet && isInside(other, sheet)));
  const spilled = spilledOver(innermost, marks.glyphs);
  const outside: Glyph[] = [];
  const inside = new Map<Sheet, Glyph[]>(innermost.map((sheet) => [sheet, []]));
  for (const glyph of marks.glyphs) {
    const sheet = innermost.find((one) => holds(one, glyph)) ?? spilled.get(glyph);
    (sheet ? (inside.get(sheet) as Glyph[]) : outside).push(glyph);
  }
  const parts = [...inside].flatMap(([sheet, glyphs]) => {
    const part = partOf(sheet, glyphs, marks.page);
    if (!isLayout(part)) return [part];
    outside.push(...glyphs);
    return [];
  });
  return { parts, outside };
}

/** A single row with whole paragraphs in it; a row of a table that the page cut off has short texts. */
function isLayout({ rows }: TablePart): boolean {
  return rows.length === 1 && (rows[0] ?? []).some(({ text }) => text.length > LONGEST_LABEL);
}

function sheetOf(frame: Frame, drawn: Frame): Sheet {
  const { xs, ys } = frame;
  const edges = { left: xs[0] as number, right: xs.at(-1) as number, top: ys[0] as number, bottom: ys.at(-1) as number };
  return { frame, drawn, cells: cellsOfFrame(frame), ...edges };
}

/** At the end of a page the lines of cells that go on may end before their text does: such text belongs to the table. */
function reachingDown(frame: Frame, frames: readonly Frame[], { height, glyphs }: PageMarks): Frame {
  const bottom = frame.ys.at(-1) as number;
  if (bottom < height * PAGE_END || frames.some(({ ys }) => (ys[0] as number) >= bottom)) return frame;
  const open = cellsOfFrame(frame)
    .filter((cell) => cell.below === frame.ys.length - 1 && !closedEdges(frame, cell).below)
    .map(({ column, right }) => ({ left: frame.xs[column] as number, right: frame.xs[right] as number }));
  let reach = bottom;
  for (const glyph of glyphs.filter((one) => centreOf(one).y > bottom).sort((one, other) => one.top - other.top)) {
    if (glyph.top > reach + NEXT_LINE * glyph.size) break;
    if (!open.some(({ left, right }) => glyph.left >= left && glyph.right <= right)) return frame;
    reach = Math.max(reach, glyph.bottom);
  }
  if (reach === bottom) return frame;
  const verticals = frame.verticals.map((one) => (one.to >= bottom - SAME_LINE ? { ...one, to: reach } : one));
  return { ...frame, ys: [...frame.ys.slice(0, -1), reach], verticals };
}

/** Digits of a number that runs over the side of a table: no other cell stands there. */
function spilledOver(sheets: readonly Sheet[], glyphs: readonly Glyph[]): ReadonlyMap<Glyph, Sheet> {
  const spilled = new Map<Glyph, Sheet>();
  const digits = glyphs.filter(({ turn, text }) => turn === 0 && /[\d,.]/.test(text));
  for (const sheet of sheets) {
    const near = digits.filter(({ top, bottom }) => top < sheet.bottom && bottom > sheet.top);
    const edge = near.filter(
      (glyph) => holds(sheet, glyph) && (glyph.right > sheet.right - glyph.size || glyph.left < sheet.left + glyph.size),
    );
    const ends = [...edge];
    for (let end = ends.pop(); end; end = ends.pop()) {
      const own = end;
      const next = near.filter((one) => !holds(sheet, one) && !spilled.has(one) && isNextDigit(own, one));
      for (const one of next) spilled.set(one, sheet);
      ends.push(...next);
    }
  }
  return spilled;
}

function isNextDigit(one: Glyph, other: Glyph): boolean {
  const gap = Math.max(one.left - other.right, other.left - one.right) / one.size;
  return gap > -ONE_NUMBER && gap <= ONE_NUMBER && Math.abs(one.bottom - other.bottom) < ONE_NUMBER * one.size;
}

function isInside(inner: Sheet, outer: Sheet): boolean {
  return inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
}

function holds({ left, right, top, bottom }: Edges, glyph: Glyph): boolean {
  const { x, y } = centreOf(glyph);
  return x >= left && x <= right && y >= top && y <= bottom;
}

function centreOf({ left, right, top, bottom }: Glyph): { readonly x: number; readonly y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

function partOf(sheet: Sheet, glyphs: readonly Glyph[], page: number): TablePart {
  const { frame, cells, left, right, top, bottom } = sheet;
  const contents = fillCells(sheet, glyphs);
  const lines = new Map(cells.map((cell) => [cell, linesOf(contents.get(cell) ?? [])]));
  const margin = marginOf(
    cells.flatMap((cell) =>
      (lines.get(cell) ?? []).map((line) => ({
        glyphs: line.glyphs,
        side: Math.min(line.left - (frame.xs[cell.column] as number), (frame.xs[cell.right] as number) - line.right),
      })),
    ),
  );
  const rows = frame.ys
    .slice(1)
    .map((_, row) =>
      cells
        .filter((cell) => cell.row === row)
        .map((cell) => partCell(cell, sheet, { glyphs: contents.get(cell) ?? [], last: lines.get(cell)?.at(-1), margin, page })),
    );
  return { left, right, top, bottom, rows };
}

/** Every glyph goes to the cell its centre stands in. */
function fillCells({ frame, cells }: Sheet, glyphs: readonly Glyph[]): ReadonlyMap<FrameCell, readonly Glyph[]> {
  const owners = new Map<string, FrameCell>();
  for (const cell of cells) {
    for (let row = cell.row; row < cell.below; row += 1) {
      for (let column = cell.column; column < cell.right; column += 1) owners.set(`${row}:${column}`, cell);
    }
  }
  const ownerOf = (glyph: Glyph): FrameCell => {
    const { x, y } = centreOf(glyph);
    return owners.get(`${indexOf(frame.ys, y)}:${indexOf(frame.xs, x)}`) as FrameCell;
  };
  const contents = new Map<FrameCell, Glyph[]>(cells.map((cell) => [cell, []]));
  for (const glyph of glyphs) contents.get(ownerOf(glyph))?.push(glyph);
  for (const [one, other] of cutNumbers(glyphs, ownerOf)) {
    contents.get(ownerOf(one))?.push({ ...one, left: one.right, text: UNKNOWN });
    contents.get(ownerOf(other))?.push({ ...other, right: other.left, text: UNKNOWN });
  }
  return contents;
}

function indexOf(edges: readonly number[], value: number): number {
  const beyond = edges.findIndex((edge) => edge > value);
  return Math.max(0, beyond < 0 ? edges.length - 2 : beyond - 1);
}

/** Neighbouring digits of what looks like one number, with an edge between them: nobody can say whose number it is. */
function cutNumbers(glyphs: readonly Glyph[], ownerOf: (glyph: Glyph) => FrameCell): readonly (readonly [Glyph, Glyph])[] {
  const digits = glyphs.filter((glyph) => glyph.turn === 0 && isDigit(glyph));
  return linesOf(digits).flatMap((line) =>
    line.glyphs.flatMap((after, index) => {
      const before = line.glyphs[index - 1];
      if (!before || (after.left - before.right) / after.size > ONE_NUMBER) return [];
      return ownerOf(before) === ownerOf(after) ? [] : [[before, after] as const];
    }),
  );
}

/** What stands in a cell, and how close the words of its table come to the sides of theirs. */
interface CellContent {
  readonly glyphs: readonly Glyph[];
  readonly last: PdfLine | undefined;
  readonly margin: number | null;
  readonly page: number;
}

function partCell(cell: FrameCell, { frame, drawn }: Sheet, { glyphs, last, margin, page }: CellContent): PartCell {
  const { xs, ys } = frame;
  const closed = closedEdges(drawn, cell);
  const edge = xs[0] as number;
  const [left, right] = [xs[cell.column] as number, xs[cell.right] as number];
  const [top, bottom] = [ys[cell.row] as number, ys[cell.below] as number];
  return {
    text: cellText(glyphs, margin === null ? null : right - left - 2 * margin),
    left: left - edge,
    right: right - edge,
    rowSpan: cell.below - cell.row,
    page,
    box: boxOf({ left, right, top, bottom }),
    isOpenAbove: !closed.above,
    isOpenBelow: !closed.below,
    full: last !== undefined && right - left - (last.right - last.left) < last.size + MARGINS,
  };
}

/** Rounded to a tenth of a point. */
export function boxOf({ left, right, top, bottom }: Edges): Box {
  const rounded = (value: number): number => Math.round(value * 10) / 10;
  return { left: rounded(left), top: rounded(top), width: rounded(right - left), height: rounded(bottom - top) };
}
