import { plainText, trimmedText } from '@gongkai/model';
import type { Paragraph } from '../printed-document';
import { boxOf } from './table-part';
import type { PdfLine } from './text-lines';

/** A line with the page it stands on. */
export interface PageLine extends PdfLine {
  readonly page: number;
  readonly area: TextArea;
}

/** How far text reaches on the pages, in points from the left. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
}

/** All in parts of the font size. A line that ends this far before the right margin ends its paragraph. */
const SHORT_OF_MARGIN = 2;
const INDENT = 1.2;
const OTHER_SIZE = 0.15;
/** Against the distance of the lines before, or the usual distance of lines. */
const WIDER = 1.35;
const USUAL_DISTANCE = 2.4;
/** What opens a heading or an item of a list. */
const OPENING = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])/;

/** The area that text fills: most lines start at its left, and its right is as far as lines or tables go. */
export function textAreaOf(lines: readonly PdfLine[], tables: readonly TextArea[]): TextArea {
  const long = lines.filter((line) => line.glyphs.length > 8);
  const measured: readonly TextArea[] = long.length > 0 ? long : [...lines, ...tables];
  return {
    left: quantile(measured, ({ left }) => left, 0.1),
    right: Math.max(
      quantile(measured, ({ right }) => right, 0.95),
      ...tables.map(({ right }) => right),
    ),
  };
}

/** Infinite where there is nothing to measure. */
function quantile(areas: readonly TextArea[], of: (area: TextArea) => number, part: number): number {
  const sorted = areas.map(of).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * part)] ?? Infinity;
}

/** Joins lines that belong to one paragraph, over pages too. */
export function paragraphsOf(lines: readonly PageLine[]): readonly Paragraph[] {
  const paragraphs: PageLine[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && belongs(open, line)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.flatMap(paragraphOf);
}

function belongs(open: readonly PageLine[], line: PageLine): boolean {
  const last = open.at(-1) as PageLine;
  if (isCentred(last)) return false;
  if (Math.abs(line.size - last.size) > OTHER_SIZE * last.size) return false;
  if (last.right < last.area.right - SHORT_OF_MARGIN * last.size) return false;
  const isTitleWrapped = open.length === 1 && isSymmetric(last) && isCentred(line);
  if (!isTitleWrapped && line.left > line.area.left + INDENT * line.size) return false;
  if (OPENING.test(plainText(line.text))) return false;
  return line.page !== last.page || isNextLine(open, line);
}

/** With the same room on both sides, more than an indent. */
function isCentred(line: PageLine): boolean {
  return line.left - line.area.left > 2.5 * line.size && isSymmetric(line);
}

function isSymmetric({ left, right, size, area }: PageLine): boolean {
  return Math.abs(left - area.left - (area.right - right)) < size;
}

function isNextLine(open: readonly PageLine[], line: PageLine): boolean {
  const last = open.at(-1) as PageLine;
  const before = open.at(-2);
  const distance = line.bottom - last.bottom;
  if (before && before.page === last.page) return distance <= WIDER * (last.bottom - before.bottom);
  return distance <= USUAL_DISTANCE * line.size;
}

function paragraphOf(lines: readonly PageLine[]): readonly Paragraph[] {
  const first = lines[0] as PageLine;
  const own = lines.filter(({ page }) => page === first.page);
  const text = trimmedText(lines.reduce((joined, line) => joined + spaceBetween(joined, line.text) + line.text, ''));
  if (text === '') return [];
  const box = boxOf({
    left: Math.min(...own.map(({ left }) => left)),
    right: Math.max(...own.map(({ right }) => right)),
    top: first.top,
    bottom: (own.at(-1) as PageLine).bottom,
  });
  return [{ kind: 'paragraph', text, heading: false, place: { page: first.page, box } }];
}

/** Latin words part at the end of a line; Chinese text and numbers go on. */
function spaceBetween(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';
}
