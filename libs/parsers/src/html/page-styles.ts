import type { CheerioAPI } from 'cheerio/slim';
import { perObject } from '../labels/remembered';
import { declarationsIn, rulesIn, type CssRule, type Declarations } from './css-rules';
import { nameOf, textOf, type HtmlNode } from './html-nodes';

interface Weighed {
  readonly value: string;
  readonly weight: number;
}

/** Longer selectors, and more rules, no page of a report has. */
const LONGEST_SELECTOR = 200;
const MOST_RULES = 5000;
/** On the whole page these are there until its script has run. */
const BEFORE_SCRIPTS = new Set(['display', 'visibility', 'opacity', 'font-size', 'position', 'transform', 'overflow']);
/** Its last part by id, class or name of element. */
const LAST_PART = /(?:^|[\s>+~])([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)(\[[^\]]*\]|:not\([^)]*\)|:(?:first|last)-child|:nth-[\w-]+\([^)]*\))*$/i;
const [INLINE, IMPORTANT] = [1_000_000, 10_000_000];
/** Of an element that nothing is declared for. */
export const PLAIN: Declarations = {};
const HAS_STYLE = /<style\b/i;

/** How the elements of a page look: by its own style sheets and by `style` attributes. What other files say about it is not known. */
export class PageStyles {
  /** Whether other files have a say, so that an unstated background may be any. */
  readonly linked: boolean;
  private rules: readonly CssRule[] = [];
  /** The rules that hold for an element, by their number. */
  private readonly fitting = new Map<HtmlNode, number[]>();
  /** Pages repeat the same few attributes and classes over and over. */
  private readonly known = new Map<string, Declarations>();

  constructor(page: CheerioAPI, html: string) {
    this.linked = /<link\b[^>]{0,300}stylesheet|@import\b/i.test(html);
    if (!HAS_STYLE.test(html)) return;
    const index = indexOf(page.root().get(0) as HtmlNode | undefined);
    const css = (index.get('style') ?? []).map((style) => textOf(style));
    this.rules = css.flatMap((text) => rulesIn(text)).slice(0, MOST_RULES);
    this.rules.forEach((rule, number) => {
      for (const node of matched(page, rule.selector, index)) {
        const own = this.fitting.get(node);
        if (own) own.push(number);
        else this.fitting.set(node, [number]);
      }
    });
    this.undoWhereNothingIsLeft(index.get('table') ?? []);
  }

  /** The same object for elements that look alike by what is declared for them. */
  of(node: HtmlNode): Declarations {
    const style = node.attribs?.['style'];
    const fitting = this.fitting.get(node);
    if (!fitting && style === undefined) return PLAIN;
    const isPage = node.name === 'body' || node.name === 'html';
    const key = `${isPage ? 'page' : ''}${fitting?.join(',') ?? ''}|${style ?? ''}`;
    const before = this.known.get(key);
    if (before) return before;
    const found = { ...this.declared(fitting ?? [], isPage, style === undefined ? PLAIN : declarationsIn(style)) };
    this.known.set(key, found);
    return found;
  }

  /** `own`: what the element says of itself, which goes before all but what sheets call important. */
  private declared(fitting: readonly number[], isPage: boolean, own: Declarations): Declarations {
    const found: Record<string, Weighed> = {};
    for (const [property, value] of Object.entries(own)) found[property] = { value, weight: INLINE };
    for (const { selector, declarations, important } of fitting.flatMap((number) => this.rules[number] ?? [])) {
      const weight = weightOf(selector);
      for (const [property, value] of Object.entries(declarations)) {
        if (isPage && BEFORE_SCRIPTS.has(property)) continue;
        const weighed = weight + (important[property] === undefined ? 0 : IMPORTANT);
        const before = found[property];
        if (before === undefined || before.weight <= weighed) found[property] = { value, weight: weighed };
      }
    }
    return Object.fromEntries(Object.entries(found).map(([property, { value }]) => [property, value]));
  }

  /** Where style sheets leave no table in sight, a script brings them there: then they say nothing about what is hidden. */
  private undoWhereNothingIsLeft(tables: readonly HtmlNode[]): void {
    if (tables.length > 0 && tables.every((table) => this.isHidden(table))) this.fitting.clear();
  }

  /** By the sheets, itself or with what it stands in. */
  private isHidden(node: HtmlNode): boolean {
    for (let at: HtmlNode | null | undefined = node; at; at = at.parent) {
      const fitting = this.fitting.get(at);
      if (fitting && isOutOfSight(this.declared(fitting, at.name === 'body' || at.name === 'html', PLAIN))) return true;
    }
    return false;
  }
}

/** Whether an element and all in it is not drawn, is transparent, cut away, or stands outside the page. */
export const isOutOfSight = perObject((style: Declarations): boolean => {
  if (style === PLAIN) return false;
  const { display, opacity, position, left, top, right, clip, transform, width, height, overflow } = style;
  if (display === 'none' || isZero(opacity) || style['content-visibility'] === 'hidden') return true;
  if ([style['text-indent'], ...(position === 'absolute' || position === 'fixed' ? [left, top, right] : [])].some(isFarOut)) return true;
  if (/^rect\(\s*(?:0|1px)/.test(clip ?? '') || /^(?:inset\((?:50|100)%|circle\(0)/.test(style['clip-path'] ?? '')) return true;
  return /scale\(0\)/.test(transform ?? '') || (overflow === 'hidden' && (isZero(width) || isZero(height)));
});

export function isZero(length: string | undefined): boolean {
  return length !== undefined && /^0*(?:\.0+)?(?:0(?:px|pt|em|rem|%)?)$/.test(length);
}

function isFarOut(length: string | undefined): boolean {
  const [, digits, unit] = /^-(\d{1,7})(?:\.\d+)?(px|pt|em|rem|%|vw|in|cm)?/.exec(length ?? '') ?? [];
  return digits !== undefined && Number(digits) >= (unit === 'px' || unit === 'pt' || unit === undefined ? 999 : 90);
}

/** Elements by their name, their id and each of their classes. */
function indexOf(root: HtmlNode | undefined): ReadonlyMap<string, readonly HtmlNode[]> {
  const index = new Map<string, HtmlNode[]>();
  const add = (key: string, node: HtmlNode): void => void (index.get(key)?.push(node) ?? index.set(key, [node]));
  const open = root ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    open.push(...(node.children ?? []));
    if (nameOf(node) === '') continue;
    add('*', node);
    add(nameOf(node), node);
    const { id, class: classes = '' } = node.attribs ?? {};
    if (id !== undefined) add(`#${id}`, node);
    for (const name of new Set(classes.split(/\s+/))) if (name !== '') add(`.${name}`, node);
  }
  return index;
}

function matched(page: CheerioAPI, selector: string, index: ReadonlyMap<string, readonly HtmlNode[]>): readonly HtmlNode[] {
  const last = selector.length > LONGEST_SELECTOR ? null : LAST_PART.exec(selector);
  if (!last) return [];
  const keys = last[2]?.match(/[.#][\w-]+/g) ?? [last[1]?.toLowerCase() ?? '*'];
  const candidates = index.get(keys.at(-1) ?? '*') ?? [];
  if (candidates.length === 0 || (last[0] === selector && keys[0] === selector)) return candidates;
  try {
    return page(candidates as unknown as string)
      .filter(selector)
      .toArray() as readonly HtmlNode[];
  } catch {
    return [];
  }
}

/** Ids before classes before names of elements. */
function weightOf(selector: string): number {
  const count = (pattern: RegExp): number => (selector.match(pattern) ?? []).length;
  return Math.min(count(/#[\w-]/g) * 10_000 + count(/[.[:][\w-]/g) * 100 + count(/(?:^|[\s>+~])[a-z]/gi), INLINE - 1);
}
