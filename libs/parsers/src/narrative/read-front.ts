import { plainText, solidText } from '../labels/plain-text';
import type { Block, Paragraph } from '../printed-document';
import type { SectionedDocument } from './find-sections';
import { chineseYear, readPeriod } from './dates';

/** What stands before the first section. */
export interface Front {
  readonly title: string | null;
  readonly agencyName: string | null;
  readonly year: number | null;
  readonly period: { readonly from: string; readonly to: string } | null;
}

const REPORT = /政府信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)/;
const YEAR = /(?:(20\d{2})|(二[〇零○O][〇零○O一二三四五六七八九]{2}))\s{0,3}年/;
const LONGEST_TITLE = 80;
/** A title may be broken over this many lines. */
const MOST_LINES = 4;
const SENTENCE = /[。；;！!？?，,]/;

/** Title, agency, year and 统计期限; each null where the document does not say it. Whoever is named in the title reports. */
export function readFront(document: SectionedDocument): Front {
  const front = document.blocks.slice(0, document.headings[0]?.block ?? document.blocks.length);
  const title = findTitle(front) ?? titleFrom(document.name ?? '');
  const period = findPeriod(document.blocks);
  const year = yearIn(title ?? '') ?? (period ? Number(period.from.slice(0, 4)) : null);
  return { title, agencyName: title && agencyIn(title), year, period };
}

/** A heading that is a report's title, else the first run of lines that makes one. */
function findTitle(front: readonly Block[]): string | null {
  const paragraphs = front.filter((block) => block.kind === 'paragraph');
  const marked = paragraphs.filter((paragraph) => paragraph.heading).map((paragraph) => titleFrom(paragraph.text));
  const found = marked.find((title) => title !== null);
  if (found) return found;
  for (let at = 0; at < paragraphs.length; at += 1) {
    const title = titleAt(paragraphs, at);
    if (title) return title;
  }
  return null;
}

function titleAt(paragraphs: readonly Paragraph[], at: number): string | null {
  let joined = '';
  for (const { text } of paragraphs.slice(at, at + MOST_LINES)) {
    if (SENTENCE.test(text) || joined.length + text.length > LONGEST_TITLE) return null;
    joined += text.trim();
    const title = titleFrom(joined);
    if (title) return title;
  }
  return null;
}

/** A text that ends as a report's title does, year included; null for anything else. */
function titleFrom(text: string): string | null {
  const title = text.slice(0, LONGEST_TITLE * 2).trim();
  if (title.length > LONGEST_TITLE || SENTENCE.test(title) || /[:：]/.test(title)) return null;
  const report = REPORT.exec(solidText(title));
  const after = report ? solidText(title).slice(report.index + report[0].length) : '';
  return report && YEAR.test(plainText(title)) && /^(?:的?(?:公示|公布|公告|通知)|》|\(.{1,12}\))?$/.test(after) ? title : null;
}

function yearIn(title: string): number | null {
  const match = YEAR.exec(plainText(title));
  return match ? Number(match[1] ?? chineseYear(match[2])) : null;
}

/** What stands before the year, or between year and 政府信息公开. */
function agencyIn(title: string): string | null {
  const solid = solidText(title);
  const year = YEAR.exec(solid);
  if (!year) return null;
  const before = trimNoise(solid.slice(0, year.index));
  const between = solid.slice(year.index + year[0].length, REPORT.exec(solid)?.index ?? undefined);
  return before || trimNoise(between) || null;
}

function trimNoise(text: string): string {
  return text
    .replace(/^(?:关于)?(?:印发|发布|公布)?[《"“]?/, '')
    .replace(/^年?度/, '')
    .replace(/[(《"“]$/, '');
}

function findPeriod(blocks: readonly Block[]): Front['period'] {
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    for (const sentence of block.text.split(/[。；;]/)) {
      const period = /统计|期限|时限|数据|起止/.test(sentence) ? readPeriod(sentence) : null;
      if (period) return period;
    }
  }
  return null;
}
