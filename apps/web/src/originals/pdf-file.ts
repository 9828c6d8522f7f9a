import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Opens a PDF to be drawn. Nothing in it is run, and nothing is fetched but what the platform itself keeps; the page's policy allows no WebAssembly. */
export function openPdf(bytes: ArrayBuffer): { readonly opened: Promise<PDFDocumentProxy>; readonly close: () => void } {
  const task = getDocument({
    data: bytes.slice(0),
    cMapUrl: `${__PDF_RESOURCES__}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${__PDF_RESOURCES__}/standard_fonts/`,
    wasmUrl: `${__PDF_RESOURCES__}/wasm/`,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
  });
  return { opened: task.promise, close: () => void task.destroy() };
}
