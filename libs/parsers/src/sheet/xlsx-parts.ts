import { zipSync } from 'fflate';
import { LARGEST_UNPACKED, openContainer } from '../bytes/open-container';
import { refuseDamaged, refuseExpansion, Refused } from '../refusals';

/** The parts that print something, in lower case, with the names a reader expects. Pictures, comments, filters and printer settings do not. */
const PARTS: Readonly<Record<string, string>> = {
  '[content_types].xml': '[Content_Types].xml',
  '_rels/.rels': '_rels/.rels',
  'docprops/core.xml': 'docProps/core.xml',
  'xl/workbook.xml': 'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels': 'xl/_rels/workbook.xml.rels',
  'xl/sharedstrings.xml': 'xl/sharedStrings.xml',
  'xl/styles.xml': 'xl/styles.xml',
};
const SHEET = /^xl\/worksheets\/sheet\d{1,6}\.xml$/;
const EMPTY_CELL = /<c(?:\s[^<>]{0,200})?(?:\/>|><\/c>)/g;
const EMPTY_ROW = /<row(?:\s[^<>]{0,300})?(?:\/>|>\s{0,20}<\/row>)/g;
const MERGED = /<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** Rows and columns of cells and of merged ranges. */
const REFERENCE = /\s(?:r|ref)="([A-Z]{0,8}\d{0,20})(?::([A-Z]{0,8}\d{0,20}))?"/g;
/** The last row and column a workbook can have (ECMA-376). What lies beyond would be looked for one by one. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** Cells that merged ranges of one sheet may cover; each of them costs memory. */
const MOST_MERGED = 500_000;

/**
 * A workbook reduced to what it prints, as a file again: checked and counted parts, without the cells and rows that are only formatted.
 * Throws `Refused`.
 */
export function printedParts(bytes: Uint8Array): Uint8Array {
  const container = openContainer(bytes);
  const encoder = new TextEncoder();
  const parts: Record<string, Uint8Array> = {};
  for (const name of container.names) {
    const part = PARTS[name] ? container.part(name) : null;
    if (part) parts[PARTS[name] as string] = part;
    if (SHEET.test(name)) parts[name] = encoder.encode(withoutEmptyCells(container.xml(name) ?? ''));
  }
  return zipSync(parts, { level: 0 });
}

function withoutEmptyCells(xml: string): string {
  for (const [, from = '', to = ''] of xml.matchAll(REFERENCE)) if (isBeyond(from) || isBeyond(to)) throw new Refused(refuseDamaged());
  let merged = 0;
  for (const [, left = '', top, right = '', bottom] of xml.matchAll(MERGED))
    merged += (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1);
  if (merged > MOST_MERGED) throw new Refused(refuseExpansion(LARGEST_UNPACKED));
  return xml.replace(EMPTY_CELL, '').replace(EMPTY_ROW, '');
}

function isBeyond(reference: string): boolean {
  const [, letters = '', digits = ''] = /^([A-Z]*)(\d*)$/.exec(reference) ?? [];
  return columnNumber(letters) > LAST_COLUMN || Number(digits) > LAST_ROW;
}

/** 27 for AA. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
