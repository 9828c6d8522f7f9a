import { trimmedText } from '@gongkai/model';
import type { PrintedCell, Table } from '../printed-document';

type OpenCell = { -readonly [Key in keyof PrintedCell]: PrintedCell[Key] };
/** How a cell stands to its neighbours: merged with none, the first of cells merged downwards, one of the further ones, merged with its left one. */
export type Merge = 'none' | 'first' | 'down' | 'left';

/** What a cell is before anyone has read it. */
export interface CellShape {
  readonly columnSpan: number;
  readonly merge: Merge;
}

/** No statutory table is wider; beyond that cells simply follow each other. */
const MOST_COLUMNS = 200;

/** The grid of one Word table while its rows are read. */
export class WordTable {
  private readonly rows: PrintedCell[][] = [];
  /** By first column, the cell that cells merged downwards go on with. */
  private open = new Map<number, OpenCell>();
  private openBelow = new Map<number, OpenCell>();
  private column = 0;
  private shape: CellShape = { columnSpan: 1, merge: 'none' };
  private text: string | null = null;
  private holdsPicture = false;
  private holdsText = false;

  constructor(private readonly number: number) {}

  openRow(firstColumn: number): void {
    this.rows.push([]);
    this.open = this.openBelow;
    this.openBelow = new Map();
    this.column = firstColumn;
  }

  openCell(shape: CellShape): void {
    this.shape = shape;
    this.text = '';
    this.holdsPicture = false;
    this.holdsText = false;
  }

  write(text: string): void {
    if (this.text !== null) this.text += text;
    this.holdsText ||= text !== APART && text.trim() !== '';
  }

  /** What was written is not joined to what follows where digits would meet. */
  part(): void {
    this.write(APART);
  }

  /** An automatic number, which is no text of its own. */
  writeNumber(text: string): void {
    if (this.text !== null) this.text += text;
  }

  /** A cell that only shows a picture is not blank. */
  markPicture(): void {
    this.holdsPicture = true;
  }

  closeCell(): void {
    const row = this.rows.at(-1);
    if (this.text === null || !row) return;
    const { merge } = this.shape;
    const span = Math.min(Math.max(this.shape.columnSpan, 1), MOST_COLUMNS);
    if (merge === 'left' && row.length > 0) (row.at(-1) as OpenCell).columnSpan += span;
    else this.place(row, span, merge);
    this.column += span;
    this.text = null;
  }

  finish(): Table {
    return { kind: 'table', number: this.number, spans: 'kept', rows: this.rows };
  }

  private place(row: PrintedCell[], columnSpan: number, merge: Merge): void {
    const above = merge === 'down' ? this.open.get(this.column) : undefined;
    if (above) {
      above.rowSpan += 1;
      this.openBelow.set(this.column, above);
      return;
    }
    const place = { table: this.number, row: this.rows.length, column: this.column + 1 };
    const text = this.shownText();
    const cell: OpenCell = { text, column: this.column, columnSpan, rowSpan: 1, place };
    row.push(cell);
    if (merge !== 'none') this.openBelow.set(this.column, cell);
  }

  /** An automatic number alone is no figure, and a picture beside figures may be one of their digits. */
  private shownText(): string {
    const text = cellText(this.text ?? '');
    if (!this.holdsText && /\d/.test(text)) return PICTURE;
    return this.holdsPicture && FIGURES.test(text) ? text + PICTURE : text;
  }
}

/** Invisible separator: keeps digits apart that stand on both sides of it. */
const APART = '\u2063';
const FIGURES = /^[\d\s.,]*$/;

/** Unicode's object replacement character: something is printed that is no text. */
const PICTURE = '\uFFFC';

function cellText(text: string): string {
  const lines = text.split('\n').map((line) => trimmedText(line.replace(/[ \t\u2063]+/g, partDigits)));
  return lines.filter((line) => line !== '').join('\n');
}

/** A tab or separator between digits keeps them apart: they are two figures, an automatic number and a figure, or a figure and its mark. */
function partDigits(gap: string, at: number, line: string): string {
  const between = /[\t\u2063]/.test(gap) && /[\d.]/.test(line.charAt(at - 1)) && /\d/.test(line.charAt(at + gap.length));
  return between ? ' | ' : gap.replaceAll('\t', ' ').replaceAll(APART, '');
}
