import { decodeText } from '../bytes/decode-text';
import { sniffFormat, type FileKind } from '../bytes/sniff-format';
import type { PrintedDocument } from '../printed-document';
import {
  refuseArchive,
  refuseConversion,
  refuseDamaged,
  refuseEmpty,
  refuseEncrypted,
  refuseFormat,
  refuseNotText,
  RefusedDocument,
} from '../refusals';
import { readDoc } from './doc-format';
import { readDocx } from './docx-format';
import type { BinaryFormat, TextualFormat } from './format';
import { isCsv, readCsv } from './csv-format';
import { isHtml, readHtml } from './html-format';
import { readPdf } from './pdf-format';
import { readText } from './text-format';
import { readWps } from './wps-format';
import { readXlsx } from './xlsx-format';

/** Formats of decoded text, the pickiest first; the last one takes everything. */
const TEXTUAL: readonly TextualFormat[] = [
  { accepts: isHtml, read: readHtml },
  { accepts: isCsv, read: readCsv },
  { accepts: () => true, read: readText },
];

/** Formats with bytes of their own. A new format is a file of its own and a line here. */
const BINARY: Readonly<Record<Exclude<FileKind, 'text'>, BinaryFormat>> = {
  docx: readDocx,
  xlsx: readXlsx,
  pdf: readPdf,
  doc: readDoc,
  wps: readWps,
  rtf: () => refuse(refuseConversion('rtf')),
  odt: () => refuse(refuseConversion('odt')),
  ods: () => refuse(refuseConversion('ods')),
  xls: () => refuse(refuseConversion('xls')),
  zip: () => refuse(refuseArchive()),
  damaged: () => refuse(refuseDamaged()),
  encrypted: () => refuse(refuseEncrypted()),
};

/** A file as paragraphs and tables, whatever its format. Throws `Refused`. */
export async function readDocument(bytes: Uint8Array): Promise<PrintedDocument> {
  const kind = sniffFormat(bytes);
  if (typeof kind === 'object') return refuse(refuseFormat(kind));
  if (kind !== 'text') return BINARY[kind](bytes);
  const text = decodeText(bytes);
  if (text === null || text.includes('\u0000')) return refuse(refuseNotText());
  if (text.trim() === '') return refuse(refuseEmpty());
  const format = TEXTUAL.find((one) => one.accepts(text));
  return (format?.read ?? readText)(text);
}

function refuse(refusal: ConstructorParameters<typeof RefusedDocument>[0]): never {
  throw new RefusedDocument(refusal);
}
