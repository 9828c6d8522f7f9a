import { trimmedText } from '@gongkai/model';
import { Parser } from 'htmlparser2';
import type { TextBlock } from './read-clipboard';

/** A merged cell wider or higher than any form's table is cut to this. */
const WIDEST = 400;
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i;
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const UNSEEN = new Set(['style', 'script', 'head', 'title', 'template']);
/** What begins on a line of its own within a cell. */
const BLOCKS = new Set(['p', 'div', 'li', 'br', 'tr']);

interface OpenCell {
  text: string;
  readonly columns: number;
  readonly rows: number;
}

interface OpenTable {
  readonly rows: (string | null)[][];
  row: number;
  cell: OpenCell | null;
  /** A table around other tables is a frame. */
  isFrame: boolean;
}

/** The tables of a marked-up copy in their order, each with its merged cells spread over the places they reach over; frames around tables are none. */
export function readHtmlBlocks(html: string): readonly TextBlock[] {
  const reader = new BlockReader();
  const parser = new Parser({ onopentag: reader.open, ontext: reader.write, onclosetag: reader.close }, { decodeEntities: true });
  parser.end(html);
  return reader.blocks;
}

class BlockReader {
  readonly blocks: TextBlock[] = [];
  private readonly tables: OpenTable[] = [];
  /** How deep within something that is not seen. */
  private unseen = 0;

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const isSeen = !UNSEEN.has(name) && attributes['hidden'] === undefined && !HIDDEN.test(attributes['style'] ?? '');
    if (this.unseen > 0 || !isSeen) {
      if (!VOID.has(name)) this.unseen += 1;
      return;
    }
    const table = this.tables.at(-1);
    if (name === 'table') this.openTable(table);
    else if (name === 'tr' && table) openRow(table);
    else if ((name === 'td' || name === 'th') && table) table.cell = openCell(attributes);
    else if (BLOCKS.has(name) && table?.cell && table.cell.text !== '') table.cell.text += '\n';
  };

  readonly write = (text: string): void => {
    const cell = this.unseen > 0 ? null : this.tables.at(-1)?.cell;
    if (cell) cell.text += text.replace(/[ \t\r\n\f]+/g, ' ');
  };

  readonly close = (name: string): void => {
    if (this.unseen > 0) {
      if (!VOID.has(name)) this.unseen -= 1;
      return;
    }
    const table = this.tables.at(-1);
    if ((name === 'td' || name === 'th') && table?.cell) place(table, table.cell);
    if (name !== 'table' || !table) return;
    this.tables.pop();
    const rows = table.rows.slice(0, table.row + 1).map((row) => Array.from(row, (text) => text ?? null));
    if (!table.isFrame && rows.length > 0) this.blocks.push(rows);
  };

  private openTable(around: OpenTable | undefined): void {
    if (around) around.isFrame = true;
    this.tables.push({ rows: [], row: -1, cell: null, isFrame: false });
  }
}

function openRow(table: OpenTable): void {
  table.row += 1;
  table.rows[table.row] ??= [];
}

function openCell({ colspan, rowspan }: Readonly<Record<string, string>>): OpenCell {
  return { text: '', columns: spanFrom(colspan), rows: spanFrom(rowspan) };
}

function spanFrom(text: string | undefined): number {
  const span = Number.parseInt(text ?? '1', 10);
  return Number.isNaN(span) || span < 1 ? 1 : Math.min(span, WIDEST);
}

/** Puts a cell at the first free place of its line; the places it reaches over are taken and say nothing. */
function place(table: OpenTable, { text, columns, rows }: OpenCell): void {
  table.cell = null;
  if (table.row < 0) openRow(table);
  const line = (table.rows[table.row] ??= []);
  const free = line.findIndex((taken) => taken === undefined);
  const column = free === -1 ? line.length : free;
  for (let down = 0; down < rows; down += 1) {
    const into = (table.rows[table.row + down] ??= []);
    for (let across = 0; across < columns; across += 1) into[column + across] = down + across === 0 ? cleaned(text) : null;
  }
}

/** Hard spaces go with the other white space around a text; lines within are kept apart by one blank. */
function cleaned(text: string): string {
  return trimmedText(
    text
      .split('\n')
      .map(trimmedText)
      .filter((line) => line !== '')
      .join(' '),
  );
}
