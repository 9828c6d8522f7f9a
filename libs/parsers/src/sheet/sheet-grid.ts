import type { HtmlNode } from '../html/html-nodes';
import { childrenOf } from '../office/office-xml';
import { LARGEST_UNPACKED } from '../bytes/open-container';
import type { PrintedCell } from '../printed-document';
import { refuseDamaged, refuseExpansion, RefusedDocument } from '../refusals';
import { gridKey, workOut, type FormulaSheet, type OpenFormula } from './open-formulas';
import type { CellSeen } from './sheet-values';
import { childrenIn, isSet } from './sheet-xml';

/** What a sheet of a workbook holds; rows and columns counted from 1, as Excel does. */
export interface SheetGrid {
  /** Rows that are there, in order; a row that is not is blank and visible. */
  readonly rows: ReadonlyMap<number, GridRow>;
  readonly merges: readonly SheetRange[];
  readonly isHidden: (column: number) => boolean;
}

export interface GridRow {
  readonly hidden: boolean;
  /** What is printed, by column; blank cells are not among them. */
  readonly texts: Map<number, string>;
  /** Columns of figures that the file keeps only formulas for. */
  readonly workedOut: Set<number>;
}

/** What formulas refer to, while a sheet is read. */
interface OpenSheet extends FormulaSheet {
  readonly numbers: Map<string, number>;
  readonly words: Map<string, string>;
  readonly formulas: Map<string, OpenFormula>;
}

/** Its ends are included. */
export interface SheetRange {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The last row and column a workbook can have (ECMA-376). What lies beyond would be looked for one by one. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** Cells that merged ranges of one sheet may cover; each of them costs time. */
const MOST_MERGED = 500_000;
const EMPTY_CELL = /<c(?:\s[^<>]{0,200})?(?:\/>|><\/c>)/g;
const EMPTY_ROW = /<row(?=[\s/>])(?![^<>]{0,300}hidden)(?:\s[^<>]{0,300})?(?:\/>|>\s{0,20}<\/row>)/g;

/** The XML of a sheet without the cells and rows that are only formatted, of which there may be more than of all others. */
export function withoutEmptyCells(xml: string): string {
  return xml.replace(EMPTY_CELL, '').replace(EMPTY_ROW, '');
}

/**
 * Reads the cells of a sheet. Throws `Refused` where rows or cells do not ascend or lie beyond what a workbook can have, and where merged ranges
 * cover more than any report.
 */
export function sheetGrid(sheet: HtmlNode | undefined, see: (cell: HtmlNode) => CellSeen): SheetGrid {
  const rows = new Map<number, GridRow>();
  const open: OpenSheet = { numbers: new Map(), words: new Map(), formulas: new Map() };
  let last = 0;
  for (const row of childrenIn(sheet, 'sheetData', 'row')) {
    last = following(last, row.attribs?.['r'], LAST_ROW);
    const texts = textsOf(row, last, (cell, column) => noted(see(cell), gridKey(last, column), open));
    rows.set(last, { hidden: isSet(row, 'hidden') || isFlat(row, 'ht'), texts, workedOut: new Set() });
  }
  if (open.formulas.size > 0) putResults(rows, workOut(open));
  return { rows, merges: mergesOf(sheet), isHidden: hiddenColumns(sheet) };
}

export type GridText = Pick<PrintedCell, 'text' | 'workedOut'>;

export function textAt({ rows }: SheetGrid, row: number, column: number): GridText {
  const own = rows.get(row);
  const text = own?.texts.get(column) ?? '';
  return own?.workedOut.has(column) === true ? { text, workedOut: true } : { text };
}

/** What a cell prints, kept for the formulas of the sheet. */
function noted({ text, number, formula }: CellSeen, key: string, open: OpenSheet): string {
  if (formula !== null) open.formulas.set(key, formula);
  else if (number !== null) open.numbers.set(key, number);
  else if (text !== '') open.words.set(key, text);
  return text;
}

function putResults(rows: ReadonlyMap<number, GridRow>, results: ReadonlyMap<string, string>): void {
  for (const [row, { texts, workedOut }] of rows) {
    for (const column of [...texts.keys()]) {
      const result = results.get(gridKey(row, column));
      if (result === '') texts.delete(column);
      if (result === undefined || result === '') continue;
      texts.set(column, result);
      workedOut.add(column);
    }
  }
}

function textsOf(row: HtmlNode, number: number, print: (cell: HtmlNode, column: number) => string): Map<number, string> {
  const texts = new Map<number, string>();
  let last = 0;
  for (const cell of childrenOf(row, 'c')) {
    const reference = cell.attribs?.['r'];
    const [column, own] = reference === undefined ? [undefined, number] : addressOf(reference);
    if (own !== number) throw new RefusedDocument(refuseDamaged());
    last = following(last, column === undefined ? undefined : String(column), LAST_COLUMN);
    const text = print(cell, last);
    if (text !== '') texts.set(last, text);
  }
  return texts;
}

/** The number that is written, which must ascend; the next one where none is. */
function following(last: number, written: string | undefined, most: number): number {
  const number = written === undefined ? last + 1 : Number(written);
  if (!Number.isInteger(number) || number <= last || number > most) throw new RefusedDocument(refuseDamaged());
  return number;
}

function mergesOf(sheet: HtmlNode | undefined): readonly SheetRange[] {
  const merges = childrenIn(sheet, 'mergeCells', 'mergeCell').map(({ attribs = {} }) => {
    const [from = '', to = from] = (attribs['ref'] ?? '').split(':');
    const [left, top] = addressOf(from);
    const [right, bottom] = addressOf(to);
    return { left, right, top, bottom };
  });
  const covered = merges.reduce((sum, { left, right, top, bottom }) => sum + (right - left + 1) * (bottom - top + 1), 0);
  if (covered > MOST_MERGED) throw new RefusedDocument(refuseExpansion(LARGEST_UNPACKED));
  return merges;
}

/** Column and row of B3, or of $B$3; refused where there is no such cell. */
function addressOf(reference: string): readonly [number, number] {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference) ?? [];
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  if (column < 1 || column > LAST_COLUMN || Number(digits) > LAST_ROW) throw new RefusedDocument(refuseDamaged());
  return [column, Number(digits)];
}

function hiddenColumns(sheet: HtmlNode | undefined): SheetGrid['isHidden'] {
  const hidden = childrenIn(sheet, 'cols', 'col').filter((column) => isSet(column, 'hidden') || isFlat(column, 'width'));
  const ranges = hidden.map(({ attribs = {} }) => [Number(attribs['min']), Number(attribs['max'])] as const);
  if (ranges.length > LAST_COLUMN) throw new RefusedDocument(refuseDamaged());
  const columns = new Uint8Array(LAST_COLUMN + 1);
  for (const [min, max] of ranges) columns.fill(1, min, max + 1);
  return (column) => columns[column] === 1;
}

/** Whether a row has no height, or a column no width. */
function isFlat({ attribs = {} }: HtmlNode, measure: 'ht' | 'width'): boolean {
  return attribs[measure] !== undefined && Number(attribs[measure]) === 0;
}
