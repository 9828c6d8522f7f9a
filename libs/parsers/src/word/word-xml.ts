import type { HtmlNode } from '../html/html-nodes';
import { parsePart, type XmlVocabulary } from '../office/office-xml';

const WORD: XmlVocabulary = {
  namespaces: ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'],
  prefix: 'w:',
};
const OFF = new Set(['0', 'false', 'off', 'none']);

/** The root of a part, its elements named `w:p`, `w:tbl` … */
export function parseWord(xml: string): HtmlNode {
  return parsePart(xml, WORD);
}

export function valueOf(node: HtmlNode | undefined, attribute = 'w:val'): string | undefined {
  return node?.attribs?.[attribute];
}

/** A whole number that is not negative; undefined for anything else. */
export function countOf(node: HtmlNode | undefined, attribute = 'w:val'): number | undefined {
  const text = valueOf(node, attribute);
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** A switch is on where its element stands, unless it says otherwise. */
export function isOn(node: HtmlNode | undefined): boolean {
  return node !== undefined && !OFF.has(valueOf(node) ?? '');
}

/** Of a switch that is an attribute: off where it does not stand. */
export function isSwitchedOn(node: HtmlNode, attribute: string): boolean {
  const value = valueOf(node, attribute);
  return value !== undefined && !OFF.has(value);
}
