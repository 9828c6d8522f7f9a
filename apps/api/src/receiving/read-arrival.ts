import { createHash } from 'node:crypto';
import { formInForce } from '@gongkai/catalogue';
import type { ReportInput } from '@gongkai/contract';
import type { Report } from '@gongkai/model';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';
import { type IncomingFile, type ReceivedFile, receiveFile } from './receive-file';
import type { KeptDocument, ReadReport } from './receiving';
import { refuseLength } from './refuse-length';
import { typedReport } from './typed-report';

/** What arrived, read but not judged; typed reports have no document. */
export interface Arrival {
  readonly report: Report;
  readonly document: KeptDocument | null;
}

/** The file that was sent, whole; null for typed cells. Refused: neither, both, and what did not come whole. */
export async function receiveOriginal(input: ReportInput): Promise<ReceivedFile | null | Refusal> {
  if ((input.file == null) === (input.cells == null)) {
    return refuse('NOTHING_TO_FILE', { zh: '请上传一个文件，或填写表格，二者选一。', en: 'Send either a file or cells.' });
  }
  return input.file == null ? null : receiveFile(input.file as IncomingFile);
}

/** Reads the file by `read`, or else the cells as typed. */
export async function readArrival(
  input: ReportInput,
  original: ReceivedFile | null,
  read: (file: ReceivedFile) => Promise<ReadReport | Refusal>,
): Promise<Arrival | Refusal> {
  const tooLong = refuseLength(input.narrative ?? []);
  if (tooLong !== null) return tooLong;
  return original === null ? readTyped(input) : read(original);
}

/** A file by its name and SHA-256. */
export function named({ name, content }: ReceivedFile): { readonly name: string; readonly sha256: string } {
  return { name, sha256: createHash('sha256').update(content).digest('hex') };
}

function readTyped(input: ReportInput): Arrival | Refusal {
  const year = input.year ?? null;
  const form = input.form ?? (year === null ? undefined : formInForce(year)?.id);
  if (year === null || form === undefined) {
    return refuse('UNKNOWN_FORM', {
      zh: '该年度没有法定格式，请指明格式与年度。',
      en: 'No statutory form covers this year; say form and year.',
    });
  }
  const report = typedReport({ form, year, cells: input.cells ?? [], narrative: input.narrative ?? [] });
  return isRefusal(report) ? report : { report, document: null };
}
