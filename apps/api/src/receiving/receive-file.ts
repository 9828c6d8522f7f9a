import { LARGEST_FILE, decodeText } from '@gongkai/parsers';
import { Unclean } from './scanner';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';

const MEGABYTE = 1024 * 1024;
/** Bytes. */
export const LARGEST_UPLOAD = LARGEST_FILE * MEGABYTE;
/** A file of the GraphQL multipart request convention. */
export interface IncomingFile {
  readonly filename: string;
  createReadStream(): AsyncIterable<Buffer>;
}

export interface ReceivedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Takes the file in, refusing what is empty or larger than so many megabytes without reading it to its end. */
export async function receiveFile(file: IncomingFile, megabytes = LARGEST_FILE): Promise<ReceivedFile | Refusal> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
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
export async function receiveText(incoming: IncomingFile): Promise<string | Refusal> {
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

function tooLarge(megabytes: number): Refusal {
  return refuse('FILE_TOO_LARGE', { zh: `文件超过 ${megabytes} MB。`, en: `The file is larger than ${megabytes} MB.` });
}

/** The HTTP status an upload error stands for; 500 where it says none. */
function statusOf(fault: unknown): number {
  return typeof fault === 'object' && fault !== null && 'status' in fault && typeof fault.status === 'number' ? fault.status : 500;
}
