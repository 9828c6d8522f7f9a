import { plainText } from '@gongkai/model';
import type { Place } from '@gongkai/model';
import type { Block, PrintedDocument, Table } from '../printed-document';
import { titleFrom } from './read-title';

/** Which year each block is printed under; null where nothing above it names one. */
export interface YearMarks {
  readonly years: readonly (number | null)[];
  /** Those that a report's own title names. */
  readonly titled: ReadonlySet<number>;
}

const YEAR = /(?<!\d)(20[0-4]\d)(?!\d)/g;
/** A title may be broken over this many lines. */
const MOST_LINES = 3;
const LONGEST_TITLE = 80;
const TITLE = /公开.{0,60}(?:报告|年报)/;
const LONGEST_CAPTION = 40;
/** 2022年度收到和处理政府信息公开申请情况, 附表：2022年统计表, （2022年度）. */
const CAPTION = /^[(]?(?:附[件表录]?\d{0,2}[:、.]?)?[^。;,]{0,20}20[0-4]\d年?度?(?:[)]?|[^。;,]{0,30}(?:表|情况|数据|统计)[)]?)$/;

/**
 * A sheet named for a year and the title of a report say the year of all that follows; a caption that of the table beneath it, or whose first row it
 * is, and of nothing else.
 */
export function markYears({ blocks }: PrintedDocument): YearMarks {
  const titled = new Set<number>();
  const years: (number | null)[] = [];
  let sheet: string | undefined;
  let running: number | null = null;
  let captioned: { readonly year: number; readonly at: number } | null = null;
  for (const [at, block] of blocks.entries()) {
    const name = placeOf(block)?.sheet;
    if (name !== sheet) running = name === undefined ? running : onlyYear(name);
    sheet = name;
    const title = titleYear(blocks, at);
    if (title !== null) titled.add((running = title));
    const caption = title === null ? captionYear(block) : null;
    if (block.kind !== 'table') {
      captioned = caption === null ? captioned : { year: caption, at };
      years.push(running);
      continue;
    }
    const above: number | null = captioned !== null && captioned.at === at - 1 ? captioned.year : null;
    if (above !== null && caption === null) years[at - 1] = above;
    years.push(caption ?? above ?? running);
  }
  return { years, titled };
}

/** Where a block stands; a table stands where its first cell does. */
export function placeOf(block: Block): Place | undefined {
  return block.kind === 'table' ? block.rows.flat()[0]?.place : block.place;
}

export function onlyYear(text: string): number | null {
  const years = new Set((plainText(text).match(YEAR) ?? []).map(Number));
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}

/** The year of a title that begins here, in as few lines as say it. */
function titleYear(blocks: readonly Block[], at: number): number | null {
  const lines: string[] = [];
  for (const block of blocks.slice(at, at + MOST_LINES)) {
    if (block.kind !== 'paragraph') return null;
    lines.push(block.text.trim());
    const text = lines.join('');
    if (text.length > LONGEST_TITLE) return null;
    const year = TITLE.test(text) ? titleFrom(text)?.year : null;
    if (year != null) return year;
  }
  return null;
}

export function captionYear(block: Block): number | null {
  const text = block.kind === 'paragraph' ? block.text : block.kind === 'table' ? firstRow(block) : null;
  if (text === null || text.length > LONGEST_CAPTION || !CAPTION.test(plainText(text).trim())) return null;
  return onlyYear(text);
}

/** What the first row says where it is a single text. */
function firstRow({ rows: [first = []] }: Table): string | null {
  const texts = new Set(first.map(({ text }) => text).filter((text) => text !== ''));
  const [only] = texts;
  return texts.size === 1 && only !== undefined ? only : null;
}
