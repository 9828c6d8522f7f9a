import type { stream } from 'exceljs';
import { guardText } from './guard-text';
import type { Row } from './write-csv';

/**
 * `text` is guarded against being run as a formula; `number` is a plain decimal and becomes a number; `figure` is a number where it is a
 * plain decimal and text where it is not, as in "found: 约40". A decimal longer than a sheet can hold stays text: nothing is ever rounded.
 */
export type SheetColumnKind = 'text' | 'number' | 'figure';

export interface SheetColumn {
  readonly title: string;
  readonly kind: SheetColumnKind;
  /** In characters; a Chinese character takes two. */
  readonly width: number;
}

/** One sheet of a workbook; `null` is nothing and becomes an empty cell, never a zero. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
}

type Worksheet = ReturnType<stream.xlsx.WorkbookWriter['addWorksheet']>;
type CellContent = string | number | null;

/** Rows a sheet of a workbook can have, the heading among them (ECMA-376 as Excel implements it). */
const MOST_ROWS = 1_048_576;
/** Characters a cell can hold. */
const MOST_CHARACTERS = 32_767;
/** Decimal digits a number of a sheet keeps (IEEE 754 double). */
const MOST_DIGITS = 15;
const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * Sheets as an Excel workbook (.xlsx), heading frozen and filtered. Rows are taken one by one and kept compressed only; a sheet that is
 * full goes on in another of the same name, numbered. A text longer than a cell says at its end how long it was.
 * Throws on a row that has not one value a column and on a number column holding something else: those are faults of the caller.
 */
export async function writeWorkbook(sheets: Iterable<WorkbookSheet>, mostRows = MOST_ROWS): Promise<Uint8Array> {
  // Loaded when the first workbook is written: it takes longer than everything else here together.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ useStyles: true, useSharedStrings: false });
  workbook.creator = 'gongkai';
  workbook.lastModifiedBy = 'gongkai';
  for (const sheet of sheets) await writeSheet(workbook, sheet, mostRows);
  await workbook.commit();
  return bytesOf(workbook);
}

async function writeSheet(workbook: stream.xlsx.WorkbookWriter, { name, columns, rows }: WorkbookSheet, mostRows: number): Promise<void> {
  let number = 1;
  let worksheet = open(workbook, name, columns);
  let left = mostRows - 1;
  for await (const row of rows) {
    if (row.length !== columns.length) throw new RangeError(`a row of ${row.length} values under ${columns.length} columns`);
    if (left === 0) {
      worksheet.commit();
      number += 1;
      worksheet = open(workbook, `${name} ${number}`, columns);
      left = mostRows - 1;
    }
    worksheet.addRow(columns.map((column, index) => contentOf(column, row[index] ?? null))).commit();
    left -= 1;
  }
  worksheet.commit();
}

function open(workbook: stream.xlsx.WorkbookWriter, name: string, columns: readonly SheetColumn[]): Worksheet {
  const worksheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  worksheet.columns = columns.map(({ width }) => ({ width }));
  worksheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const heading = worksheet.addRow(columns.map(({ title }) => guardText(title)));
  heading.font = { bold: true };
  heading.commit();
  return worksheet;
}

function contentOf({ title, kind }: SheetColumn, value: string | null): CellContent {
  if (value === null) return null;
  if (kind === 'text') return textOf(value);
  if (PLAIN_DECIMAL.test(value)) return isHeldExactly(value) ? Number(value) : textOf(value);
  if (kind === 'figure') return textOf(value);
  throw new TypeError(`no plain decimal in column ${title}: ${JSON.stringify(value)}`);
}

function isHeldExactly(decimal: string): boolean {
  return decimal.replace(/[-.]/g, '').replace(/^0+/, '').length <= MOST_DIGITS;
}

function textOf(value: string): string {
  const guarded = guardText(value);
  if (guarded.length <= MOST_CHARACTERS) return guarded;
  const note = `… [${value.length}]`;
  return guarded.slice(0, MOST_CHARACTERS - note.length) + note;
}

/** Without a stream of ours the writer keeps the compressed bytes in one of its own, which its types do not mention. */
function bytesOf(workbook: stream.xlsx.WorkbookWriter): Uint8Array {
  const { stream: written } = workbook as unknown as { readonly stream: { read: () => Uint8Array } };
  return written.read();
}
