import { trimmedText } from '../labels/plain-text';
import type { RaggedRow, RowsRead, TextLine } from './text-lines';

const RULE = /^[\s|:+-]{3,2000}$/;

/** A line of a table whose cells are parted by `|`. */
export function isPiped(line: string): boolean {
  return line.includes('|') || line.includes('｜');
}

/** The rows from a line on whose cells are parted by `|`; lines of dashes only rule the table, one empty line does not end it. */
export function pipedRows(lines: readonly TextLine[], from: number): RowsRead {
  const rows: RaggedRow[] = [];
  let next = from;
  for (let at = from; at < lines.length && at <= next + 1; at += 1) {
    const line = lines[at] as TextLine;
    const text = trimmedText(line.text);
    if (!isPiped(text) && text !== '') break;
    if (text === '') continue;
    next = at + 1;
    if (!isRule(text)) rows.push(cellsOf(text).map((cell) => ({ text: trimmedText(cell), line: line.number })));
  }
  return { rows, next };
}

function isRule(text: string): boolean {
  return text.includes('-') && RULE.test(text) && !/\|\s*-{1,2}\s*\|/.test(text);
}

function cellsOf(text: string): readonly string[] {
  const cells = text.replaceAll('｜', '|').split('|');
  const framed = cells[0] === '' && cells.length > 2;
  return framed ? cells.slice(1, cells.at(-1) === '' ? -1 : undefined) : cells;
}
