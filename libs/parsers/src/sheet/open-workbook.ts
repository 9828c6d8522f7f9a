import { openContainer, type Container } from '../bytes/open-container';
import type { HtmlNode } from '../html/html-nodes';
import { childOf } from '../office/office-xml';
import { relationshipsOf, targetOf } from '../office/relationships';
import { refuseDamaged, RefusedDocument } from '../refusals';
import { sheetGrid, withoutEmptyCells, type SheetGrid } from './sheet-grid';
import { cellFonts, cellFormats, seeCell, sharedStrings, type WorkbookValues } from './sheet-values';
import { childrenIn, isSet, parseSheetPart, textIn } from './sheet-xml';

export interface Workbook {
  /** From the properties of the file; empty where there is none. */
  readonly title: string;
  /** Those that Excel shows, in order. */
  readonly sheets: readonly { readonly name: string; readonly grid: SheetGrid }[];
  /** Cells by the names of ours that the file gives them, in no order. */
  readonly names: readonly SheetName[];
}

/** A cell of a sheet, from 1, and the id that our own workbook gives it. */
export interface SheetName {
  readonly id: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** `gk.s3.new_received.total` stands for the cell of that id. A name whose cell was removed refers to none. */
const NAME = /^gk\.(s\d)\.(\w{1,60})\.(\w{1,60})$/;
const REFERENCE = /^(?:'((?:[^']|''){1,40})'|([^'!]{1,40}))!\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;

/** The parts of a workbook that print something, found by their relationships; pictures, comments and filters are never unpacked. Throws `Refused`. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const container = openContainer(bytes);
  const path = targetOf(container, '', 'officeDocument') ?? 'xl/workbook.xml';
  const workbook = childOf(partOf(container, path), 'workbook');
  const parts = relationshipsOf(container, path);
  const values = valuesOf(container, parts, workbook);
  const visible = childrenIn(workbook, 'sheets', 'sheet').filter(({ attribs = {} }) => (attribs['state'] ?? 'visible') === 'visible');
  const sheets = visible.map(({ attribs = {} }) => {
    const target = parts.find(({ id }) => id === relationshipOf(attribs))?.target;
    const sheet = childOf(partOf(container, target ?? ''), 'worksheet');
    return { name: attribs['name'] ?? '', grid: sheetGrid(sheet, (cell) => seeCell(cell, values)) };
  });
  return { title: titleOf(container), sheets, names: childrenIn(workbook, 'definedNames', 'definedName').flatMap(nameOf) };
}

function nameOf(node: HtmlNode): readonly SheetName[] {
  const [, section, row, column] = NAME.exec(node.attribs?.['name'] ?? '') ?? [];
  const [, quoted, plain, letters, digits] = REFERENCE.exec(textIn(node).trim()) ?? [];
  if (section === undefined || letters === undefined || digits === undefined) return [];
  const at = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  return [{ id: `${section}/${row}/${column}`, sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', row: Number(digits), column: at }];
}

function valuesOf(container: Container, parts: ReturnType<typeof relationshipsOf>, workbook: HtmlNode | undefined): WorkbookValues {
  const referredTo = (type: string): HtmlNode | null => {
    const target = parts.find((one) => one.type === type)?.target;
    return target === undefined ? null : partOf(container, target);
  };
  const [strings, styles] = [referredTo('sharedStrings'), referredTo('styles')];
  return {
    strings: strings ? sharedStrings(strings) : [],
    formats: styles ? cellFormats(styles) : [],
    fonts: styles ? cellFonts(styles) : [],
    from1904: isSet(childOf(workbook, 'workbookPr'), 'date1904'),
  };
}

/** `r:id`, under whatever prefix. */
function relationshipOf(attribs: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attribs).find(([name]) => name.endsWith(':id'))?.[1];
}

function partOf(container: Container, name: string): HtmlNode {
  const xml = container.xml(name);
  if (xml === null) throw new RefusedDocument(refuseDamaged());
  return parseSheetPart(withoutEmptyCells(xml));
}

function titleOf(container: Container): string {
  const xml = container.xml(targetOf(container, '', 'core-properties') ?? 'docProps/core.xml');
  return xml === null ? '' : textIn(childOf(childOf(parseSheetPart(xml), 'cp:coreProperties'), 'dc:title'));
}
