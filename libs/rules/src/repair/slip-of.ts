import { cellAt } from '@gongkai/model';
import type { CellId, Form, Grid, Line, SlipCode } from '@gongkai/model';
import type { Sheet } from '../open-sheet';

/** A cell whose amount would become another. */
export interface Correction {
  readonly form: Form;
  readonly sheet: Sheet;
  readonly cell: CellId;
  readonly from: bigint;
  readonly to: bigint;
}

/** Below this two figures are the same by chance too often to mean that one was copied. */
const TELLING = 10n;

const SIGNS: readonly (readonly [SlipCode, (correction: Correction) => boolean])[] = [
  ['partial_counted_twice', isPartialCountedTwice],
  ['digits_swapped', ({ from, to }) => isSwapped(from.toString(), to.toString())],
  ['factor_ten', ({ from, to }) => from !== to && (from === to * 10n || to === from * 10n)],
  ['row_beside', (correction) => isBeside(correction, 'rows')],
  ['column_beside', (correction) => isBeside(correction, 'columns')],
];

/** The slip of the pen that turns the right figure into the printed one; null where none is known. */
export function slipOf(correction: Correction): SlipCode | null {
  return SIGNS.find(([, isSlip]) => isSlip(correction))?.[0] ?? null;
}

/** Too much by exactly what was partially granted in the same column. */
function isPartialCountedTwice(correction: Correction): boolean {
  const place = placeOf(correction);
  if (!place || place.grid.section !== 's3' || place.row.group === null || place.row.code === 'partially_granted') return false;
  const excess = correction.from - correction.to;
  return excess > 0n && correction.sheet.worthOf(cellAt(place.grid, 'partially_granted', place.column.code)) === excess;
}

/** 12 for 21: two digits side by side changed places. */
function isSwapped(from: string, to: string): boolean {
  if (from.length !== to.length || from === to) return false;
  const at = [...from].findIndex((digit, index) => digit !== to[index]);
  return from.slice(0, at) + (from[at + 1] ?? '') + (from[at] ?? '') + from.slice(at + 2) === to;
}

function isBeside(correction: Correction, lines: 'rows' | 'columns'): boolean {
  const place = placeOf(correction);
  if (!place || correction.from < TELLING) return false;
  const { grid, row, column } = place;
  const at = lines === 'rows' ? grid.rows.indexOf(row) : grid.columns.indexOf(column);
  return [grid[lines][at - 1], grid[lines][at + 1]].some((line) => {
    if (!line) return false;
    const cell = lines === 'rows' ? cellAt(grid, line.code, column.code) : cellAt(grid, row.code, line.code);
    return correction.sheet.worthOf(cell) === correction.from;
  });
}

function placeOf({ form, cell }: Correction): { readonly grid: Grid; readonly row: Line; readonly column: Line } | null {
  const [section, rowCode, columnCode] = cell.split('/');
  for (const grid of form.grids) {
    const row = grid.rows.find((line) => line.code === rowCode);
    const column = grid.columns.find((line) => line.code === columnCode);
    if (grid.section === section && row && column) return { grid, row, column };
  }
  return null;
}
