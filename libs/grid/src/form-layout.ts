import { cellAt, type CellId, type Form, type Grid, type TableSection, TABLE_SECTIONS } from '@gongkai/model';

/** The table of one section as it is printed. */
export interface LaidTable {
  readonly section: TableSection;
  /** Printed lines from top to bottom, all equally long; a cell that reaches over several columns stands in each of them. */
  readonly lines: readonly (readonly CellId[])[];
}

/** A place in a table, both counted from 0. */
export interface Spot {
  readonly section: TableSection;
  readonly row: number;
  readonly column: number;
}

/**
 * The tables of a form as they are printed: blocks of a section stand one below the other, the last cell of a narrow one filling the width; what is
 * printed as one line (section four) is one.
 */
export function layForm(form: Form): readonly LaidTable[] {
  return TABLE_SECTIONS.flatMap((section) => {
    const grids = form.grids.filter((grid) => grid.section === section);
    const lines = grids.flatMap(linesOf);
    const width = Math.max(...lines.map((line) => line.length));
    return lines.length === 0 ? [] : [{ section, lines: lines.map((line) => filled(line, width)) }];
  });
}

function linesOf(grid: Grid): readonly (readonly CellId[])[] {
  const rows = grid.rows.map((row) => grid.columns.map((column) => cellAt(grid, row.code, column.code)));
  return grid.printedAs === 'flat' ? [rows.flat()] : rows;
}

function filled(line: readonly CellId[], width: number): readonly CellId[] {
  const last = line.at(-1);
  return last === undefined ? line : [...line, ...Array.from({ length: width - line.length }, () => last)];
}

/** The cell at a place; undefined outside the table. */
export function cellIn(tables: readonly LaidTable[], { section, row, column }: Spot): CellId | undefined {
  return tables.find((table) => table.section === section)?.lines[row]?.[column];
}

/** Where a cell begins; null where the form does not have it. */
export function spotOf(tables: readonly LaidTable[], cell: CellId): Spot | null {
  for (const { section, lines } of tables) {
    const row = lines.findIndex((line) => line.includes(cell));
    const column = lines[row]?.indexOf(cell);
    if (column !== undefined) return { section, row, column };
  }
  return null;
}
