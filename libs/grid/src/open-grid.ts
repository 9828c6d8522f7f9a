import type { Cell, CellId, Form } from '@gongkai/model';
import { layForm, type LaidTable } from './form-layout';

/** What a text in a cell is worth to a sum: an exact amount, nothing (blank or a mark), or unknown because it cannot be read. */
export type TextWorth = bigint | 'nothing' | 'unknown';

/** A cell that the form defines as a sum of others. */
export interface DefinedTotal {
  readonly cell: CellId;
  readonly parts: readonly { readonly cell: CellId; readonly factor: bigint }[];
}

export interface GridRules {
  readonly form: Form;
  readonly cells: readonly Cell[];
  /** Every equation that defines a total, in the order of the form; a total of rows and columns has two. */
  readonly totals: readonly DefinedTotal[];
  readonly read: (text: string, cell: Cell) => TextWorth;
}

/** A form made ready to be filled in. Never changes. */
export interface EntryGrid {
  readonly form: Form;
  readonly tables: readonly LaidTable[];
  /** The definitions of a total by its cell; its texts are worked out and not typed. */
  readonly totals: ReadonlyMap<CellId, readonly DefinedTotal[]>;
  readonly cellOf: (id: CellId) => Cell;
  readonly read: GridRules['read'];
}

/** Throws where a cell of the form is not in the registry. */
export function openGrid({ form, cells, totals, read }: GridRules): EntryGrid {
  const registry = new Map(cells.map((cell) => [cell.id, cell]));
  const tables = layForm(form);
  const own = new Set(tables.flatMap(({ lines }) => lines.flat()));
  const cellOf = (id: CellId): Cell => {
    const cell = registry.get(id);
    if (cell === undefined) throw new RangeError(`no cell ${id}`);
    return cell;
  };
  own.forEach(cellOf);
  const byCell = new Map<CellId, readonly DefinedTotal[]>();
  for (const total of totals) if (own.has(total.cell)) byCell.set(total.cell, [...(byCell.get(total.cell) ?? []), total]);
  return { form, tables, totals: byCell, cellOf, read };
}
