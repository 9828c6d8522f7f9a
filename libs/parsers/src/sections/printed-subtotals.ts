import { cellAt, type CellId, type Grid, type Line } from '@gongkai/model';
import { labelKeys } from '../labels/label-key';
import type { PrintedCell } from '../printed-document';
import type { PrintedLine } from '../tables/stretch';
import { keySet, type GridView } from './grid-view';

/** A cell of a row that adds up others although the form has no such row, e.g. （三）不予公开小计, and the cells of its column that it adds up. */
export interface SubtotalClaim {
  readonly label: string;
  readonly cells: readonly CellId[];
  readonly printed: PrintedCell;
}

const SUM = /(?:小计|合计|计)$/;

/** The rows whose sum a line is by its labels: those under one of the form's inner headings. None: it is no subtotal. */
export function rowsSummedBy({ labels }: PrintedLine, grid: Grid): readonly Line[] {
  const [above = '', last = ''] = [labels.at(-2), labels.at(-1)];
  const words = labelKeys(last).map((key) => key.replace(SUM, ''));
  const keys = words.includes('') ? labelKeys(above) : words;
  return grid.rows.filter(({ under }) => under.length > 1 && keys.some((key) => keySet(under.at(-1) ?? '').has(key)));
}

/** The cells of such a line under the columns of the form. */
export function claimSubtotals({ grid, stretch, columns }: GridView, line: PrintedLine): readonly SubtotalClaim[] {
  const rows = rowsSummedBy(line, grid);
  return stretch.leaves.flatMap((_, at) => {
    const [column, printed] = [grid.columns[columns[at]?.index ?? -1], line.cells[at]];
    if (rows.length === 0 || !column || !printed) return [];
    return [{ label: line.labels.slice(-2).join(' '), cells: rows.map((row) => cellAt(grid, row.code, column.code)), printed }];
  });
}
