import { plainText } from '@gongkai/model';
import type { Form, SectionCode } from '@gongkai/model';
import { labelKey, likeness } from '../labels/label-key';
import { ALIKE } from '../labels/vocabulary';
import type { Block, Paragraph, PrintedDocument } from '../printed-document';
import { isPageEnd } from './page-end';

/** A document with the section of each block; null before the first heading. */
export interface SectionedDocument extends PrintedDocument {
  readonly homes: readonly (SectionCode | null)[];
  /** Where each section starts, in the order of the document. */
  readonly headings: readonly SectionHeading[];
  /** Index of the first block behind the report: another report, or what the site prints below it. */
  readonly end: number;
}

export interface SectionHeading {
  readonly section: SectionCode;
  /** Index of its block. */
  readonly block: number;
  readonly text: string;
  /** What follows the heading in the same paragraph, e.g. 无。 after 六、其他需要报告的事项. */
  readonly rest: string;
}

/** A heading without number counts only where its section has none with number. */
interface MetHeading extends SectionHeading {
  readonly numbered: boolean;
}

interface SectionTitles {
  readonly section: SectionCode;
  /** Its place among the sections, from 1. */
  readonly order: number;
  readonly title: string;
  readonly keys: ReadonlySet<string>;
}

/** A report with fewer has lost its line breaks. */
const FEWEST_HEADINGS = 3;
const NUMERALS = '一二三四五六七八九十';
const LONGEST_HEADING = 60;
/** Shorter wordings (概述, 整改措施) are headings only with their section's number; the form's own always are. */
const TELLING_LENGTH = 7;
/** Longest heading that only its number and its place make one. */
const LONGEST_BY_PLACE = 24;

/** Finds the headings of the sections and says where every block belongs; where none stands alone, within the paragraphs too. */
export function findSections(document: PrintedDocument, forms: readonly Form[]): SectionedDocument {
  const titles = titlesOf(forms);
  const found = sectionBlocks(document, titles);
  if (found.headings.length >= FEWEST_HEADINGS) return found;
  const blocks = document.blocks.flatMap((block): readonly Block[] =>
    block.kind === 'paragraph' ? splitAtHeadings(block, titles) : [block],
  );
  const within = blocks.length === document.blocks.length ? found : sectionBlocks({ ...document, blocks }, titles);
  return within.headings.length > found.headings.length ? within : found;
}

function sectionBlocks(document: PrintedDocument, titles: readonly SectionTitles[]): SectionedDocument {
  const worded = document.blocks.flatMap((block, index) => headingAt(block, index, titles));
  const placed = worded.length >= FEWEST_HEADINGS ? headingsByPlace(document.blocks, worded, titles) : [];
  const met = [...worded, ...placed].sort((left, right) => left.block - right.block);
  const numbered = new Set(met.filter((heading) => heading.numbered).map((heading) => heading.section));
  const runs = runsOf(
    met.filter((heading) => heading.numbered || !numbered.has(heading.section)),
    document.blocks,
    titles,
  );
  const { headings, end } = chooseRun(runs, document.blocks);
  return { ...document, homes: homesOf(document.blocks, runs), headings, end: endOfReport(document.blocks, headings, end) };
}

function homesOf(blocks: readonly Block[], runs: readonly Run[]): SectionedDocument['homes'] {
  const starts = new Map(runs.flatMap((run) => run.headings.map((heading) => [heading.block, heading.section])));
  let home: SectionCode | null = null;
  return blocks.map((_, index) => (home = starts.get(index) ?? home));
}

function endOfReport(blocks: readonly Block[], headings: readonly SectionHeading[], end: number): number {
  const from = headings.at(-1)?.block;
  if (from === undefined) return end;
  const below = blocks.findIndex((block, index) => index > from && block.kind === 'paragraph' && isPageEnd(block.text));
  return below < 0 ? end : Math.min(below, end);
}

function titlesOf(forms: readonly Form[]): readonly SectionTitles[] {
  const codes = [...new Set(forms.flatMap((form) => form.sections.map((section) => section.code)))].sort();
  return codes.map((code) => {
    const sections = forms.flatMap((form) => form.sections.filter((section) => section.code === code));
    const keys = new Set(sections.flatMap((section) => [section.title.zh, ...section.aliases]).map(labelKey));
    return { section: code, order: Number(code.slice(1)), title: labelKey(sections[0]?.title.zh ?? ''), keys };
  });
}

/** The whole paragraph as a title, else its beginning as a title word for word, else the whole as something like a title. */
function headingAt(block: Block, index: number, titles: readonly SectionTitles[]): readonly MetHeading[] {
  if (block.kind !== 'paragraph') return [];
  const text = withoutStray(block.text);
  const numbered = orderOf(text) !== null;
  const whole = text.length <= LONGEST_HEADING ? headingOf(text, titles) : null;
  const [start, rest] = whole && isExact(whole, text) ? [text, ''] : splitHeading(text);
  const part = numbered && rest !== '' ? headingOf(start, titles) : null;
  if (part && isExact(part, start)) return [{ section: part.section, block: index, text: start, rest, numbered }];
  return whole ? [{ section: whole.section, block: index, text: block.text, rest: '', numbered }] : [];
}

const STRAY = /^[^\p{Script=Han}\d\s（(]{1,3}\s{0,2}(?=[一二三四五六七八九十]\s{0,4}[、.．,，:：])/u;

/** A sign left before the number of a heading is no part of it: l六、, *三、. */
function withoutStray(text: string): string {
  return text.replace(STRAY, '');
}

/**
 * Headings in words that no title is like: the only paragraph with a section's number between the headings of the sections before and behind
 * it, where nothing else is that section's heading.
 */
function headingsByPlace(blocks: readonly Block[], met: readonly MetHeading[], titles: readonly SectionTitles[]): readonly MetHeading[] {
  const ordered = met.map(({ section, block }) => ({ order: Number(section.slice(1)), block }));
  return titles
    .filter(({ section }) => met.every((heading) => heading.section !== section))
    .flatMap(({ section, order }): readonly MetHeading[] => {
      const from = ordered.filter((one) => one.order < order).at(-1)?.block ?? -1;
      const to = ordered.find((one) => one.order > order && one.block > from)?.block ?? blocks.length;
      const between = blocks
        .slice(from + 1, to)
        .flatMap((block, at) => (isNumbered(block, order) ? [{ block: from + 1 + at, text: block.text }] : []));
      const [only, ...others] = between;
      return only && others.length === 0 ? [{ section, ...only, rest: '', numbered: true }] : [];
    });
}

function isNumbered(block: Block, order: number): block is Paragraph {
  return (
    block.kind === 'paragraph' &&
    block.text.length <= LONGEST_BY_PLACE &&
    !/[。；，,]/.test(block.text) &&
    orderOf(withoutStray(block.text)) === order
  );
}

/** A paragraph cut at its first full stop, colon or gap. */
function splitHeading(text: string): readonly [string, string] {
  const at = text.slice(0, LONGEST_HEADING).search(/(?<=[^\s、.．]{2})[\s。：:]/);
  return at < 0 ? [text.slice(0, LONGEST_HEADING), ''] : [text.slice(0, at), text.slice(at + 1).trim()];
}

const INNER_HEADING = /[一二三四五六]、/g;
/** Longest heading that is looked for within a paragraph. */
const LONGEST_WITHIN = 45;
const MOST_WITHIN = 1000;

/** A paragraph in which whole sections have run together, cut before and behind each numbered heading. */
function splitAtHeadings(paragraph: Paragraph, titles: readonly SectionTitles[]): readonly Paragraph[] {
  const { text } = paragraph;
  const parts: string[] = [];
  let from = 0;
  for (const { index } of [...text.matchAll(INNER_HEADING)].slice(0, MOST_WITHIN)) {
    const end = index < from ? null : headingEnd(text, index, titles);
    if (end === null) continue;
    parts.push(text.slice(from, index), text.slice(index, end));
    from = end;
  }
  const printed = [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
  return parts.length === 0 ? [paragraph] : printed.map((part) => ({ ...paragraph, text: part }));
}

/** Behind the longest wording of a title that begins here, else behind something like one that ends as titles do. */
function headingEnd(text: string, from: number, titles: readonly SectionTitles[]): number | null {
  const order = orderOf(text.slice(from, from + LONGEST_WITHIN));
  const title = titles.find((one) => one.order === order);
  if (!title) return null;
  for (let end = Math.min(from + LONGEST_WITHIN, text.length); end > from + 3; end -= 1) {
    const part = text.slice(from, end);
    if (title.keys.has(labelKey(part)) && !/[\s\p{P}]$/u.test(part)) return end;
  }
  const like = /^.、[^。；一二三四五六]{4,40}?(?:情况|事项|措施)/.exec(text.slice(from, from + LONGEST_WITHIN))?.[0];
  return like !== undefined && likeness(labelKey(like), title.title) >= ALIKE ? from + like.length : null;
}

/** 3 for 三、收到和处理…; null where no such number stands before. */
function orderOf(text: string): number | null {
  const numeral = /^([一二三四五六七八九十])\s{0,4}[、.,:]/.exec(plainText(text.slice(0, LONGEST_HEADING)).trim())?.[1];
  return numeral === undefined ? null : NUMERALS.indexOf(numeral) + 1;
}

/** 1. numbers what stands inside a section, and so does （一） unless the form's own words stand behind the section's own number. */
function headingOf(text: string, titles: readonly SectionTitles[]): SectionTitles | null {
  const plain = plainText(text).trim();
  if (/^\d/.test(plain)) return null;
  const key = labelKey(text);
  const inner = /^\(([一二三四五六])\)/.exec(plain)?.[1];
  if (plain.startsWith('(')) return titles.find((one) => one.title === key && NUMERALS.charAt(one.order - 1) === inner) ?? null;
  const order = orderOf(text);
  const exact = titles.find((one) => one.keys.has(key) && (one.order === order || key.length >= TELLING_LENGTH || key === one.title));
  if (exact) return exact;
  return titles.find((one) => one.order === order && [...one.keys].some((title) => likeness(key, title) >= ALIKE)) ?? null;
}

function isExact(found: SectionTitles, text: string): boolean {
  return found.keys.has(labelKey(text));
}

/** Headings in statutory order that belong together, up to the block at `end`, which is not included. */
interface Run {
  readonly headings: readonly SectionHeading[];
  readonly end: number;
}

/** Each first section begins a run: a table of contents, the report, or another report on the same page. */
function runsOf(met: readonly MetHeading[], blocks: readonly Block[], titles: readonly SectionTitles[]): readonly Run[] {
  const starts = met.flatMap(({ section }, index) => (index === 0 || section === 's1' ? [index] : []));
  return starts.map((start, at) => {
    const next = starts[at + 1];
    return { headings: headingsOf(met.slice(start, next), titles), end: met[next ?? met.length]?.block ?? blocks.length };
  });
}

/** The run that holds tables, a longer one before a shorter, the first of equals; without tables anywhere the last. */
function chooseRun(runs: readonly Run[], blocks: readonly Block[]): Run {
  const holdsTables = runs.filter(({ headings, end }) => blocks.slice(headings[0]?.block, end).some((block) => block.kind === 'table'));
  const none: Run = { headings: [], end: blocks.length };
  if (holdsTables.length === 0) return runs.at(-1) ?? none;
  return holdsTables.reduce((best, run) => (run.headings.length > best.headings.length ? run : best));
}

/** Numbered headings of which none comes twice are taken in whatever order they are printed; among others the statutory order decides. */
function headingsOf(met: readonly MetHeading[], titles: readonly SectionTitles[]): readonly SectionHeading[] {
  const sections = new Set(met.map(({ section }) => section));
  return sections.size === met.length && met.every(({ numbered }) => numbered) ? met : longestRise(met, titles);
}

/** The longest run of headings in statutory order. */
function longestRise(met: readonly SectionHeading[], titles: readonly SectionTitles[]): readonly SectionHeading[] {
  const best = titles.map((): readonly SectionHeading[] => []);
  for (const heading of met) {
    const at = titles.findIndex((one) => one.section === heading.section);
    const before = longest(best.slice(0, at));
    if (before.length >= (best[at] as readonly SectionHeading[]).length) best[at] = [...before, heading];
  }
  return longest(best);
}

function longest<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  return lists.reduce((left, right) => (right.length > left.length ? right : left), []);
}
