import { load } from 'cheerio/slim';
import type { HtmlNode } from '../html/html-nodes';

/** WordprocessingML, transitional and strict (ECMA-376, ISO 29500), under whatever prefix the writer chose. */
const BINDING =
  /\sxmlns(?::([\w.-]{1,40}))?\s{0,9}=\s{0,9}["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/g;
const OFF = new Set(['0', 'false', 'off', 'none']);

/** The root of a part, its elements named `w:p`, `w:tbl` … */
export function parseWord(xml: string): HtmlNode {
  return load(withUsualPrefix(xml), { xml: true }).root().get(0) ?? { type: 'root' };
}

function withUsualPrefix(xml: string): string {
  let named = xml;
  for (const [, prefix] of xml.slice(0, 16_384).matchAll(BINDING)) {
    if (prefix === undefined) named = named.replace(/<(\/?)(?=[A-Za-z]+[\s/>])/g, '<$1w:');
    else if (prefix !== 'w')
      named = named.replaceAll(`<${prefix}:`, '<w:').replaceAll(`</${prefix}:`, '</w:').replaceAll(` ${prefix}:`, ' w:');
  }
  return named;
}

export function childOf(node: HtmlNode | undefined, name: string): HtmlNode | undefined {
  return node?.children?.find((child) => child.name === name);
}

export function childrenOf(node: HtmlNode | undefined, name: string): readonly HtmlNode[] {
  return node?.children?.filter((child) => child.name === name) ?? [];
}

/** The first of that name at any depth, without recursion. */
export function findIn(root: HtmlNode, name: string): HtmlNode | undefined {
  const open: HtmlNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.name === name) return node;
    open.push(...[...(node.children ?? [])].reverse());
  }
  return undefined;
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
