import type { Paragraph } from '../printed-document';
import { findPeriod } from './find-period';
import type { Period } from './read-period';
import type { SectionedDocument } from './find-sections';
import { compiledBy, isAgencyName, presentedTitle, titleFrom, type Title } from './read-title';

/** What stands before the first section. */
export interface Front {
  readonly title: string | null;
  readonly agencyName: string | null;
  /** Of the title only. */
  readonly year: number | null;
  /** 统计期限, and the words that say it; a period that no calendar has is null and keeps its words. */
  readonly period: Period | null;
  readonly periodText: string | null;
}

/** A title may be broken over this many lines. */
const MOST_LINES = 4;
const LAST_LINE = /(?:报告|年报|[》)）])$/;

/** Title, agency, year and 统计期限; each null where the document does not say it. Whoever is named in the title reports. */
export function readFront(document: SectionedDocument): Front {
  const start = document.headings[0]?.block ?? document.blocks.length;
  const front = document.blocks.slice(0, start).filter((block) => block.kind === 'paragraph');
  const title = findTitle(front, document.name);
  const agencyName = title?.agencyName ?? front.map(({ text }) => compiledBy(text)).find((name) => name !== null) ?? null;
  const { period, text: periodText } = findPeriod(document.blocks.slice(0, document.end));
  return { title: title?.text ?? null, agencyName, year: title?.year ?? null, period, periodText };
}

/**
 * The title printed on the page (a heading before a line, the nearest to the report before others), the name of the page, the sentence that
 * presents the report: the first of these that names agency and year; else the first that names one of them.
 */
function findTitle(lines: readonly Paragraph[], name: string | null): Title | null {
  const printed = lines.map((_, at) => titleEndingAt(lines, at));
  const marked = printed.filter((_, at) => lines[at]?.heading === true);
  const named = nameParts(name).map(titleFrom);
  const presented = lines.map(({ text }) => presentedTitle(text));
  const found = [...marked, ...printed.reverse(), ...named, ...presented].filter((title) => title !== null);
  return found.find(isWhole) ?? found.find(({ year }) => year !== null) ?? found[0] ?? null;
}

function isWhole({ agencyName, year }: Title): boolean {
  return agencyName !== null && year !== null;
}

/** The title whose last line this is: as few lines as say the year, and the line above them where it alone names the agency. */
function titleEndingAt(lines: readonly Paragraph[], end: number): Title | null {
  let best: Title | null = null;
  for (let start = end; start >= 0 && end - start < MOST_LINES; start -= 1) {
    const text = lines.slice(start, end + 1).map((line) => line.text.trim());
    const title = titleFrom(text.join(''));
    if (title === null && (best !== null || !LAST_LINE.test(text.at(-1) ?? ''))) break;
    if (title === null) continue;
    if (best === null || (best.year === null && title.year !== null) || isAgencyName(text[0] ?? '')) best = title;
    if (isWhole(best)) break;
  }
  return best;
}

/** The name of a page is often followed by those of its column and its site. */
function nameParts(name: string | null): readonly string[] {
  return name === null ? [] : [name, ...name.split(/[_|｜]|\s[-–—]\s|-{1,2}(?=\p{Script=Han})/u)];
}
