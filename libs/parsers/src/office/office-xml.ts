import { SaxesParser } from 'saxes';
import type { HtmlNode } from '../html/html-nodes';
import { refuseDamaged, RefusedDocument } from '../refusals';

/** A vocabulary of Office Open XML: its namespaces (transitional ECMA-376, strict ISO 29500), and the prefix its elements are given here. */
export interface XmlVocabulary {
  readonly namespaces: readonly string[];
  readonly prefix: '' | `${string}:`;
}

const BINDING = /\sxmlns(?::([\w.-]{1,40}))?\s{0,9}=\s{0,9}["']([^"'<>]{1,200})["']/g;
/** Where the namespaces of a part are bound. */
const HEAD = 16_384;

/** An element while its content is still to come. */
interface OpenNode extends HtmlNode {
  readonly children: HtmlNode[];
}

/**
 * The document node of a part, its elements named with the usual prefix whatever the writer chose. Throws `Refused` where it is not well-formed:
 * with a tag, a cell would be lost without a word.
 */
export function parsePart(xml: string, vocabulary: XmlVocabulary): HtmlNode {
  const root: OpenNode = { type: 'root', children: [] };
  const open: OpenNode[] = [root];
  const add = (node: HtmlNode): void => void open.at(-1)?.children.push(node);
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new RefusedDocument(refuseDamaged());
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: OpenNode = { type: 'tag', name, attribs: attributes, children: [] };
    add(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (data) => add({ type: 'text', data }));
  parser.on('cdata', (data) => add({ type: 'text', data }));
  parser.write(withUsualPrefix(xml, vocabulary)).close();
  return root;
}

function withUsualPrefix(xml: string, { namespaces, prefix }: XmlVocabulary): string {
  let named = xml;
  for (const [, bound, namespace = ''] of xml.slice(0, HEAD).matchAll(BINDING)) {
    if (!namespaces.includes(namespace) || `${bound}:` === prefix) continue;
    if (bound === undefined) named = prefix === '' ? named : named.replace(/<(\/?)(?=[A-Za-z]+[\s/>])/g, `<$1${prefix}`);
    else {
      named = named.replaceAll(`<${bound}:`, `<${prefix}`).replaceAll(`</${bound}:`, `</${prefix}`);
      if (prefix !== '') named = named.replaceAll(` ${bound}:`, ` ${prefix}`);
    }
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
