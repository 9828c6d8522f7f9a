import { trimmedText } from '@gongkai/model';
import type { Place } from '@gongkai/model';
import { CsvError, parse } from 'csv-parse/sync';
import { cellHeaderOf } from '../labels/cell-header';
import { isFigure } from '../labels/figure-text';
import type { PrintedCell, PrintedDocument } from '../printed-document';
import { refuseDamaged, RefusedDocument } from '../refusals';
import { sheetBlocks } from '../sheet/sheet-blocks';
import type { SheetRow } from '../sheet/sheet-row';

/** A record with the line it ends in, as csv-parse gives it with `info`. */
interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const DELIMITERS = [',', ';', '\t'] as const;
/** Lines looked at to see whether a text is CSV. */
const HEAD_LINES = 400;
const LEAST_LINES = 4;
/** Fewer delimiters in a line are punctuation. */
const LEAST_DELIMITERS = 2;

/**
 * A text with the header of our own template, or most of whose lines have fields parted by the same delimiter; tabs only where fields are quoted,
 * or lines filled up with blank fields, as spreadsheets do: tables copied out of a document have tabs too.
 */
export function isCsv(text: string): boolean {
  return delimiterOf(text) !== null;
}

/**
 * A table exported from a spreadsheet as paragraphs and tables. Merged cells are blanks in it, and columns keep their places; a row with
 * more or fewer fields than the labels above it has lost them, so that none of its figures is said to stand in a column.
 */
export function readCsv(text: string): PrintedDocument {
  const rows: SheetRow[] = [];
  let width: number | null = null;
  let gap = false;
  recordsOf(text).forEach(({ record, info }, index) => {
    const place = { row: index + 1, line: info.lines };
    const cells = cellsOf(record, place);
    const isLabels = record.length > 1 && !cells.some((cell) => isFigure(cell.text));
    if (isLabels && cells.length > 0) width = record.length;
    const uneven = width !== null && record.length !== width;
    if (cells.length > 0) rows.push({ cells, place, afterGap: gap, uneven });
    gap = cells.length === 0;
  });
  return { format: 'csv', name: null, blocks: sheetBlocks(rows, 0) };
}

function recordsOf(text: string): readonly CsvRecord[] {
  const options = { bom: true, info: true, relax_column_count: true, relax_quotes: true } as const;
  try {
    return parse(text, { ...options, delimiter: delimiterOf(text) ?? ',' }) as unknown as readonly CsvRecord[];
  } catch (error) {
    if (error instanceof CsvError) throw new RefusedDocument(refuseDamaged());
    throw error;
  }
}

function delimiterOf(text: string): string | null {
  const lines = text.split(/\r\n|\n|\r/, HEAD_LINES).filter((line) => line.trim() !== '');
  const own = DELIMITERS.find((delimiter) => lines.some((line) => cellHeaderOf(line.replaceAll('"', '').split(delimiter)) !== null));
  if (own !== undefined || lines.length < LEAST_LINES) return own ?? null;
  const found = DELIMITERS.find((delimiter) => {
    const parted = lines.filter((line) => line.split(delimiter).length > LEAST_DELIMITERS);
    return (delimiter !== '\t' || isFromSheet(parted)) && parted.length * 2 > lines.length;
  });
  return found ?? null;
}

function isFromSheet(lines: readonly string[]): boolean {
  const filledUp = lines.filter((line) => line.endsWith('\t'));
  return filledUp.length * 2 > lines.length || lines.some((line) => /(?:^|\t)"/.test(line));
}

function cellsOf(record: readonly string[], place: Place): readonly PrintedCell[] {
  return record.flatMap((field, column) => {
    const text = trimmedText(field);
    return text === '' ? [] : [{ text, column, columnSpan: 1, rowSpan: 1, place: { ...place, column: column + 1 } }];
  });
}
