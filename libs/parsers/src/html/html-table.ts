import { trimmedText } from '@gongkai/model';
import type { PrintedCell, Table } from '../printed-document';
import { joinedLines, spanOf, type HtmlNode } from './html-nodes';

/** No statutory table is wider or merges more rows; beyond that cells simply follow each other. */
const MOST_COLUMNS = 200;
const MOST_ROWS = 200;
/** Stands for a line break of the page until the cell is closed; no decoded file holds it. */
const BREAK = '\u0000';
/** Stand likewise for a place where text before and behind is seen apart, and for a picture. */
export const APART = '\u0001';
export const PICTURE = '\u0002';
const BETWEEN_DIGITS = new RegExp(`(?<=[\\p{Nd}.,])\\s*${APART}[\\s${APART}]*(?=\\p{Nd})`, 'gu');
/** Beside words, which are longer than a unit, a picture is an ornament. */
const WORDS = /\p{L}\P{L}{0,9}\p{L}/u;
/** Unicode's object replacement character: something is printed that is no text. */
export const NO_TEXT = '\uFFFC';

/** The grid of one HTML table while its rows are read: every cell learns the columns a browser would give it. */
export class HtmlTable {
  private readonly rows: PrintedCell[][] = [];
  /** Per column, the row up to which a cell from above still covers it. */
  private readonly coveredUntil: number[] = [];
  private column = 0;
  private cell: { readonly node: HtmlNode; text: string } | null = null;

  constructor(private readonly number: number) {}

  openRow(): void {
    this.closeCell();
    this.rows.push([]);
    this.column = 0;
  }

  /** A cell opened inside an open one ends it, as browsers do. */
  openCell(node: HtmlNode): void {
    this.closeCell();
    if (this.rows.length === 0) this.openRow();
    this.cell = { node, text: '' };
  }

  /** `broken`: a line break of the page, not of its source. */
  write(text: string, broken = false): void {
    if (this.cell) this.cell.text += broken ? BREAK : text;
  }

  /** The lines of the source are those of the cell. */
  writeLines(text: string): void {
    this.write(text.replace(/\r\n|[\r\n]/g, BREAK));
  }

  closeCell(node?: HtmlNode): void {
    const cell = this.cell;
    if (!cell || (node && node !== cell.node)) return;
    this.cell = null;
    const row = this.rows.length - 1;
    while (this.isCovered(row)) this.column += 1;
    const columnSpan = spanOf(cell.node, 'colspan', MOST_COLUMNS);
    const rowSpan = spanOf(cell.node, 'rowspan', MOST_ROWS);
    const place = { table: this.number, row: row + 1, column: this.column + 1 };
    this.rows[row]?.push({ text: cellText(cell.text), column: this.column, columnSpan, rowSpan, place });
    this.cover(columnSpan, rowSpan > 1 ? row + rowSpan : 0);
    this.column += columnSpan;
  }

  finish(): Table {
    this.closeCell();
    return { kind: 'table', number: this.number, spans: 'kept', rows: this.rows };
  }

  private cover(columnSpan: number, until: number): void {
    const end = Math.min(this.column + columnSpan, MOST_COLUMNS);
    for (let column = this.column; until > 0 && column < end; column += 1) this.coveredUntil[column] = until;
  }

  private isCovered(row: number): boolean {
    const until = this.coveredUntil[this.column];
    return until !== undefined && until > row;
  }
}

function cellText(text: string): string {
  const parted = text.includes(APART) ? text.replace(BETWEEN_DIGITS, ' | ').replaceAll(APART, '') : text;
  const seen = parted.includes(PICTURE) ? parted.replaceAll(PICTURE, WORDS.test(parted) ? '' : NO_TEXT) : parted;
  if (!seen.includes(BREAK)) return trimmedText(joinedLines(seen));
  const lines = seen.split(BREAK).map((line) => trimmedText(joinedLines(line)));
  return lines.filter((line) => line !== '').join('\n');
}
