import type { CellId } from '@gongkai/model';
import { spotOf, type LaidTable } from './form-layout';
import { rangeOf, selectionCells, type GridState } from './grid-state';
import type { EntryGrid } from './open-grid';
import { partHeads, type BlockText, type PartedBlock } from './part-heads';
import type { TextBlock } from './read-clipboard';
import { entriesFrom, printTotal, totalsIn, type CellTexts } from './totals-in';

/** What a paste would do, worked out before anything changes. */
export interface PastePlan {
  /** What fits, by cell. */
  readonly texts: CellTexts;
  /** Names of rows and columns that were copied along and are left out. */
  readonly heads: readonly BlockText[];
  /** Texts that would fall outside the table, or between the cells of it. */
  readonly outside: readonly BlockText[];
  /** Texts on totals that would differ from what is worked out then (null where nothing could be); those that agree are no trouble. */
  readonly onTotals: readonly { readonly cell: CellId; readonly text: string; readonly total: string | null }[];
}

/** Lays the figures of a block with the first onto the first selected cell. A single one goes into every selected cell. */
export function planPaste(grid: EntryGrid, state: GridState, block: TextBlock): PastePlan {
  const table = grid.tables.find(({ section }) => section === state.selection.focus.section) as LaidTable;
  const [first] = table.lines.flat();
  const parted = partHeads(block, (text) => first !== undefined && grid.read(text, grid.cellOf(first)) !== 'unknown');
  const { heads } = parted;
  const [single, ...more] = parted.lines.flatMap(({ texts }) => texts.slice(parted.left));
  const selected = selectionCells(grid, state.selection).filter((cell) => !grid.totals.has(cell));
  if (typeof single === 'string' && more.length === 0 && selected.length > 1)
    return { texts: new Map(selected.map((cell) => [cell, single])), heads, outside: [], onTotals: [] };
  const laid = layBlock(grid, table, state, parted);
  const texts = new Map([...laid.texts].filter(([cell]) => !grid.totals.has(cell)));
  const after = entriesFrom(grid, new Map([...state.entries, ...texts]));
  return { texts, heads, outside: laid.outside, onTotals: differing(grid, after, laid.texts) };
}

function layBlock(
  grid: EntryGrid,
  table: LaidTable,
  { selection }: GridState,
  { lines, left: skipped }: PartedBlock,
): Pick<PastePlan, 'texts' | 'outside'> {
  const { top, left } = rangeOf(grid, selection);
  const texts = new Map<CellId, string>();
  const outside: BlockText[] = [];
  for (const [at, { line, texts: row }] of lines.entries())
    for (const [column, text] of row.slice(skipped).entries()) {
      const cell = table.lines[top + at]?.[left + column];
      const starts = cell !== undefined && spotOf([table], cell)?.column === left + column;
      if (starts && text !== null) texts.set(cell, text);
      else if (text !== null && text !== '') outside.push({ line, column: skipped + column + 1, text });
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
