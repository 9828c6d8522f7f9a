import { findFrames } from '../pdf/frames';
import { looseTables } from '../pdf/loose-tables';
import { joinParts, shiftOf, joinedTable } from '../pdf/join-parts';
import { withPdf, type PdfFile, type Pdfjs } from '../pdf/open-pdf';
import { withoutFurniture } from '../pdf/page-furniture';
import type { Glyph, PageMarks } from '../pdf/page-marks';
import { paragraphsOf, textAreaOf, type PageLine, type TextArea } from '../pdf/paragraphs';
import { scanPage, type SeenPage } from '../pdf/scan-page';
import { tablesOfPage, type TablePart } from '../pdf/table-part';
import { linesOf, type PdfLine } from '../pdf/text-lines';
import type { Block, PrintedDocument } from '../printed-document';
import { refuseNoTextLayer, refuseRecognisedText, RefusedDocument } from '../refusals';

/** No report has fewer characters; stamps and page numbers on scanned pages have. */
const FEWEST_GLYPHS = 50;
/** Where so many more characters are written than seen, they are what a program recognised on pictures of the pages. */
const MOST_HIDDEN = 10;

/** What stands on a page from top to bottom. */
type Item = { readonly page: number } & ({ readonly line: PageLine } | { readonly part: TablePart });

/** A PDF as paragraphs and tables, from the text it carries and the lines it draws. Pictures are not looked at. Throws `Refused`. */
export async function readPdf(bytes: Uint8Array): Promise<PrintedDocument> {
  const pages = await scanFile(bytes);
  const seen = pages.reduce((count, page) => count + page.glyphs.length, 0);
  const written = pages.reduce((count, page) => count + page.written, 0);
  if (written - seen > Math.max(FEWEST_GLYPHS, MOST_HIDDEN * seen)) throw new RefusedDocument(refuseRecognisedText());
  if (seen < FEWEST_GLYPHS) throw new RefusedDocument(refuseNoTextLayer());
  return {
    format: 'pdf',
    name: null,
    blocks: blocksOf(itemsOf(pages)),
    pages: pages.map(({ page, width, height, turn }) => ({ number: page, width, height, turn })),
  };
}

/** Pictures are decoded only where they decide what is seen of the text. */
async function scanFile(bytes: Uint8Array): Promise<readonly SeenPage[]> {
  const pages = await withPdf(bytes, scanPages);
  return pages.some(({ isUndecided }) => isUndecided) ? withPdf(bytes, scanPages, { pictures: true }) : pages;
}

async function scanPages(file: PdfFile, pdfjs: Pdfjs): Promise<readonly SeenPage[]> {
  const layers = await file.getOptionalContentConfig();
  const isShown = (group: unknown): boolean => layers.isVisible(group as Parameters<typeof layers.isVisible>[0]);
  const pages: SeenPage[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const marks = await scanPage(page, pdfjs, { turn: 0, isShown });
    const turn = mostTurned(marks.glyphs);
    pages.push(turn === 0 ? marks : await scanPage(page, pdfjs, { turn: 4 - turn, isShown }));
    page.cleanup();
  }
  return pages;
}

/** Quarter turns of most of the text: a landscape page laid on its side is read upright. */
function mostTurned(glyphs: readonly Glyph[]): Glyph['turn'] {
  const counts = ([0, 1, 2, 3] as const).map((turn) => ({ turn, count: glyphs.filter((glyph) => glyph.turn === turn).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).turn;
}

function itemsOf(pages: readonly PageMarks[]): readonly Item[] {
  const read = pages.map((marks) => {
    const { parts, outside } = tablesOfPage(marks, findFrames(marks.horizontals, marks.verticals));
    return { ...marks, width: Math.round(marks.width), parts, lines: linesOf(outside) };
  });
  const { tables, lines } = looseTables(withoutFurniture(read).map((own, index) => ({ ...(read[index] as PageMarks), lines: own })));
  const areas = areasOf(read, lines);
  return read.flatMap(({ page, width, parts }, index) => {
    const area = areas.get(width) as TextArea;
    const loose = tables.filter((table) => table.page === page).map(({ part }) => part);
    const items: readonly (Item & { readonly top: number })[] = [
      ...[...parts, ...loose].map((part) => ({ page, part, top: part.top })),
      ...(lines[index] ?? []).map((line) => ({ page, line: { ...line, page, area }, top: line.top })),
    ];
    return [...items].sort((one, other) => one.top - other.top);
  });
}

/** The text area of the pages of each width: a page on its side has one of its own. */
function areasOf(
  pages: readonly { readonly width: number; readonly parts: readonly TablePart[] }[],
  lines: readonly (readonly PdfLine[])[],
): ReadonlyMap<number, TextArea> {
  const widths = [...new Set(pages.map(({ width }) => width))];
  return new Map(
    widths.map((own) => {
      const alike = pages.flatMap((page, index) => (page.width === own ? [{ parts: page.parts, lines: lines[index] ?? [] }] : []));
      return [
        own,
        textAreaOf(
          alike.flatMap((page) => page.lines),
          alike.flatMap((page) => page.parts),
        ),
      ];
    }),
  );
}

function blocksOf(items: readonly Item[]): readonly Block[] {
  const blocks: Block[] = [];
  let tables = 0;
  for (const run of runsOf(items)) {
    if (Array.isArray(run)) blocks.push(...paragraphsOf(run));
    else blocks.push(joinedTable(run as TablePart, (tables += 1)));
  }
  return blocks;
}

/** Lines that follow each other, and tables put together from the parts that follow each other over pages. */
function runsOf(items: readonly Item[]): readonly (readonly PageLine[] | TablePart)[] {
  const runs: (PageLine[] | TablePart)[] = [];
  let page = 0;
  for (const item of items) {
    const last = runs.at(-1);
    if ('line' in item) {
      if (Array.isArray(last)) last.push(item.line);
      else runs.push([item.line]);
    } else {
      const above = last && !Array.isArray(last) && item.page === page + 1 ? (last as TablePart) : null;
      const shift = above && !above.whole && !item.part.whole ? shiftOf(above, item.part) : null;
      if (above && shift !== null) runs[runs.length - 1] = joinParts(above, item.part, shift);
      else runs.push(item.part);
    }
    page = item.page;
  }
  return runs;
}
