import { trimmedText } from '@gongkai/model';
import type { Block, Paragraph, PrintedCell, Table } from '../printed-document';
import { withLostColumns } from './sheet-columns';
import type { SheetRow } from './sheet-row';

/** What is larger than this is no table of a report; its blanks are not spelled out. */
const MOST_AREA = 20_000;
const LONGEST_LABEL = 60;
/** A sentence, or a numbered title; the rows of the forms that are numbered so are told from titles by their words. */
const NO_LABEL = /[。；！]|^\s{0,4}(?:[五六七八九十]|[一二三四](?!.{0,20}(?:新收|结转|办理)))\s{0,4}[、.．]/;

/**
 * A sheet as paragraphs and tables: a row with a single cell is a paragraph unless it stands in a table as the label of a row.
 * An empty row ends a table. Blank cells of a table are spelled out, so that a blank is not taken for a cell that does not exist.
 */
export function sheetBlocks(rows: readonly SheetRow[], tablesBefore: number): readonly Block[] {
  const blocks: Block[] = [];
  let tables = tablesBefore;
  let open: SheetRow[] = [];
  const close = (): void => {
    if (open.length > 0) tables += 1;
    if (open.length > 0) blocks.push(tableOf(withLostColumns(open), tables));
    open = [];
  };
  for (const row of rows) {
    if (row.afterGap) close();
    const lone = row.cells.length === 1 ? row.cells[0] : undefined;
    if (lone && isParagraph(lone, open)) {
      close();
      blocks.push(...paragraphsOf(lone));
    } else if (row.cells.length > 0 || open.length > 0) open.push(row);
  }
  close();
  return blocks;
}

function isParagraph(cell: PrintedCell, table: readonly SheetRow[]): boolean {
  if (table.length === 0) return true;
  if (reachesInto(table)) return false;
  const [start, end] = columnsOf(table);
  return cell.columnSpan * 2 > end - start || cell.text.length > LONGEST_LABEL || NO_LABEL.test(cell.text);
}

/** Whether a cell of the table is merged down into the row after it. */
function reachesInto(table: readonly SheetRow[]): boolean {
  return table.some(({ cells }, index) => cells.some((cell) => index + cell.rowSpan > table.length));
}

function paragraphsOf({ text, place }: PrintedCell): readonly Paragraph[] {
  const lines = text.split(/[\r\n]+/).map(trimmedText);
  return lines.filter((line) => line !== '').map((line) => ({ kind: 'paragraph', text: line, heading: false, place }));
}

/** The columns a table covers; the end is not included. */
function columnsOf(table: readonly SheetRow[]): readonly [number, number] {
  const cells = table.flatMap((row) => row.cells);
  const start = cells.reduce((least, cell) => Math.min(least, cell.column), Number.POSITIVE_INFINITY);
  const end = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  return [start, end];
}

function tableOf(table: readonly SheetRow[], number: number): Table {
  const [start, end] = columnsOf(table);
  const isSmall = (end - start) * table.length <= MOST_AREA;
  const coveredUntil: number[] = [];
  const rows = table.map(({ cells, place }, row) => {
    const placed = cells.map((cell) => ({ ...cell, place: { table: number, ...cell.place } }));
    if (!isSmall) return placed;
    cover(coveredUntil, cells, row);
    const blanks = columnsBetween(start, end)
      .filter((column) => !isCovered(coveredUntil[column], row))
      .map((column) => ({ text: '', column, columnSpan: 1, rowSpan: 1, place: { table: number, ...place, column: column + 1 } }));
    return [...placed, ...blanks].sort((left, right) => left.column - right.column);
  });
  return { kind: 'table', number, spans: 'kept', rows };
}

/** Notes for every column the row up to which a cell covers it. */
function cover(coveredUntil: number[], cells: readonly PrintedCell[], row: number): void {
  for (const { column, columnSpan, rowSpan } of cells) {
    for (let at = column; at < column + columnSpan; at += 1) coveredUntil[at] = row + rowSpan;
  }
}

function columnsBetween(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

function isCovered(until: number | undefined, row: number): boolean {
  return until !== undefined && until > row;
}
