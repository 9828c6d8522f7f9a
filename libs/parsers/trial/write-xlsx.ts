import { Workbook, type Worksheet } from 'exceljs';
import { gridOf, type GridPlace, type TrialPage, type PageBlock, type PageRow } from './page';

export const XLSX_LAYOUTS = ['one_sheet', 'sheet_a_section', 'numbers'] as const;
export type XlsxLayout = (typeof XLSX_LAYOUTS)[number];

/** `one_sheet`: everything as text; `sheet_a_section`: each section on a sheet of its own; `numbers`: one sheet, figures as numbers where they are plain. */
export async function writeXlsx(page: TrialPage, layout: XlsxLayout): Promise<Uint8Array> {
  const workbook = new Workbook();
  let sheet = workbook.addWorksheet('年度报告');
  let next = 1;
  for (const block of page.blocks) {
    if (block.kind === 'heading' && layout === 'sheet_a_section') {
      sheet = workbook.addWorksheet(block.text.slice(0, 12).replace(/[*?:\\/[\]]/g, ''));
      next = 1;
    }
    next = writeBlock(sheet, block, next, layout === 'numbers');
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The row after the block. */
function writeBlock(sheet: Worksheet, block: PageBlock, from: number, numbers: boolean): number {
  if (block.kind === 'table') return writeTable(sheet, block.rows, from, numbers);
  sheet.getCell(from, 1).value = block.text;
  return from + 1;
}

function writeTable(sheet: Worksheet, rows: readonly PageRow[], from: number, numbers: boolean): number {
  const grid = gridOf(rows);
  grid.forEach((line, down) => {
    line.forEach((place, right) => {
      if (!place?.begins) return;
      const { text, figure } = place.cell;
      const { columnSpan, rowSpan } = extentOf(grid, down, right);
      const [row, column] = [from + down, 1 + right];
      if (columnSpan > 1 || rowSpan > 1) sheet.mergeCells(row, column, row + rowSpan - 1, column + columnSpan - 1);
      const value = numbers ? (figure?.value ?? null) : null;
      if (value !== null) sheet.getCell(row, column).value = value;
      else if (text !== '') sheet.getCell(row, column).value = text;
    });
  });
  return from + rows.length + 1;
}

/** How far a cell reaches before another covers it: a damaged table may claim a place twice, a workbook cannot. */
function extentOf(grid: readonly (readonly (GridPlace | null)[])[], row: number, column: number) {
  const cell = grid[row]?.[column]?.cell;
  const isOwn = (down: number, right: number): boolean => {
    const place = grid[row + down]?.[column + right];
    return place?.cell === cell && place?.begins === false && place.fromAbove === down > 0;
  };
  const claimed = { columns: cell?.columnSpan ?? 1, rows: cell?.rowSpan ?? 1 };
  let columnSpan = 1;
  while (columnSpan < claimed.columns && isOwn(0, columnSpan)) columnSpan += 1;
  const isOwnRow = (down: number) => Array.from({ length: columnSpan }, (_, right) => right).every((right) => isOwn(down, right));
  let rowSpan = 1;
  while (rowSpan < claimed.rows && isOwnRow(rowSpan)) rowSpan += 1;
  return { columnSpan, rowSpan };
}
