import { solidText } from '@gongkai/model';
import { isFigure } from '../labels/figure-text';
import type { PrintedCell, Table } from '../printed-document';
import { placesOf, SAME_LINE } from './frames';
import { UNKNOWN } from './page-marks';
import type { PartCell, TablePart } from './table-part';

type Rows = readonly (readonly PartCell[])[];

/** What starts with a number of its own does not go on with the text above it. */
const NUMBERED = /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.,]|\(?\d{1,2}[、.,)])/;

/**
 * How far a part on the next page is to be moved so that its columns are those of the table above; null where it is another table. A part may
 * lack outer columns: cells merged over the page break are not always drawn again.
 */
export function shiftOf(table: TablePart, next: TablePart): number | null {
  const [own, other] = [edgesOf(table.rows), edgesOf(next.rows)];
  const shifts = [0, table.right - table.left - (next.right - next.left), next.left - table.left];
  const tried = shifts.map((shift) => {
    const met = other.filter((edge) => own.some((one) => near(one, edge + shift)));
    return { shift, met: met.length, outer: met.includes(other[0] as number) && met.includes(other.at(-1) as number) };
  });
  const best = tried.reduce((most, one) => (one.met > most.met ? one : most));
  return best.outer && best.met * 5 >= Math.min(own.length, other.length) * 3 ? best.shift : null;
}

/** One table of the part before and the part after a page break; a header repeated is left out, a row cut in two is put together. */
export function joinParts(table: TablePart, next: TablePart, shift: number): TablePart {
  const moved = next.rows.map((row) => row.map((cell) => ({ ...cell, left: cell.left + shift, right: cell.right + shift })));
  const rows = withoutHeader(moved, table.rows);
  const first = rows[0];
  if (!first) return table;
  const ending = table.rows.flatMap((row, index) => row.filter((cell) => index + cell.rowSpan === table.rows.length));
  const pairs = first.flatMap((below) => {
    const above = ending.find((cell) => near(cell.left, below.left) && near(cell.right, below.right));
    return above ? [{ above, below }] : [];
  });
  const open = openPairs(pairs);
  const cut = open ? open.length === first.length : pairs.length === first.length && isCut(pairs);
  const merged = new Map<PartCell, PartCell>();
  const gone = new Set<PartCell>();
  for (const { above, below } of pairs) {
    if (!cut && !(open ? open.some((pair) => pair.below === below) : isMergedDown(above, below, first))) continue;
    const joined = goOnIn(above, below, cut ? 1 : 0);
    merged.set(above, cut && !open && pairs.some(mayBeOwn) && isFigure(joined.text) ? { ...joined, text: joined.text + UNKNOWN } : joined);
    gone.add(below);
  }
  const start = Math.min(...first.map(({ left }) => left));
  for (const cell of ending.filter(({ right }) => right <= start + SAME_LINE)) {
    merged.set(cell, { ...cell, rowSpan: cell.rowSpan + rows.length - (cut ? 1 : 0) });
  }
  const kept = table.rows.map((row) => row.map((cell) => merged.get(cell) ?? cell));
  const rest = rows.map((row) => row.filter((cell) => !gone.has(cell)));
  return { ...table, bottom: next.bottom, rows: [...kept, ...rest.slice(cut ? 1 : 0)] };
}

function goOnIn(above: PartCell, below: PartCell, cutRows: number): PartCell {
  const isSplit = above.text !== '' && below.text !== '';
  // A number goes on in the next line only where the line above leaves it no room; otherwise these are two.
  const link = isSplit && isFigure(above.text) && !above.full ? UNKNOWN : '\n';
  const text = isSplit ? `${above.text}${link}${below.text}` : above.text + below.text;
  const printed = above.text === '' && below.text !== '' ? below : above;
  return { ...printed, text, rowSpan: above.rowSpan + below.rowSpan - cutRows, full: below.full };
}

interface Pair {
  readonly above: PartCell;
  readonly below: PartCell;
}

/**
 * Cells that no line ends above the page break nor begins below it go on. Null where lines do not tell: they are drawn round every part, or cells
 * that cannot go on are open too.
 */
function openPairs(pairs: readonly Pair[]): readonly Pair[] | null {
  const open = pairs.filter(({ above, below }) => above.isOpenBelow && below.isOpenAbove);
  const goOn = open.every(
    (pair) => !(isFigure(pair.above.text) && isFigure(pair.below.text)) && !NUMBERED.test(solidText(pair.below.text)),
  );
  return open.length > 0 && goOn ? open : null;
}

/**
 * The last row of a page and the first of the next are one row where the second has no label, or where the label goes on without a number of
 * its own after a full line and only one of the two has figures.
 */
function isCut(pairs: readonly Pair[]): boolean {
  const figures = pairs.filter(({ above, below }) => isFigureOrBlank(above) && isFigureOrBlank(below));
  const label = pairs.findLast(({ above }) => !isFigureOrBlank(above));
  if (!label) return false;
  const oneSided = figures.every(({ above }) => above.text === '') || figures.every(({ below }) => below.text === '');
  const labels = pairs.filter((pair) => !figures.includes(pair));
  return labels.every(({ below }) => below.text === '') || (oneSided && labels.every(textGoesOn));
}

function isFigureOrBlank({ text }: PartCell): boolean {
  return text === '' || isFigure(text);
}

/** The rest of a text has no number of its own, and follows a full line or a text that has one: beside numbered labels stand numbered ones. */
function textGoesOn({ above, below }: Pair): boolean {
  if (below.text === '') return true;
  const isOwn = isFigure(below.text) || NUMBERED.test(solidText(below.text));
  return !isOwn && above.text !== '' && (above.full || NUMBERED.test(solidText(above.text)));
}

/** A label that had room for more above the page break: what follows may be the label of a row of its own, and nobody can say whose the figures are. */
function mayBeOwn({ above, below }: Pair): boolean {
  return !isFigureOrBlank(above) && !isFigureOrBlank(below) && !above.full;
}

/** A label cell that covers rows on both pages: blank on the second where the row has its own label further right, or with the rest of its text. */
function isMergedDown(above: PartCell, below: PartCell, row: readonly PartCell[]): boolean {
  if (above.text === '' || isFigure(above.text)) return false;
  if (below.text === '') return row.some((cell) => cell.left > below.left && !isFigureOrBlank(cell));
  return Math.max(above.rowSpan, below.rowSpan) > 1 && textGoesOn({ above, below });
}

function withoutHeader(rows: Rows, first: Rows): Rows {
  let count = 0;
  while (count < rows.length && isSameRow(rows[count] ?? [], first[count] ?? [])) count += 1;
  const whole = rows.slice(0, count).every((row, index) => row.every((cell) => index + cell.rowSpan <= count));
  return whole ? rows.slice(count) : rows;
}

function isSameRow(row: readonly PartCell[], other: readonly PartCell[]): boolean {
  if (row.length === 0 || row.length !== other.length || row.some(({ text }) => isFigure(text))) return false;
  return row.every(({ text, left }, index) => {
    const twin = other[index] as PartCell;
    return solidText(text) === solidText(twin.text) && near(left, twin.left);
  });
}

/** The table with the columns its cells cover; numbered from 1 over the document. */
export function joinedTable({ rows }: TablePart, number: number): Table {
  const edges = edgesOf(rows);
  const columnOf = (edge: number): number => edges.reduce((best, one, at) => (closer(one, edges[best], edge) ? at : best), 0);
  return {
    kind: 'table',
    number,
    spans: 'kept',
    rows: rows.map((row, index) => row.map((cell) => printedCell(cell, columnOf, { table: number, row: index + 1 }))),
  };
}

function printedCell(
  { text, left, right, rowSpan, page, box }: PartCell,
  columnOf: (edge: number) => number,
  place: { readonly table: number; readonly row: number },
): PrintedCell {
  const column = columnOf(left);
  return { text, column, columnSpan: columnOf(right) - column, rowSpan, place: { ...place, column: column + 1, page, box } };
}

function edgesOf(rows: Rows): readonly number[] {
  return placesOf(rows.flatMap((row) => row.flatMap(({ left, right }) => [left, right])));
}

function closer(one: number, best: number | undefined, edge: number): boolean {
  return best === undefined || Math.abs(one - edge) < Math.abs(best - edge);
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= SAME_LINE;
}
