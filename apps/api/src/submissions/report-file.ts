import { createHash } from 'node:crypto';
import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import type { Report } from '@gongkai/model';
import { LARGEST_FILE, decodeText, type DocumentFormat } from '@gongkai/parsers';
import { officeConverter, openReader } from '@gongkai/parsers/worker';
import { Unclean } from '../antivirus/scanner';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';
import { takeTurns } from './take-turns';

const MEGABYTE = 1024 * 1024;
/** Bytes. */
export const LARGEST_UPLOAD = LARGEST_FILE * MEGABYTE;
/** Reading takes memory: few at once, the others in line. */
const AT_ONCE = 3;
const inTurn = takeTurns(AT_ONCE, 40);
const reader = openReader(
  { forms: FORMS, cells: CELLS, declared: DECLARED },
  { seconds: 15, megabytes: 512, threads: AT_ONCE },
  officeConverter(),
);

/** A file of the GraphQL multipart request convention. */
export interface IncomingFile {
  readonly filename: string;
  createReadStream(): AsyncIterable<Buffer>;
}

export interface KeptDocument {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
}

const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  text: 'text/plain',
  html: 'text/html',
  csv: 'text/csv',
  pdf: 'application/pdf',
  doc: 'application/msword',
  wps: 'application/vnd.ms-works',
  rtf: 'application/rtf',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xls: 'application/vnd.ms-excel',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface ReceivedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Takes the file in, refusing what is empty or larger than so many megabytes without reading it to its end. */
export async function receiveFile(incoming: Promise<IncomingFile>, megabytes = LARGEST_FILE): Promise<ReceivedFile | Refusal> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const file = await incoming;
    for await (const chunk of file.createReadStream()) {
      size += chunk.byteLength;
      if (size > megabytes * MEGABYTE) return tooLarge(megabytes);
      chunks.push(chunk);
    }
    if (size === 0) return refuse('EMPTY_FILE', { zh: '文件是空的。', en: 'The file is empty.' });
    return { name: file.filename, content: Buffer.concat(chunks) };
  } catch (fault) {
    if (fault instanceof Unclean) return fault.refusal;
    if (statusOf(fault) === 413) return tooLarge(megabytes);
    if (statusOf(fault) < 500) return refuse('BAD_REQUEST', { zh: '文件没有完整送到。', en: 'The file did not arrive whole.' });
    throw fault;
  }
}

/** A text file, by its encoding whatever it is. */
export async function receiveText(incoming: Promise<IncomingFile>): Promise<string | Refusal> {
  const file = await receiveFile(incoming);
  if (isRefusal(file)) return file;
  const text = decodeText(new Uint8Array(file.content));
  return (
    text ??
    refuse('NOT_TEXT', {
      zh: '文件内容不是文字，或者文字编码无法识别。',
      en: 'The file is not text, or its encoding could not be recognised.',
    })
  );
}

/** Reads the file in a worker under limits of time and memory. */
export async function readReportFile(file: ReceivedFile): Promise<{ readonly report: Report; readonly document: KeptDocument } | Refusal> {
  const outcome = await inTurn(() => reader.read({ bytes: new Uint8Array(file.content), fileName: file.name }));
  if (outcome === null)
    return refuse('BUSY', { zh: '正在读取的文件太多，请稍后再试。', en: 'Too many files are being read; try again in a moment.' });
  if (!outcome.ok) return refuse(outcome.refusal.code, outcome.refusal.message);
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  const mediaType = MEDIA_TYPES[outcome.format];
  return { report: outcome.report, document: { name: file.name, mediaType, sha256, content: file.content } };
}

function tooLarge(megabytes: number): Refusal {
  return refuse('FILE_TOO_LARGE', { zh: `文件超过 ${megabytes} MB。`, en: `The file is larger than ${megabytes} MB.` });
}

/** The HTTP status an upload error stands for; 500 where it says none. */
function statusOf(fault: unknown): number {
  return typeof fault === 'object' && fault !== null && 'status' in fault && typeof fault.status === 'number' ? fault.status : 500;
}
