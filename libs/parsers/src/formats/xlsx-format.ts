import { Workbook, ValueType, type Cell, type CellValue, type Row, type Worksheet } from 'exceljs';
import { trimmedText } from '../labels/plain-text';
import type { Block, PrintedCell, PrintedDocument } from '../printed-document';
import { refuseDamaged, Refused } from '../refusals';
import { sheetBlocks } from '../sheet/sheet-blocks';
import { printNumber } from '../sheet/sheet-number';
import type { SheetRow } from '../sheet/sheet-row';
import { printedParts } from '../sheet/xlsx-parts';

/** Elements of a sheet that print nothing, or that only point to parts which print nothing. */
const UNREAD = [
  ...['dataValidations', 'conditionalFormatting', 'extLst', 'autoFilter', 'sheetProtection', 'rowBreaks', 'headerFooter'],
  ...['drawing', 'legacyDrawing', 'picture', 'tableParts', 'hyperlinks'],
];
/** A sheet is named after its section: 三、收到和处理政府信息公开申请情况. Sheet1, 表三 and 填报表 say nothing to a reader. */
const NAMES_SECTION = /^\s{0,4}[一二三四五六]\s{0,4}[、.．]|政府信息公开|情况|事项/;

/**
 * A workbook as paragraphs and tables, sheet after sheet. What Excel hides (sheets, rows, columns) is not printed and not read.
 * A formula counts with the result kept in the file; one without result stands as its formula, which is no number.
 */
export async function readXlsx(bytes: Uint8Array): Promise<PrintedDocument> {
  const workbook = await loadWorkbook(bytes);
  const visible = workbook.worksheets.filter((sheet) => sheet.state === 'visible');
  const blocks: Block[] = [];
  for (const sheet of visible) {
    const tables = blocks.filter((block) => block.kind === 'table').length;
    const own = sheetBlocks(rowsOf(sheet), tables);
    if (own.length > 0 && NAMES_SECTION.test(sheet.name) && !opensWith(own, sheet.name))
      blocks.push({ kind: 'paragraph', text: trimmedText(sheet.name), heading: true, place: { sheet: sheet.name } });
    blocks.push(...own);
  }
  return { format: 'xlsx', name: trimmedText(workbook.title ?? '') || null, blocks };
}

async function loadWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  const parts = printedParts(bytes);
  try {
    await workbook.xlsx.load(parts.buffer as ArrayBuffer, { ignoreNodes: UNREAD });
  } catch {
    throw new Refused(refuseDamaged());
  }
  return workbook;
}

function opensWith(blocks: readonly Block[], name: string): boolean {
  return blocks.slice(0, 2).some((block) => block.kind === 'paragraph' && block.text.includes(trimmedText(name)));
}

/** What is merged: the columns and rows from the first visible cell to the last, by the address of the cell that holds the text. */
type Merges = ReadonlyMap<string, Merged>;
interface Merged {
  readonly left: number;
  right: number;
  readonly top: number;
  /** Visible rows. */
  readonly rows: Set<number>;
}

function rowsOf(sheet: Worksheet): readonly SheetRow[] {
  const merges = mergesOf(sheet);
  const rows: SheetRow[] = [];
  let before: number | null = null;
  eachVisible(sheet, (row, cells) => {
    if (cells.every((cell) => textOf(cell.master) === '')) return;
    const printed = cells.flatMap((cell) => printCell(sheet.name, cell, merges.get(cell.master.address)));
    rows.push({
      cells: printed,
      place: { sheet: sheet.name, row: row.number },
      afterGap: before !== null && hasGap(sheet, before, row.number),
      uneven: false,
    });
    before = row.number;
  });
  return rows;
}

function mergesOf(sheet: Worksheet): Merges {
  const merges = new Map<string, Merged>();
  eachVisible(sheet, (row, cells) => {
    for (const cell of cells.filter((one) => one.isMerged)) {
      const { address } = cell.master;
      const merged = merges.get(address) ?? { left: column(cell), right: column(cell), top: row.number, rows: new Set<number>() };
      merged.right = Math.max(merged.right, column(cell));
      merged.rows.add(row.number);
      merges.set(address, merged);
    }
  });
  return merges;
}

function eachVisible(sheet: Worksheet, visit: (row: Row, cells: readonly Cell[]) => void): void {
  const hidden = new Map<number, boolean>();
  const isHidden = (number: number): boolean => {
    const known = hidden.get(number) ?? sheet.getColumn(number).hidden === true;
    hidden.set(number, known);
    return known;
  };
  sheet.eachRow((row) => {
    if (row.hidden) return;
    const cells: Cell[] = [];
    row.eachCell((cell, number) => {
      if (!isHidden(number)) cells.push(cell);
    });
    visit(row, cells);
  });
}

/** Whether a visible row without anything in it stands between two rows. */
function hasGap(sheet: Worksheet, before: number, number: number): boolean {
  for (let between = before + 1; between < number; between += 1) {
    if (sheet.findRow(between)?.hidden !== true) return true;
  }
  return false;
}

function printCell(sheet: string, cell: Cell, merged: Merged | undefined): readonly PrintedCell[] {
  const row = Number(cell.row);
  const text = textOf(cell.master);
  const isFirst = merged === undefined || (merged.left === column(cell) && merged.top === row);
  if (text === '' || !isFirst) return [];
  const columnSpan = merged ? merged.right - merged.left + 1 : 1;
  const place = { sheet, row, column: column(cell) };
  return [{ text, column: column(cell) - 1, columnSpan, rowSpan: merged?.rows.size ?? 1, place }];
}

/** From 1, as Excel counts. */
function column(cell: Cell): number {
  return Number(cell.col);
}

function textOf(cell: Cell): string {
  const { type, numFmt } = cell;
  return trimmedText(type === ValueType.Formula ? printResult(cell) : printValue(cell.value, numFmt));
}

function printValue(value: CellValue | undefined, format: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return printNumber(value, format);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? String(value) : value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  return 'text' in value ? printValue(value.text, format) : '?';
}

/** A formula without a result kept in the file stands as the formula. `cell.value` would drop a result of 0, `cell.result` does not. */
function printResult({ result, formula, numFmt }: Cell): string {
  const isKept = result !== undefined && result !== null && !Number.isNaN(result);
  return isKept ? printValue(result, numFmt) : `=${formula}`;
}
