import type { CellId } from '@gongkai/model';
import { rangeOf, type GridState } from './grid-state';
import type { EntryGrid } from './open-grid';
import type { ClipboardTexts } from './read-clipboard';
import { textsOf } from './totals-in';

/** What is selected as sheets and word processors take it, totals as they are shown. A cell that reaches over several columns does so in the copy. */
export function copySelection(grid: EntryGrid, { entries, selection }: Pick<GridState, 'entries' | 'selection'>): ClipboardTexts {
  const { top, bottom, left, right } = rangeOf(grid, selection);
  const lines = grid.tables.find(({ section }) => section === selection.focus.section)?.lines ?? [];
  const texts = textsOf(grid, entries);
  const rows = lines.slice(top, bottom + 1).map((line) => spansOf(line.slice(left, right + 1)));
  const textIn = (cell: CellId): string => texts.get(cell) ?? '';
  const html = rows.map((row) => `<tr>${row.map(({ cell, span }) => markedCell(textIn(cell), span)).join('')}</tr>`).join('');
  const text = rows.map((row) => row.map(({ cell, span }) => tabbedField(textIn(cell)) + '\t'.repeat(span - 1)).join('\t')).join('\r\n');
  return { html: `<table>${html}</table>`, text: `${text}\r\n` };
}

function spansOf(line: readonly CellId[]): readonly { readonly cell: CellId; readonly span: number }[] {
  return [...new Set(line)].map((cell) => ({ cell, span: line.filter((one) => one === cell).length }));
}

function tabbedField(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function markedCell(text: string, span: number): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<td${span > 1 ? ` colspan="${span}"` : ''}>${escaped}</td>`;
}
