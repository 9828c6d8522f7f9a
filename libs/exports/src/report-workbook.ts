import type { Cell, CellId, Form, FormSection, TableSection } from '@gongkai/model';
import type { Worksheet } from 'exceljs';
import { formSheet, type SheetField, type FormSheet } from './form-sheet';
import { NOTHING_KNOWN, isTable, titleOf, type ReportBeginning } from './report-beginning';
import { sumsOf } from './sum-rules';

/** Rows for the text of a section, one for each paragraph. */
const TEXT_ROWS = 14;
/** Of a sheet with text, in columns. */
const TEXT_WIDTH = 8;
/** In digits of the standard font, a Chinese character taking two: of labels that stand over others, of the last labels, of cells. */
const WIDTHS: Readonly<Record<TableSection, readonly [number, number, number]>> = { s2: [26, 26, 22], s3: [12, 38, 11], s4: [8, 8, 9] };
/** In points. */
const LINE_HEIGHT = 16;
const COLOURS = { label: 'FFEEF2F6', carried: 'FFFFF6D6', wrong: 'FFFFC7CE', line: 'FFB8C1CC' };
const THIN = { style: 'thin', color: { argb: COLOURS.line } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const MARKS = ['/', '-', '—', '无'];

/**
 * A form as a workbook to fill in and to send as a report: a sheet a section in the official layout. Totals are worked out by formulas and stay blank
 * beside blanks; a cell turns red where an equation of the form does not hold. Labels are locked, without a password. Each cell has a name
 * in the file that says its id (`gk.s3.new_received.total`), out of sight, by which the reader goes.
 */
export async function reportWorkbook(form: Form, cells: readonly Cell[], beginning: ReportBeginning = NOTHING_KNOWN): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'gongkai';
  workbook.title = titleOf(beginning);
  workbook.calcProperties.fullCalcOnLoad = true;
  const units = new Map(cells.map(({ id, unit }) => [id, unit]));
  for (const [at, section] of form.sections.entries()) {
    const sheet = workbook.addWorksheet(section.title.zh, {
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    });
    if (at === 0) writeTitle(sheet, titleOf(beginning));
    const start = at === 0 ? 3 : 1;
    if (isTable(section.code)) writeTable(sheet, { start, section, form, units, carried: beginning.carried });
    else writeText(sheet, { start, section });
    await sheet.protect('', { formatColumns: true, formatRows: true, formatCells: true });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeTitle(sheet: Worksheet, title: string): void {
  sheet.mergeCells(1, 1, 1, TEXT_WIDTH);
  const cell = sheet.getCell(1, 1);
  cell.value = title;
  cell.font = { bold: true, size: 16 };
  cell.alignment = { horizontal: 'center' };
  cell.protection = { locked: false };
}

function writeHeading(sheet: Worksheet, row: number, { title }: FormSection, width: number): void {
  sheet.mergeCells(row, 1, row, width);
  sheet.getCell(row, 1).value = title.zh;
  sheet.getCell(row, 1).font = { bold: true, size: 13 };
}

/** Each paragraph has a row: it wraps, and the row may be made higher. */
function writeText(sheet: Worksheet, { start, section }: { readonly start: number; readonly section: FormSection }): void {
  writeHeading(sheet, start, section, TEXT_WIDTH);
  for (let column = 1; column <= TEXT_WIDTH; column += 1) sheet.getColumn(column).width = 14;
  for (let row = start + 1; row <= start + TEXT_ROWS; row += 1) {
    sheet.mergeCells(row, 1, row, TEXT_WIDTH);
    const cell = sheet.getCell(row, 1);
    cell.alignment = { wrapText: true, vertical: 'top', indent: 2 };
    cell.protection = { locked: false };
    sheet.getRow(row).height = 36;
  }
}

interface TableContent {
  readonly start: number;
  readonly section: FormSection & { readonly code: TableSection };
  readonly form: Form;
  readonly units: ReadonlyMap<CellId, Cell['unit']>;
  readonly carried: ReadonlyMap<CellId, string>;
}

function writeTable(sheet: Worksheet, content: Omit<TableContent, 'section'> & { readonly section: FormSection }): void {
  const { start, section, form, units, carried } = content;
  const table = formSheet(form, section.code as TableSection, { named: true });
  writeHeading(sheet, start, section, table.width);
  for (let column = 1; column <= table.width; column += 1)
    sheet.getColumn(column).width = widthOf(section.code as TableSection, column, table);
  const addresses = new Map<CellId, string>();
  for (const field of table.fields) {
    const row = start + field.row;
    const { column, rowSpan, columnSpan } = field;
    if (rowSpan > 1 || columnSpan > 1) sheet.mergeCells(row, column, row + rowSpan - 1, column + columnSpan - 1);
    const cell = sheet.getCell(row, column);
    cell.border = BORDER;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    if (field.cell === null) writeLabel(cell, field);
    else {
      addresses.set(field.cell, cell.address);
      cell.protection = { locked: false };
      cell.name = nameOf(field.cell);
    }
  }
  for (let row = 1; row <= table.height; row += 1) sheet.getRow(start + row).height = heightOf(sheet, row, table);
  writeCarried(sheet, addresses, carried);
  writeSums(sheet, addresses, form);
  for (const [cell, address] of addresses) guardCell(sheet, address, units.get(cell) ?? 'piece');
  sheet.views = [{ state: 'frozen', ySplit: start + table.heads, xSplit: table.labels }];
}

function widthOf(section: TableSection, column: number, { labels }: FormSheet): number {
  const [over, last, cell] = WIDTHS[section];
  return column > labels ? cell : column === labels ? last : over;
}

/** So many lines as the longest label of a row takes: office programs do not make room for merged cells by themselves. */
function heightOf(sheet: Worksheet, row: number, { fields }: FormSheet): number {
  const lines = fields.map(({ row: own, column, rowSpan, columnSpan, label }) => {
    if (own !== row || rowSpan > 1 || label === null) return 1;
    const widths = Array.from({ length: columnSpan }, (_, at) => sheet.getColumn(column + at).width ?? 1);
    return Math.ceil((2 * label.length + 1) / widths.reduce((sum, width) => sum + width, -1));
  });
  return LINE_HEIGHT * Math.max(...lines);
}

function writeLabel(cell: ReturnType<Worksheet['getCell']>, { label }: SheetField): void {
  cell.value = label;
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS.label } };
}

/** Yellow: carried over, and still to be looked at. */
function writeCarried(sheet: Worksheet, addresses: ReadonlyMap<CellId, string>, carried: ReadonlyMap<CellId, string>): void {
  for (const [cell, amount] of carried) {
    const address = addresses.get(cell);
    if (address === undefined) continue;
    sheet.getCell(address).value = Number(amount);
    sheet.getCell(address).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS.carried } };
    sheet.getCell(address).note = '由上一年度报告结转，请核对。';
  }
}

function writeSums(sheet: Worksheet, addresses: ReadonlyMap<CellId, string>, form: Form): void {
  const { sums, balances } = sumsOf(form);
  const at = (cells: readonly CellId[]): string | null => {
    const own = cells.map((cell) => addresses.get(cell));
    return own.every((address) => address !== undefined) ? own.join(',') : null;
  };
  for (const { total, parts } of sums) {
    const [address, summed] = [addresses.get(total), at(parts)];
    if (address !== undefined && summed !== null)
      sheet.getCell(address).value = { formula: `IF(COUNT(${summed})=0,"",SUM(${summed}))`, result: '' };
  }
  for (const { left, right } of balances) {
    const [one, other, shown] = [at(left), at(right), addresses.get(right.at(-1) as CellId)];
    if (one !== null && other !== null && shown !== undefined)
      sheet.addConditionalFormatting({
        ref: shown,
        rules: [redWhere(`AND(COUNT(${one})>0,COUNT(${other})>0,SUM(${one})<>SUM(${other}))`)],
      });
  }
}

function redWhere(formula: string): Parameters<Worksheet['addConditionalFormatting']>[0]['rules'][number] {
  const fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: COLOURS.wrong } } as const;
  return { type: 'expression', priority: 1, formulae: [formula], style: { fill, font: { color: { argb: 'FF9C0006' }, bold: true } } };
}

/** A whole number, an amount of money, or one of the marks; anything else is asked about. */
function guardCell(sheet: Worksheet, address: string, unit: Cell['unit']): void {
  const isMoney = unit === 'cny' || unit === 'cny_10k';
  const number = isMoney ? `ISNUMBER(${address})` : `AND(ISNUMBER(${address}),IF(ISNUMBER(${address}),INT(${address})=${address},FALSE))`;
  const marks = MARKS.map((mark) => `${address}="${mark}"`).join(',');
  sheet.getCell(address).dataValidation = {
    type: 'custom',
    allowBlank: true,
    formulae: [`OR(${number},${marks})`],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '请核对',
    error: isMoney ? '应填金额，或者填“/”。' : '应填整数，或者填“/”。',
  };
}

function nameOf(cell: CellId): string {
  return `gk.${cell.replaceAll('/', '.')}`;
}
