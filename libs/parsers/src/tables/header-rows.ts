import { holdsNumber, isFigure } from '../labels/figure-text';
import { labelKey } from '../labels/label-key';
import { isKnown, seemsKnown, type Vocabulary } from '../labels/vocabulary';
import type { PrintedCell, Table } from '../printed-document';

const CORNER = '信息内容';
/** A row of more texts is no header of a report. */
const MOST_HEADINGS = 40;

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

/**
 * Two headings of statutory columns and no number make a header row; a single one, headings that only resemble them, or what stands behind
 * 信息内容, only where nothing speaks against it.
 */
export function isHeaderRow(row: readonly PrintedCell[], vocabulary: Vocabulary): boolean {
  const texts = [...new Set(row.map((cell) => cell.text).filter((text) => text !== ''))];
  if (texts.some(holdsNumber)) return false;
  const columns = texts.filter((text) => isKnown(vocabulary.columns, text)).length;
  if (columns > 1) return true;
  if (texts.some((text) => isKnown(vocabulary.rows, text) || isFigure(text))) return false;
  if (columns === 1 || (texts.length > 1 && isCorner(texts[0] ?? ''))) return true;
  return texts.length > 1 && texts.length <= MOST_HEADINGS && texts.filter((text) => seemsKnown(vocabulary.columns, text)).length > 1;
}

/** What the forms print over the labels of section two. */
export function isCorner(text: string): boolean {
  return labelKey(text) === CORNER;
}

/** Where the columns of figures begin among the leaves of a header: behind the corner, else at the first heading of a form. Below 0: nowhere. */
export function firstColumn(leaves: readonly { readonly path: readonly string[] }[], vocabulary: Vocabulary): number {
  const corner = leaves.findLastIndex(({ path }) => isCorner(path.at(-1) ?? ''));
  const behind = leaves.findIndex(({ path }, at) => corner >= 0 && at > corner && path.length > 0);
  return behind >= 0 ? behind : leaves.findIndex(({ path }) => seemsKnown(vocabulary.columns, path.at(-1) ?? ''));
}
