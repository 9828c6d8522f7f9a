import { solidText } from '@gongkai/model';
import { isFigure } from '../labels/figure-text';
import type { PdfLine } from './text-lines';

/** The lines of a page outside its tables. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly PdfLine[];
}

/** Parts of the page's height at its top and bottom. */
const MARGIN = 0.12;
const PAGE_NUMBER = /^[-–—―－~·|]*第?\d{1,4}页?(?:[/,，|]?共?\d{1,4}页?)?[-–—―－~·|]*$/;
/** In parts of the font size. */
const WIDE = 1.5;
const CLOSE = 2;
const ADDRESS = /^(?:https?|file):.*\d+\/\d+$/;

/** The lines of every page without page numbers and without what is printed at the head or foot of several pages. */
export function withoutFurniture(pages: readonly PageLines[]): readonly (readonly PdfLine[])[] {
  const keys = pages.map((page) => new Set(page.lines.filter((line) => isMarginal(line, page)).map(keyOf)));
  const isRepeated = (line: PdfLine): boolean => keys.filter((own) => own.has(keyOf(line))).length > 1;
  return pages.map((page) =>
    page.lines.filter((line) => !isMarginal(line, page) || isOfTable(line, page) || !(isFurniture(line) || isRepeated(line))),
  );
}

/** Several figures far apart, or one close to other text: a page number stands alone. */
function isOfTable(line: PdfLine, { lines }: PageLines): boolean {
  const parts = line.text.split(/\s+/);
  if (!parts.every(isFigure)) return false;
  if (parts.length === 1) return lines.some((other) => other !== line && Math.abs(other.bottom - line.bottom) < CLOSE * line.size);
  return line.glyphs.some(({ left, size }, index) => left - (line.glyphs[index - 1]?.right ?? left) > WIDE * size);
}

function isMarginal({ top, bottom }: PdfLine, { height }: PageLines): boolean {
  return bottom < height * MARGIN || top > height * (1 - MARGIN);
}

function isFurniture({ text }: PdfLine): boolean {
  const solid = solidText(text);
  return PAGE_NUMBER.test(solid) || ADDRESS.test(solid);
}

/** The same words at the same height, whatever the numbers in them. */
function keyOf({ text, bottom }: PdfLine): string {
  return `${solidText(text).replace(/\d+/g, '#')}@${Math.round(bottom / 2)}`;
}
