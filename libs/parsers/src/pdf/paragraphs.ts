import { plainText, trimmedText } from '../labels/plain-text';
import type { Paragraph } from '../printed-document';
import { boxOf } from './table-part';
import type { TextLine } from './text-lines';

/** A line with the page it stands on. */
export interface PlacedLine extends TextLine {
  readonly page: number;
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

/** The area that the text of a document fills: between the margins that most lines keep. */
export function textAreaOf(lines: readonly TextLine[]): TextArea {
  const long = lines.filter((line) => line.glyphs.length > 8);
  const measured = long.length > 0 ? long : lines;
  const lefts = measured.map(({ left }) => left).sort((one, other) => one - other);
  const rights = measured.map(({ right }) => right).sort((one, other) => one - other);
  return { left: quantile(lefts, 0.1), right: quantile(rights, 0.9) };
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number;
}

/** Joins lines that belong to one paragraph, over pages too. */
export function paragraphsOf(lines: readonly PlacedLine[], area: TextArea): readonly Paragraph[] {
  const paragraphs: PlacedLine[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && belongs(open, line, area)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.flatMap(paragraphOf);
}

function belongs(open: readonly PlacedLine[], line: PlacedLine, area: TextArea): boolean {
  const last = open.at(-1) as PlacedLine;
  if (Math.abs(line.size - last.size) > OTHER_SIZE * last.size) return false;
  if (last.right < area.right - SHORT_OF_MARGIN * last.size) return false;
  if (line.left > area.left + INDENT * line.size || OPENING.test(plainText(line.text))) return false;
  return line.page !== last.page || isNextLine(open, line);
}

function isNextLine(open: readonly PlacedLine[], line: PlacedLine): boolean {
  const last = open.at(-1) as PlacedLine;
  const before = open.at(-2);
  const distance = line.bottom - last.bottom;
  if (before && before.page === last.page) return distance <= WIDER * (last.bottom - before.bottom);
  return distance <= USUAL_DISTANCE * line.size;
}

function paragraphOf(lines: readonly PlacedLine[]): readonly Paragraph[] {
  const first = lines[0] as PlacedLine;
  const own = lines.filter(({ page }) => page === first.page);
  const text = trimmedText(lines.reduce((joined, line) => joined + spaceBetween(joined, line.text) + line.text, ''));
  if (text === '') return [];
  const box = boxOf({
    left: Math.min(...own.map(({ left }) => left)),
    right: Math.max(...own.map(({ right }) => right)),
    top: first.top,
    bottom: (own.at(-1) as PlacedLine).bottom,
  });
  return [{ kind: 'paragraph', text, heading: false, place: { page: first.page, box } }];
}

/** Latin words part at the end of a line; Chinese text and numbers go on. */
function spaceBetween(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';
}
