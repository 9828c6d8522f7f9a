import { holdsNumber, isFigure } from '../labels/figure-text';
import { isKnown, type Vocabulary } from '../labels/vocabulary';
import type { PrintedCell, Table } from '../printed-document';

/** A run of header rows and the rows beneath it, as indices into the table; `bodyEnd` is not included. */
export interface Run {
  readonly headerStart: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** Cuts a table at its header rows. Rows before the first header make a run without header rows. */
export function runsOf(table: Table, vocabulary: Vocabulary): readonly Run[] {
  const isHeader = table.rows.map((row) => isHeaderRow(row, vocabulary));
  const runs: Run[] = [];
  let at = 0;
  while (at < isHeader.length) {
    const headerStart = at;
    while (isHeader[at] === true) at += 1;
    const bodyStart = at;
    while (isHeader[at] === false) at += 1;
    runs.push({ headerStart, bodyStart, bodyEnd: at });
  }
  return runs;
}

/** Two headings of statutory columns and no number make a header row; a single one only where nothing speaks against it. */
export function isHeaderRow(row: readonly PrintedCell[], vocabulary: Vocabulary): boolean {
  const texts = [...new Set(row.map((cell) => cell.text).filter((text) => text !== ''))];
  if (texts.some(holdsNumber)) return false;
  const columns = texts.filter((text) => isKnown(vocabulary.columns, text)).length;
  if (columns !== 1) return columns > 1;
  return !texts.some((text) => isKnown(vocabulary.rows, text) || isFigure(text));
}
