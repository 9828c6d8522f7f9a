import type { HtmlNode } from '../html/html-nodes';
import { numeral } from './numeral';
import type { WordStyles } from './word-styles';
import { childOf, childrenOf, findIn } from '../office/office-xml';
import { countOf, isOn, valueOf } from './word-xml';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1、` … */
  readonly text: string;
  /** A number of a level up to this one (from 1) starts this level anew; 0: none does. */
  readonly restart: number;
  readonly decimal: boolean;
  readonly style: string | undefined;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that this numbering starts anew when it is first used. */
  readonly starts: ReadonlyMap<number, number>;
}

const FIRST_LEVEL = 0;
/** Where a level does not say what it starts from (17.9.25). */
const UNSAID_START = 0;

/** Automatic numbers of paragraphs (ECMA-376 part 1, 17.9), which stand nowhere in the text: 一、 of a heading, 1. of a list. */
export class WordNumbering {
  private readonly lists = new Map<string, List>();
  /** Per abstract numbering, the last number of each level. */
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly begun = new Set<string>();

  constructor(
    part: HtmlNode | undefined,
    private readonly styles: WordStyles,
  ) {
    const root = part && findIn(part, 'w:numbering');
    const abstracts = new Map(childrenOf(root, 'w:abstractNum').map((node) => [valueOf(node, 'w:abstractNumId'), node]));
    const byId = new Map(childrenOf(root, 'w:num').map((node) => [valueOf(node, 'w:numId'), node]));
    for (const [id, num] of byId) {
      const abstract = abstracts.get(valueOf(childOf(num, 'w:abstractNumId')));
      const link = valueOf(childOf(abstract, 'w:numStyleLink'));
      const linked = link === undefined ? undefined : byId.get(styles.listOf(link));
      const source = linked ? abstracts.get(valueOf(childOf(linked, 'w:abstractNumId'))) : abstract;
      if (id !== undefined && source) this.lists.set(id, listOf(num, source));
    }
  }

  /** The number the next paragraph with these properties prints, counted on, a tab behind one that ends in no Chinese sign; `''` where it has none. */
  next(own: HtmlNode | undefined): string {
    const found = this.styles.numberingOf(own);
    const id = found.map((node) => valueOf(childOf(node, 'w:numId'))).find((value) => value !== undefined);
    const list = this.lists.get(id ?? '');
    if (!list || id === undefined) return '';
    const style = this.styles.styleOf(own);
    const ofStyle = [...list.levels].find(([, { style: other }]) => other !== undefined && other === style)?.[0];
    const level =
      countOf(childOf(childOf(own, 'w:numPr'), 'w:ilvl')) ??
      ofStyle ??
      found.map(levelIn).find((value) => value !== undefined) ??
      FIRST_LEVEL;
    return list.levels.has(level) ? this.count(id, list, level) : '';
  }

  private count(id: string, list: List, level: number): string {
    const counts = this.counts.get(list.abstract) ?? new Map<number, number>();
    this.counts.set(list.abstract, counts);
    for (const [at, start] of this.begun.has(id) ? [] : list.starts) counts.set(at, start - 1);
    this.begun.add(id);
    const last = counts.get(level);
    counts.set(level, last === undefined ? (list.levels.get(level)?.start ?? 1) : last + 1);
    for (const [at, { restart }] of list.levels) if (at > level && restart > level) counts.delete(at);
    return printed(list.levels, level, counts);
  }
}

function levelIn(numbering: HtmlNode): number | undefined {
  return countOf(childOf(numbering, 'w:ilvl'));
}

function listOf(num: HtmlNode, abstract: HtmlNode): List {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const node of childrenOf(abstract, 'w:lvl')) setLevel(levels, node);
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const own = childOf(override, 'w:lvl');
    if (own) setLevel(levels, own);
    const start = countOf(childOf(override, 'w:startOverride'));
    if (start !== undefined) starts.set(countOf(override, 'w:ilvl') ?? FIRST_LEVEL, start);
  }
  return { abstract: valueOf(abstract, 'w:abstractNumId') ?? '', levels, starts };
}

function setLevel(levels: Map<number, Level>, node: HtmlNode): void {
  const at = countOf(node, 'w:ilvl') ?? FIRST_LEVEL;
  levels.set(at, {
    start: countOf(childOf(node, 'w:start')) ?? UNSAID_START,
    format: valueOf(childOf(node, 'w:numFmt')) ?? 'decimal',
    text: valueOf(childOf(node, 'w:lvlText')) ?? '',
    restart: countOf(childOf(node, 'w:lvlRestart')) ?? at,
    decimal: isOn(childOf(node, 'w:isLgl')),
    style: valueOf(childOf(node, 'w:pStyle')),
  });
}

function printed(levels: ReadonlyMap<number, Level>, level: number, counts: ReadonlyMap<number, number>): string {
  const own = levels.get(level);
  if (!own || own.format === 'bullet' || own.format === 'none') return '';
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const other = levels.get(at);
    const value = counts.get(at) ?? other?.start ?? 1;
    return numeral(value, own.decimal ? 'decimal' : (other?.format ?? 'decimal'));
  });
  return /[\w.)]$/.test(text) ? `${text}\t` : text;
}
