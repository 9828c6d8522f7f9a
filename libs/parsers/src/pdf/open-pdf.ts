/// <reference path="./pdf-worker.d.ts" />
import { PdfjsPort } from './pdfjs-port';
import { refuseDamaged, refuseEncrypted, refusePages, RefusedDocument } from '../refusals';

/** pdfjs-dist is an ES module: loaded when the first PDF is met, and only outside of a CommonJS test run. */
const loadPdfjs = () => import('pdfjs-dist/legacy/build/pdf.mjs');
/** Its half that reads; the other asks. */
const loadReadingHalf = () => import('pdfjs-dist/legacy/build/pdf.worker.mjs');

export type Pdfjs = Awaited<ReturnType<typeof loadPdfjs>>;
export type PdfFile = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfFile['getPage']>>;

type DocumentOptions = Exclude<Parameters<Pdfjs['getDocument']>[0], string | URL | ArrayBuffer | ArrayBufferView | undefined>;

/** No annual report comes near it; a book is refused rather than read in part. */
const MOST_PAGES = 300;
/** The last mark of a file stands within these bytes of its end, whatever was appended; zeros and white space do not count. */
const TAIL = 2048;
const PADDING: ReadonlySet<number> = new Set([0, 9, 10, 12, 13, 32]);
/** Larger pictures are left out: a single pixel where none are asked for, as much as a page scanned finely otherwise. */
const LARGEST_PICTURE = { without: 1, with: 40_000_000 };

/** Where pdfjs lays down the fonts it would draw with: nowhere. */
const NOTHING_DRAWN = { fonts: { add: (): void => undefined, delete: (): void => undefined } } as unknown as NonNullable<
  DocumentOptions['ownerDocument']
>;

/** Opens a PDF, hands it over and closes it. Nothing in it is run, rendered or fetched; character maps come with the package. Throws `Refused`. */
export async function withPdf<Result>(
  bytes: Uint8Array,
  read: (file: PdfFile, pdfjs: Pdfjs) => Promise<Result>,
  { pictures = false }: { readonly pictures?: boolean } = {},
): Promise<Result> {
  if (!isComplete(bytes)) throw new RefusedDocument(refuseDamaged());
  const [pdfjs, { WorkerMessageHandler }] = await Promise.all([loadPdfjs(), loadReadingHalf()]);
  const [asking, reading] = PdfjsPort.pair();
  const worker = new pdfjs.PDFWorker({ port: asking as never, verbosity: pdfjs.VerbosityLevel.ERRORS });
  WorkerMessageHandler.initializeFromPort(reading);
  const resources = require.resolve('pdfjs-dist/package.json').replace(/package\.json$/, '');
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    worker,
    cMapUrl: `${resources}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${resources}standard_fonts/`,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: false,
    ownerDocument: NOTHING_DRAWN,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: pictures ? LARGEST_PICTURE.with : LARGEST_PICTURE.without,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const file = await task.promise;
    if (file.numPages > MOST_PAGES) throw new RefusedDocument(refusePages(MOST_PAGES));
    return await read(file, pdfjs);
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await task.destroy();
    worker.destroy();
  }
}

/** A file that was cut short lacks its last mark; pdfjs would read what is left of it without a word. */
function isComplete(bytes: Uint8Array): boolean {
  const end = bytes.findLastIndex((byte) => !PADDING.has(byte)) + 1;
  return new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, end - TAIL), end)).includes('%%EOF');
}

const DAMAGES: ReadonlySet<string> = new Set([
  'InvalidPDFException',
  'FormatError',
  'XRefEntryException',
  'XRefParseException',
  'UnknownErrorException',
  'MissingDataException',
]);

/** What pdfjs throws for a file it cannot make sense of; everything else is a fault. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && DAMAGES.has(error.name);
}

function refusalOf(error: unknown): unknown {
  if (error instanceof Error && error.name === 'PasswordException') return new RefusedDocument(refuseEncrypted());
  return isDamage(error) ? new RefusedDocument(refuseDamaged()) : error;
}
