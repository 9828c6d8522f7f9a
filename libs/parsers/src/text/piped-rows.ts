import { trimmedText } from '@gongkai/model';
import type { RowsRead, TextLine } from './text-lines';

const RULE = /^[\s|:+-]{3,2000}$/;
const SINGLE_DASH = /\|\s{0,20}-{1,2}\s{0,20}\|/;

/** A line of a table whose cells are parted by `|`. */
export function isPiped(line: string): boolean {
  return line.includes('|') || line.includes('｜');
}

/**
 * The rows from a line on whose cells are parted by `|`; a table is framed on the side where every line has one. Lines of dashes only rule
 * the table, one empty line does not end it.
 */
export function pipedRows(lines: readonly TextLine[], from: number): RowsRead {
  const found: TextLine[] = [];
  let next = from;
  for (let at = from; at < lines.length && at <= next + 1; at += 1) {
    const { text, number } = lines[at] as TextLine;
    if (!isPiped(text) && trimmedText(text) !== '') break;
    if (!isPiped(text)) continue;
    next = at + 1;
    found.push({ text: trimmedText(text).replaceAll('｜', '|'), number });
  }
  const frame = { left: found.every(({ text }) => text.startsWith('|')), right: found.every(({ text }) => text.endsWith('|')) };
  const rows = found
    .filter(({ text }) => !isRule(text))
    .map(({ text, number }) => cellsOf(text, frame).map((cell) => ({ text: trimmedText(cell), line: number })));
  return { rows, next };
}

function isRule(text: string): boolean {
  return text.includes('-') && RULE.test(text) && !SINGLE_DASH.test(text);
}

function cellsOf(text: string, frame: { readonly left: boolean; readonly right: boolean }): readonly string[] {
  const cells = text.split('|');
  const last = trimmedText(cells.at(-1) ?? '') === '' && (frame.left ? cells.length > 2 : frame.right && cells.length > 1);
  return cells.slice(frame.left ? 1 : 0, last ? -1 : undefined);
}
