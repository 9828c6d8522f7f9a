import { figureParts } from '../labels/figure-parts';
import { isFigure, isMark } from '../labels/figure-text';
import type { PrintedCell } from '../printed-document';
import type { SheetRow } from './sheet-row';

/** Rows of figures under the same headings. */
interface Body {
  /** Where the headings end; not included. */
  end: number;
  readonly rows: SheetRow[];
}

/**
 * Rows that have lost their columns say so: from the first figure on everything stands in one cell across the rest of the row, which is no figure.
 * Lost are rows marked as uneven, and rows that end a cell early where others do not, if nothing else is blank in them or if they end in the
 * sum of what stands before: a cell was deleted there and the rest moved left, or the total was left out, and nobody can say which.
 */
export function withLostColumns(rows: readonly SheetRow[]): readonly SheetRow[] {
  const lost = new Set(bodiesOf(rows).flatMap(({ rows: body, end }) => shortened(body, end).filter((row) => !isProven(row, rows, end))));
  const end = Math.max(...rows.map(({ cells }) => endOf(cells)));
  return rows.map((row) => (row.uneven || lost.has(row) ? { ...row, cells: joinFigures(row.cells, end) } : row));
}

function bodiesOf(rows: readonly SheetRow[]): readonly Body[] {
  const bodies: Body[] = [{ end: 0, rows: [] }];
  let figuresFrom = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const body = bodies.at(-1) as Body;
    const first = row.cells.find((cell) => isFigure(cell.text));
    if (first) {
      figuresFrom = Math.min(figuresFrom, first.column);
      body.rows.push(row);
    } else if (body.rows.length === 0) body.end = Math.max(body.end, endOf(row.cells));
    else if (endOf(row.cells) > figuresFrom + 1) bodies.push({ end: endOf(row.cells), rows: [] });
  }
  return bodies;
}

/** None where ending early is the custom of the table: totals left blank. */
function shortened(body: readonly SheetRow[], end: number): readonly SheetRow[] {
  const early = body.filter(({ cells }) => endOf(cells) === end - 1);
  const isCustom = body.length > 1 && early.length * 2 > body.length;
  return isCustom
    ? []
    : early
        .map((row) => ({ row, figures: figuresOf(row.cells) }))
        .filter(({ figures }) => isUnbroken(figures) || endsInSum(figures))
        .map(({ row }) => row);
}

const TOTAL = /^(?:总\s{0,4}计|合\s{0,4}计)$/;

/**
 * Whether a row that lacks its last figure, a total, cannot have moved left: otherwise its last one would be the total, which is never less than
 * one of its parts, and where it is zero so are they.
 */
function isProven(row: SheetRow, rows: readonly SheetRow[], end: number): boolean {
  const heads = rows.filter(({ cells }) => !cells.some((cell) => isFigure(cell.text))).flatMap(({ cells }) => cells);
  const printed = figuresOf(row.cells).map(({ text }) => (isMark(text) ? '0' : figureParts(text).figure.replaceAll(',', '')));
  if (!heads.some((cell) => endOf([cell]) === end && TOTAL.test(cell.text)) || !printed.every((text) => /^\d{1,15}$/.test(text)))
    return false;
  const [last = '', ...others] = printed.reverse();
  return others.length > 0 && (Number(last) < Math.max(...others.map(Number)) || [last, ...others].every((text) => Number(text) === 0));
}

function isUnbroken(figures: readonly PrintedCell[]): boolean {
  return figures.length > 1 && figures.every((cell, index) => index === 0 || cell.column === endOf(figures.slice(0, index)));
}

function endsInSum(figures: readonly PrintedCell[]): boolean {
  const numbers = figures.map(({ text }) => figureParts(text).figure.replaceAll(',', ''));
  if (numbers.length < 2 || !numbers.every((text) => /^\d{1,15}$/.test(text))) return false;
  const [last = 0, ...others] = numbers.map(Number).reverse();
  return last > 0 && others.reduce((sum, number) => sum + number, 0) === last;
}

function figuresOf(cells: readonly PrintedCell[]): readonly PrintedCell[] {
  const first = cells.findIndex((cell) => isFigure(cell.text));
  return first < 0 ? [] : cells.slice(first);
}

/** Behind the last label, to the end of the table: whoever counts the cells of the row finds no columns either. */
function joinFigures(cells: readonly PrintedCell[], end: number): readonly PrintedCell[] {
  const figures = figuresOf(cells);
  const [first] = figures;
  if (!first) return cells;
  const labels = cells.slice(0, -figures.length);
  const column = labels.length > 0 ? endOf(labels) : first.column;
  const text = figures.map((cell) => cell.text).join('；');
  return [...labels, { ...first, text, column, columnSpan: Math.max(end - column, 2) }];
}

function endOf(cells: readonly PrintedCell[]): number {
  return cells.reduce((end, cell) => Math.max(end, cell.column + cell.columnSpan), 0);
}
