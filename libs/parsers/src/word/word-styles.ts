import type { HtmlNode } from '../html/html-nodes';
import { childOf, childrenOf, findIn } from '../office/office-xml';
import { countOf, valueOf } from './word-xml';

interface Style {
  readonly basedOn: string | undefined;
  readonly heading: boolean;
  readonly properties: HtmlNode | undefined;
  readonly run: HtmlNode | undefined;
}

/** No chain of styles is longer; one that is turns in a circle. */
const LONGEST_CHAIN = 20;
const HEADING = /^(?:heading \d|标题(?: \d)?|title)$/i;

/** The paragraph styles of a document, each with what it takes over from the style it is based on. */
export class WordStyles {
  private readonly styles = new Map<string, Style>();
  private readonly byDefault: string | undefined;
  /** How runs look where nothing else says it. */
  private readonly look: HtmlNode | undefined;

  constructor(part: HtmlNode | undefined) {
    const root = part && findIn(part, 'w:styles');
    this.look = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    for (const node of childrenOf(root, 'w:style')) {
      const id = valueOf(node, 'w:styleId');
      const name = valueOf(childOf(node, 'w:name')) ?? '';
      if (id === undefined) continue;
      this.styles.set(id, {
        basedOn: valueOf(childOf(node, 'w:basedOn')),
        heading: HEADING.test(name),
        properties: childOf(node, 'w:pPr'),
        run: childOf(node, 'w:rPr'),
      });
      if (valueOf(node, 'w:type') === 'paragraph' && valueOf(node, 'w:default') === '1') this.byDefault = id;
    }
  }

  /** Of a paragraph: by its own outline level, else by its style's name or outline level. */
  isHeading(own: HtmlNode | undefined): boolean {
    const style = this.chainOf(own).find(({ heading, properties }) => heading || childOf(properties, 'w:outlineLvl'));
    const level = countOf(childOf(own, 'w:outlineLvl') ?? childOf(style?.properties, 'w:outlineLvl'));
    return level === undefined ? (style?.heading ?? false) : level < 9;
  }

  /** What numbers a paragraph: its own properties first, then those of its styles. */
  numberingOf(own: HtmlNode | undefined): readonly HtmlNode[] {
    const all = [own, ...this.chainOf(own).map(({ properties }) => properties)];
    return all.map((properties) => childOf(properties, 'w:numPr')).filter((found) => found !== undefined);
  }

  /** The numbering a list style stands for. */
  listOf(id: string): string | undefined {
    return valueOf(childOf(childOf(this.styles.get(id)?.properties, 'w:numPr'), 'w:numId'));
  }

  styleOf(own: HtmlNode | undefined): string | undefined {
    return valueOf(childOf(own, 'w:pStyle')) ?? this.byDefault;
  }

  /** What says how a run looks: its own properties, those of its style, those of its paragraph's style, and those of the document, the nearest first. */
  looksOf(run: HtmlNode | undefined, paragraph: HtmlNode | undefined): readonly HtmlNode[] {
    const style = valueOf(childOf(run, 'w:rStyle'));
    const above = [...(style === undefined ? [] : this.chainFrom(style)), ...this.chainOf(paragraph)];
    return [run, ...above.map((one) => one.run), this.look].filter((one) => one !== undefined);
  }

  private chainOf(own: HtmlNode | undefined): readonly Style[] {
    return this.chainFrom(this.styleOf(own) ?? '');
  }

  private chainFrom(id: string): readonly Style[] {
    const chain: Style[] = [];
    let style = this.styles.get(id);
    while (style && chain.length < LONGEST_CHAIN) {
      chain.push(style);
      style = this.styles.get(style.basedOn ?? '');
    }
    return chain;
  }
}
