import { trimmedText } from '@gongkai/model';
import { isFigure } from '../labels/figure-text';
import type { RaggedRow, RowsRead, TextLine } from './text-lines';

type OpenRow = { text: string; readonly line: number }[];

/** A cell's text goes on in the next line only this far; what is longer is a paragraph. */
const LONGEST_CONTINUATION = 40;
const SECTION_NUMBER = /^[一二三四五六七八九十][、.．]/;

/** The rows from a line with tabs on: rows of several cells a line where a line has tabs inside, else one cell a line. */
export function tabbedRows(lines: readonly TextLine[], from: number): RowsRead {
  return holdsInnerTabs(lines, from) ? rowsALine(lines, from) : cellsALine(lines, from);
}

function holdsInnerTabs(lines: readonly TextLine[], from: number): boolean {
  for (let at = from; at < lines.length; at += 1) {
    const text = (lines[at] as TextLine).text;
    if (text.replace(/^\t+/, '').includes('\t')) return true;
    if (!text.startsWith('\t')) return false;
  }
  return false;
}

function rowsALine(lines: readonly TextLine[], from: number): RowsRead {
  const rows: RaggedRow[] = [];
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    if (goesOn(rows.at(-1), line)) rows.push(wrapped(rows.pop() ?? [], line));
    else if (line.text.includes('\t')) rows.push(line.text.split('\t').map((text) => ({ text: trimmedText(text), line: line.number })));
    else if (!isSoleCell(lines, at)) break;
    else if (trimmedText(line.text) !== '') rows.push([{ text: trimmedText(line.text), line: line.number }]);
  }
  return { rows, next: at };
}

/** Digits alone in a line, behind a row that ends with digits, are the rest of its last figure or a figure of their own: nobody knows. */
function goesOn(row: RaggedRow | undefined, { text }: TextLine): boolean {
  const before = row?.filter((cell) => cell.text !== '') ?? [];
  return before.length > 1 && /\d[,.]?$/.test(before.at(-1)?.text ?? '') && /^[.,]?\d{1,12}(?:[.,]\d{1,12})*\t*$/.test(text.trimEnd());
}

function wrapped(row: RaggedRow, line: TextLine): RaggedRow {
  const last = row.findLastIndex(({ text }) => text !== '');
  return row.map((cell, at) => (at === last ? { ...cell, text: `${cell.text}\n${trimmedText(line.text)}` } : cell));
}

/** A line without tabs between two lines with tabs is a row of one cell, or an empty line, unless it starts a section. */
function isSoleCell(lines: readonly TextLine[], at: number): boolean {
  const text = trimmedText(lines[at]?.text ?? '');
  return text.length <= LONGEST_CONTINUATION && !SECTION_NUMBER.test(text) && (lines[at + 1]?.text.includes('\t') ?? false);
}

function cellsALine(lines: readonly TextLine[], from: number): RowsRead {
  const rows: OpenRow[] = [[]];
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    const row = rows.at(-1) as OpenRow;
    if (line.text.startsWith('\t')) addCells(row, line);
    else if (line.text.trim() === '') {
      if (!(lines[at + 1]?.text.startsWith('\t') ?? false)) break;
      rows.push([]);
    } else if (!continueCell(row, trimmedText(line.text))) break;
  }
  return { rows: rows.filter((row) => row.length > 0), next: at };
}

/** Tabs before the first are cells merged with the row above. */
function addCells(row: OpenRow, line: TextLine): void {
  for (const text of line.text.slice(1).split('\t')) row.push({ text: trimmedText(text), line: line.number });
}

function continueCell(row: OpenRow, text: string): boolean {
  const cell = row.at(-1);
  if (!cell || text.length > LONGEST_CONTINUATION || SECTION_NUMBER.test(text)) return false;
  if (isFigure(cell.text) && !isFigure(text)) return false;
  cell.text = cell.text === '' ? text : `${cell.text}\n${text}`;
  return true;
}
