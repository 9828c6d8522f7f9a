import { cellAt, depthOf, spanHeads, type CellId, type Form, type Grid, type Line, type TableSection } from '@gongkai/model';

/** A field of a printed table: rows and columns from 1, a label or the place of a cell. */
export interface SheetField {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Null for a cell. */
  readonly label: string | null;
  readonly cell: CellId | null;
}

/** A table section as its form prints it. */
export interface FormSheet {
  readonly width: number;
  readonly height: number;
  /** Columns of labels before the first cell. */
  readonly labels: number;
  /** Rows of labels over the whole table; none where every block has its own. */
  readonly heads: number;
  /** In the order of rows, then columns. */
  readonly fields: readonly SheetField[];
}

/**
 * The official layout of a table section. `named`: the one line of section four has a label before it, so that it is a line where nothing is filled in,
 * in files that keep no blank rows.
 */
export function formSheet(form: Form, section: TableSection, { named = false }: { readonly named?: boolean } = {}): FormSheet {
  const grids = form.grids.filter((grid) => grid.section === section);
  const [first] = grids;
  if (first === undefined) throw new RangeError(`${form.id} has no grid in ${section}`);
  if (grids.length > 1) return listed(grids);
  return first.printedAs === 'flat' ? flat(first, named) : lined(first, form);
}

type Area = Pick<SheetField, 'row' | 'column'> & Partial<Pick<SheetField, 'rowSpan' | 'columnSpan'>>;

const label = (text: string, area: Area): SheetField => ({ rowSpan: 1, columnSpan: 1, ...area, label: text, cell: null });
const place = (cell: CellId, area: Area): SheetField => ({ rowSpan: 1, columnSpan: 1, ...area, label: null, cell });
const inOrder = (fields: readonly SheetField[]): readonly SheetField[] =>
  fields.toSorted((one, other) => one.row - other.row || one.column - other.column);

/** Section two: blocks one below the other, each under its heading, the last column reaching to the edge. */
function listed(grids: readonly Grid[]): FormSheet {
  const width = 1 + Math.max(...grids.map(({ columns }) => columns.length));
  const fields: SheetField[] = [];
  let row = 0;
  for (const grid of grids) {
    const reach = (at: number): number => (at === grid.columns.length - 1 ? width - 1 - at : 1);
    if (grid.heading !== null) fields.push(label(grid.heading, { row: (row += 1), column: 1, columnSpan: width }));
    const head = (row += 1);
    fields.push(label('信息内容', { row: head, column: 1 }));
    grid.columns.forEach((column, at) => fields.push(label(column.label.zh, { row: head, column: at + 2, columnSpan: reach(at) })));
    for (const line of grid.rows) {
      const own = (row += 1);
      fields.push(label(line.label.zh, { row: own, column: 1 }));
      grid.columns.forEach((column, at) =>
        fields.push(place(cellAt(grid, line.code, column.code), { row: own, column: at + 2, columnSpan: reach(at) })),
      );
    }
  }
  return { width, height: row, labels: 1, heads: 0, fields };
}

const labelled = ({ label: { zh }, under }: Line): { readonly label: string; readonly under: readonly string[] } => ({ label: zh, under });

/** Section three: applicants across, results down, the hint of the form in the corner. */
function lined(grid: Grid, { rules }: Form): FormSheet {
  const [rows, columns] = [grid.rows.map(labelled), grid.columns.map(labelled)];
  const [labels, top] = [depthOf(rows), depthOf(columns)];
  const balance = rules.find((rule) => rule.grid === grid.id && rule.each === 'column' && rule.left.length > 1 && rule.right.length > 1);
  const corner = balance ? `（本列数据的勾稽关系为：${balance.says.zh.replace(/。$/, '')}）` : '';
  return {
    width: labels + columns.length,
    height: top + rows.length,
    labels,
    heads: top,
    fields: inOrder([
      label(corner, { row: 1, column: 1, rowSpan: top, columnSpan: labels }),
      ...columnHeads(columns, labels),
      ...spanHeads(rows).map((head) =>
        label(head.text, { row: top + head.line + 1, column: head.level + 1, rowSpan: head.lines, columnSpan: head.levels }),
      ),
      ...grid.rows.flatMap((row, down) =>
        grid.columns.map((column, across) =>
          place(cellAt(grid, row.code, column.code), { row: top + down + 1, column: labels + across + 1 }),
        ),
      ),
    ]),
  };
}

/** Section four: a single line that holds all blocks one after the other. */
function flat(grid: Grid, named: boolean): FormSheet {
  const blocks = grid.rows.flatMap((row) =>
    grid.columns.map((column) => ({
      cell: cellAt(grid, row.code, column.code),
      label: column.label.zh,
      under: [...row.under, row.label.zh],
    })),
  );
  const top = depthOf(blocks);
  const labels = named ? 1 : 0;
  const names = named ? [label('', { row: 1, column: 1, rowSpan: top }), label('件数', { row: top + 1, column: 1 })] : [];
  const cells = blocks.map(({ cell }, at) => place(cell, { row: top + 1, column: labels + at + 1 }));
  const fields = inOrder([...names, ...columnHeads(blocks, labels), ...cells]);
  return { width: labels + blocks.length, height: top + 1, labels, heads: top, fields };
}

function columnHeads(columns: Parameters<typeof spanHeads>[0], before: number): readonly SheetField[] {
  return spanHeads(columns).map((head) =>
    label(head.text, { row: head.level + 1, column: before + head.line + 1, rowSpan: head.levels, columnSpan: head.lines }),
  );
}
