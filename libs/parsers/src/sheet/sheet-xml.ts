import type { HtmlNode } from '../html/html-nodes';
import { loweredText, raisedText, struckText } from '../labels/printed-marks';
import { childOf, childrenOf, parsePart, type XmlVocabulary } from '../office/office-xml';

/** What a string takes from its cell. */
export interface CellLook {
  readonly font?: HtmlNode | undefined;
  /** On a ground that is not the paper's. */
  readonly shaded?: boolean | undefined;
}

/** In points, where nothing says another. */
const USUAL_SIZE = 11;
/** A run of figures that is so much smaller than its neighbours is a mark beside them. */
const SMALL = 0.65;
/** White with this tint is a grey that is seen. */
const DARKER = -0.07;
export const FIGURES = /^[\d\s.,]+$/;
const OFF = new Set(['0', 'false']);

const SHEET: XmlVocabulary = {
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
export function stringIn(node: HtmlNode | undefined, look: CellLook = {}): string {
  const parts = node?.children?.filter(({ name }) => name === 't' || name === 'r') ?? [];
  const sizeIn = (run: HtmlNode): number => sizeOf(childOf(run, 'rPr')) ?? sizeOf(look.font) ?? USUAL_SIZE;
  const largest = Math.max(...parts.map(sizeIn));
  const runIn = (run: HtmlNode): string => {
    const [text, font] = [childrenOf(run, 't').map(textIn).join(''), childOf(run, 'rPr')];
    if (!FIGURES.test(text)) return inFont(text, font);
    if (look.shaded !== true && isWhite(childOf(font, 'color'))) return struckText(text);
    return sizeIn(run) <= largest * SMALL ? raisedText(text) : inFont(text, font);
  };
  return spelledOut(parts.map((part) => (part.name === 't' ? textIn(part) : runIn(part))).join(''));
}

function sizeOf(font: HtmlNode | undefined): number | undefined {
  const size = childOf(font, 'sz')?.attribs?.['val'];
  return size === undefined ? undefined : Number(size);
}

/** Text as its font shows it: set high or low, struck out. */
export function inFont(text: string, font: HtmlNode | undefined): string {
  const struck = childOf(font, 'strike');
  if (struck && !OFF.has(struck.attribs?.['val'] ?? '')) return struckText(text);
  const height = childOf(font, 'vertAlign')?.attribs?.['val'];
  if (height === 'superscript') return raisedText(text);
  return height === 'subscript' ? loweredText(text) : text;
}

/** Whether a colour is white or nearly so, by itself, as the first of a theme or by its number. */
export function isWhite(color: HtmlNode | undefined): boolean {
  const { rgb, theme, tint = '0', indexed = '' } = color?.attribs ?? {};
  if (rgb !== undefined) return /^(?:[0-9a-f]{2})?(?:f[0-9a-f]){3}$/i.test(rgb);
  return theme === undefined ? indexed === '1' || indexed === '9' : theme === '0' && Number(tint) > DARKER;
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
