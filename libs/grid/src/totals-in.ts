import { printFigure, trimmedText, type CellId } from '@gongkai/model';
import type { DefinedTotal, EntryGrid, TextWorth } from './open-grid';

/** What is entered, by cell, as typed; a cell that holds nothing is not in it. */
export type CellTexts = ReadonlyMap<CellId, string>;

/**
 * What the totals of the form make of the entries. Blanks count as nothing beside numbers; a total is left out where none of its parts holds a number or
 * one cannot be read. Totals of totals go down to what was typed: a total that has a text of its own counts with what its parts make.
 */
export function totalsIn(grid: EntryGrid, entries: CellTexts): ReadonlyMap<CellId, bigint> {
  const known = new Map<CellId, bigint | null>();

  function totalOf(cell: CellId): bigint | null {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const sums = (grid.totals.get(cell) ?? []).map(sumOf);
    const total = sums.find((sum) => sum !== null) ?? null;
    known.set(cell, total);
    return total;
  }

  function sumOf({ parts }: DefinedTotal): bigint | null {
    const worths = parts.map(({ cell, factor }) => ({ worth: worthOf(cell), factor }));
    const amounts = worths.flatMap(({ worth, factor }) => (typeof worth === 'bigint' ? [worth * factor] : []));
    if (amounts.length === 0 || worths.some(({ worth }) => worth === 'unknown')) return null;
    return amounts.reduce((sum, amount) => sum + amount, 0n);
  }

  function worthOf(cell: CellId): TextWorth {
    if (grid.totals.has(cell)) return totalOf(cell) ?? 'nothing';
    const text = entries.get(cell);
    return text === undefined ? 'nothing' : grid.read(text, grid.cellOf(cell));
  }

  const totals = [...grid.totals.keys()].map((cell) => [cell, totalOf(cell)] as const);
  return new Map(totals.flatMap(([cell, total]) => (total === null ? [] : [[cell, total]])));
}

/** The entries with every total written out, as they are kept, checked and filed. */
export function textsOf(grid: EntryGrid, entries: CellTexts): CellTexts {
  const texts = new Map(entries);
  for (const [cell, total] of totalsIn(grid, entries)) if (!texts.has(cell)) texts.set(cell, printTotal(grid, cell, total));
  return texts;
}

/** Texts as entries: white space around them goes, what says nothing is left out, and so are totals that say what their parts make. */
export function entriesFrom(grid: EntryGrid, texts: CellTexts): CellTexts {
  const entries = new Map([...texts].map(([cell, text]) => [cell, trimmedText(text)] as const).filter(([, text]) => text !== ''));
  const totals = totalsIn(grid, entries);
  for (const cell of grid.totals.keys()) {
    const text = entries.get(cell);
    if (text !== undefined && grid.read(text, grid.cellOf(cell)) === totals.get(cell)) entries.delete(cell);
  }
  return entries;
}

export function printTotal(grid: EntryGrid, cell: CellId, total: bigint): string {
  return printFigure(total, grid.cellOf(cell).unit);
}
