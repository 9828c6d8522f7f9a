import { drawnOnce } from './drawn-once';
import type { Matrix } from './matrix';
import type { PdfPage, Pdfjs } from './open-pdf';
import type { PageMarks } from './page-marks';
import { PageScan, type PageResources } from './page-scan';
import { withoutDecoration } from './text-decoration';

/** What a page shows, whether pictures that were left out decide it, and how many characters are written on it, seen or not. */
export interface SeenPage extends PageMarks {
  readonly written: number;
  /** Clockwise in degrees: what the file says of the page, and how it was turned to be read upright. */
  readonly turn: number;
  readonly isUndecided: boolean;
}

/**
 * Everything seen on a page, in one pass over its operators. Text that leans (a watermark), has the colour of what is beneath, is covered,
 * transparent, clipped away, struck out, in a hidden layer or beyond the page is left out.
 */
export async function scanPage(
  page: PdfPage,
  pdfjs: Pdfjs,
  { turn, isShown }: { readonly turn: number; readonly isShown: PageResources['isShown'] },
): Promise<SeenPage> {
  const degrees = (page.rotate + turn * 90) % 360;
  const view = page.getViewport({ scale: 1, rotation: degrees });
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE });
  const { width, height } = view;
  const fontOf = (name: string): ReturnType<PageResources['fontOf']> => page.commonObjs.get(name) as ReturnType<PageResources['fontOf']>;
  const scan = new PageScan(view.transform as unknown as Matrix, { left: 0, top: 0, right: width, bottom: height }, { fontOf, isShown });
  scan.run(fnArray, argsArray as readonly unknown[], pdfjs.OPS);
  const { paper, rulings } = scan;
  const marks = withoutDecoration(drawnOnce(paper.seenGlyphs), rulings);
  return { page: page.pageNumber, width, height, ...marks, written: scan.written, turn: degrees, isUndecided: paper.isUndecided };
}
