import type { Form, SectionCode } from '@gongkai/model';
import { labelKey, likeness } from '../labels/label-key';
import { plainText } from '../labels/plain-text';
import { ALIKE } from '../labels/vocabulary';
import type { Block, PrintedDocument } from '../printed-document';

/** A document with the section of each block; null before the first heading. */
export interface SectionedDocument extends PrintedDocument {
  readonly homes: readonly (SectionCode | null)[];
  /** Where each section starts, in the order of the document. */
  readonly headings: readonly SectionHeading[];
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

const NUMERALS = '一二三四五六七八九十';
const LONGEST_HEADING = 60;
/** Shorter titles (概述, 整改措施) are headings only with their section's number. */
const TELLING_LENGTH = 7;

/** Finds the headings of the sections and says where every block belongs. */
export function findSections(document: PrintedDocument, forms: readonly Form[]): SectionedDocument {
  const titles = titlesOf(forms);
  const met = document.blocks.flatMap((block, index) => headingAt(block, index, titles));
  const numbered = new Set(met.filter((heading) => heading.numbered).map((heading) => heading.section));
  const headings = longestRise(
    met.filter((heading) => heading.numbered || !numbered.has(heading.section)),
    titles,
  );
  let next = 0;
  let home: SectionCode | null = null;
  const homes = document.blocks.map((_, index) => {
    const heading = headings[next];
    if (heading?.block === index) {
      home = heading.section;
      next += 1;
    }
    return home;
  });
  return { ...document, homes, headings };
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
  const numbered = orderOf(block.text) !== null;
  const whole = block.text.length <= LONGEST_HEADING ? headingOf(block.text, titles) : null;
  const [start, rest] = whole && isExact(whole, block.text) ? [block.text, ''] : splitHeading(block.text);
  const part = numbered && rest !== '' ? headingOf(start, titles) : null;
  if (part && isExact(part, start)) return [{ section: part.section, block: index, text: start, rest, numbered }];
  return whole ? [{ section: whole.section, block: index, text: block.text, rest: '', numbered }] : [];
}

/** A paragraph cut at its first full stop, colon or gap. */
function splitHeading(text: string): readonly [string, string] {
  const at = text.slice(0, LONGEST_HEADING).search(/(?<=[^\s、.．]{2})[\s。：:]/);
  return at < 0 ? [text.slice(0, LONGEST_HEADING), ''] : [text.slice(0, at), text.slice(at + 1).trim()];
}

/** 3 for 三、收到和处理…; null where no such number stands before. */
function orderOf(text: string): number | null {
  const numeral = /^([一二三四五六七八九十])\s{0,4}[、.,:]/.exec(plainText(text.slice(0, LONGEST_HEADING)).trim())?.[1];
  return numeral === undefined ? null : NUMERALS.indexOf(numeral) + 1;
}

/** （一） and 1. number what stands inside a section. */
function headingOf(text: string, titles: readonly SectionTitles[]): SectionTitles | null {
  if (/^[(\d]/.test(plainText(text).trim())) return null;
  const order = orderOf(text);
  const key = labelKey(text);
  const exact = titles.find((one) => one.keys.has(key) && (one.order === order || key.length >= TELLING_LENGTH));
  if (exact) return exact;
  return titles.find((one) => one.order === order && likeness(key, one.title) >= ALIKE) ?? null;
}

function isExact(found: SectionTitles, text: string): boolean {
  return found.keys.has(labelKey(text));
}

/** The longest run of headings in statutory order from the last first section on: a table of contents before it does not count. */
function longestRise(met: readonly SectionHeading[], titles: readonly SectionTitles[]): readonly SectionHeading[] {
  const start = Math.max(
    0,
    met.findLastIndex((heading) => heading.section === 's1'),
  );
  const best = titles.map((): readonly SectionHeading[] => []);
  for (const heading of met.slice(start)) {
    const at = titles.findIndex((one) => one.section === heading.section);
    const before = longest(best.slice(0, at));
    if (before.length >= (best[at] as readonly SectionHeading[]).length) best[at] = [...before, heading];
  }
  return longest(best);
}

function longest<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  return lists.reduce((left, right) => (right.length > left.length ? right : left), []);
}
