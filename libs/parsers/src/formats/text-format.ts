import { trimmedText } from '@gongkai/model';
import type { Block, PrintedCell, PrintedDocument } from '../printed-document';
import { isPiped, pipedRows } from '../text/piped-rows';
import { tabbedRows } from '../text/tabbed-rows';
import type { RaggedRow, RowsRead, TextLine } from '../text/text-lines';

/** Bookmarks that exporting from Word leaves in the text. */
const BOOKMARK = /\[bookmark:[^\]\n]{0,200}\]/gi;

/** A picture in Markdown. */
const PICTURE = /^!\[[^\]]{0,200}\]\([^)]{0,2000}\)$/;

/**
 * A text file as paragraphs (one a line) and tables: cells one a line behind tabs with an empty line after each row,
 * rows of cells parted by tabs, or rows of cells parted by `|` (Markdown too). Spans are lost in all three.
 */
export function readText(text: string): PrintedDocument {
  const lines = text
    .replace(BOOKMARK, '')
    .split(/\r\n|[\n\r\f\v\u2028]/)
    .map((line, index) => ({ text: line, number: index + 1 }));
  const blocks: Block[] = [];
  let tables = 0;
  for (let at = 0; at < lines.length;) {
    const table = readTable(lines, at);
    if (table) {
      tables += 1;
      blocks.push({ kind: 'table', number: tables, spans: 'lost', rows: table.rows.map((row, index) => placeRow(row, tables, index)) });
      at = table.next;
    } else {
      const line = lines[at] as TextLine;
      const paragraph = trimmedText(line.text);
      if (PICTURE.test(paragraph)) blocks.push({ kind: 'picture', place: { line: line.number } });
      else if (paragraph !== '')
        blocks.push({
          kind: 'paragraph',
          text: paragraph.replace(/^#{1,6} /, ''),
          heading: /^#{1,6} /.test(paragraph),
          place: { line: line.number },
        });
      at += 1;
    }
  }
  return { format: 'text', name: null, blocks };
}

function readTable(lines: readonly TextLine[], from: number): RowsRead | null {
  const first = lines[from]?.text ?? '';
  if (isPiped(first)) return pipedRows(lines, from);
  return first.includes('\t') ? tabbedRows(lines, from) : null;
}

function placeRow(row: RaggedRow, table: number, index: number): readonly PrintedCell[] {
  return row.map((cell, column) => ({
    text: cell.text,
    column,
    columnSpan: 1,
    rowSpan: 1,
    place: { table, row: index + 1, column: column + 1, line: cell.line },
  }));
}
