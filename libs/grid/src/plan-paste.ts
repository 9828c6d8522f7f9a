import type { CellId } from '@gongkai/model';
import { spotOf, type LaidTable } from './form-layout';
import { rangeOf, selectionCells, type GridState } from './grid-state';
import type { EntryGrid } from './open-grid';
import type { TextBlock } from './read-clipboard';
import { entriesFrom, printTotal, totalsIn, type CellTexts } from './totals-in';

/** What a paste would do, worked out before anything changes. */
export interface PastePlan {
  /** What fits, by cell. */
  readonly texts: CellTexts;
  /** Texts that would fall outside the table, or between the cells of it; line and column of the block, both counted from 1. */
  readonly outside: readonly { readonly line: number; readonly column: number; readonly text: string }[];
  /** Texts on totals that would differ from what is worked out then (null where nothing could be); those that agree are no trouble. */
  readonly onTotals: readonly { readonly cell: CellId; readonly text: string; readonly total: string | null }[];
}

/** Lays a block with its first text onto the first selected cell. A single text goes into every selected cell. */
export function planPaste(grid: EntryGrid, state: GridState, block: TextBlock): PastePlan {
  const [single, ...more] = block.flat();
  const selected = selectionCells(grid, state.selection).filter((cell) => !grid.totals.has(cell));
  if (typeof single === 'string' && more.length === 0 && selected.length > 1)
    return { texts: new Map(selected.map((cell) => [cell, single])), outside: [], onTotals: [] };
  const laid = layBlock(grid, state, block);
  const texts = new Map([...laid.texts].filter(([cell]) => !grid.totals.has(cell)));
  return { texts, outside: laid.outside, onTotals: differing(grid, entriesFrom(grid, new Map([...state.entries, ...texts])), laid.texts) };
}

function layBlock(grid: EntryGrid, { selection }: GridState, block: TextBlock): Pick<PastePlan, 'texts' | 'outside'> {
  const table = grid.tables.find(({ section }) => section === selection.focus.section) as LaidTable;
  const { top, left } = rangeOf(grid, selection);
  const texts = new Map<CellId, string>();
  const outside: PastePlan['outside'][number][] = [];
  for (const [line, row] of block.entries())
    for (const [column, text] of row.entries()) {
      const cell = table.lines[top + line]?.[left + column];
      const starts = cell !== undefined && spotOf([table], cell)?.column === left + column;
      if (starts && text !== null) texts.set(cell, text);
      else if (text !== null && text !== '') outside.push({ line: line + 1, column: column + 1, text });
    }
  return { texts, outside };
}

function differing(grid: EntryGrid, after: CellTexts, texts: CellTexts): PastePlan['onTotals'] {
  const totals = totalsIn(grid, after);
  return [...texts].flatMap(([cell, text]) => {
    if (!grid.totals.has(cell) || text === '') return [];
    const total = totals.get(cell);
    if (total !== undefined && grid.read(text, grid.cellOf(cell)) === total) return [];
    return [{ cell, text, total: total === undefined ? null : printTotal(grid, cell, total) }];
  });
}
