import type { HtmlNode } from '../html/html-nodes';
import { loweredText, raisedText, struckText } from '../labels/printed-marks';
import { childOf, childrenOf, parsePart, type Vocabulary } from '../office/office-xml';

const OFF = new Set(['0', 'false']);

const SHEET: Vocabulary = {
  namespaces: ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'],
  prefix: '',
};

/** The document node of a part, its elements named `row`, `c` … Throws `Refused`. */
export function parseSheetPart(xml: string): HtmlNode {
  return parsePart(xml, SHEET);
}

/** The text that stands in an element itself. */
export function textIn(node: HtmlNode | undefined): string {
  return (node?.children ?? []).map(({ data = '' }) => data).join('');
}

/** A string (ST_Rst) as it is printed: its text or its runs, without how it is read aloud. */
export function stringIn(node: HtmlNode | undefined): string {
  const parts = node?.children?.filter(({ name }) => name === 't' || name === 'r') ?? [];
  return spelledOut(parts.map((part) => (part.name === 't' ? textIn(part) : runIn(part))).join(''));
}

function runIn(run: HtmlNode): string {
  return inFont(childrenOf(run, 't').map(textIn).join(''), childOf(run, 'rPr'));
}

/** Text as its font shows it: set high or low, struck out. */
export function inFont(text: string, font: HtmlNode | undefined): string {
  const struck = childOf(font, 'strike');
  if (struck && !OFF.has(struck.attribs?.['val'] ?? '')) return struckText(text);
  const height = childOf(font, 'vertAlign')?.attribs?.['val'];
  if (height === 'superscript') return raisedText(text);
  return height === 'subscript' ? loweredText(text) : text;
}

/** Whether a font is white, by colour or as the first of a theme. */
export function isWhite(font: HtmlNode | undefined): boolean {
  const { rgb, theme, tint } = childOf(font, 'color')?.attribs ?? {};
  return rgb === undefined ? theme === '0' && tint === undefined : /^(?:ff)?f{6}$/i.test(rgb);
}

/** With `_x000A_` as the character it spells (ST_Xstring). */
export function spelledOut(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Of a switch as attribute. */
export function isSet(node: HtmlNode | undefined, attribute: string): boolean {
  const value = node?.attribs?.[attribute];
  return value === '1' || value === 'true';
}

/** The elements of that name within one of another name. */
export function childrenIn(node: HtmlNode | undefined, parent: string, name: string): readonly HtmlNode[] {
  return childrenOf(childOf(node, parent), name);
}
