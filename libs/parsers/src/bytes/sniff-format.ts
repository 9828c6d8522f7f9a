import type { OfficeOnlyFormat } from '../printed-document';
import type { ForeignFormat } from '../refusals';
import { zipDirectory } from './zip-directory';

/** Kinds of bytes a reader exists for, or may come to exist: `text` is everything that is decoded before it is looked at. */
export type FileKind = 'text' | 'docx' | 'xlsx' | 'pdf' | 'doc' | 'zip' | 'encrypted' | 'damaged' | OfficeOnlyFormat;
type Sniffed = FileKind | ForeignFormat;

interface Signature {
  readonly bytes: readonly (number | null)[];
  readonly is: Sniffed;
}

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));
const picture = (name: string): ForeignFormat => ({ zh: `${name}图片`, en: `a ${name} picture` });
const archive = (name: string): ForeignFormat => ({ zh: `${name}压缩包`, en: `a ${name} archive` });

const SIGNATURES: readonly Signature[] = [
  { bytes: [0x89, ...ascii('PNG')], is: picture('PNG') },
  { bytes: [0xff, 0xd8, 0xff], is: picture('JPEG') },
  { bytes: ascii('GIF8'), is: picture('GIF') },
  { bytes: [...ascii('BM'), null, null, null, null, 0, 0, 0, 0], is: picture('BMP') },
  { bytes: [...ascii('RIFF'), null, null, null, null, ...ascii('WEBP')], is: picture('WebP') },
  { bytes: [...ascii('II'), 0x2a, 0], is: picture('TIFF') },
  { bytes: [...ascii('MM'), 0, 0x2a], is: picture('TIFF') },
  { bytes: [null, null, null, null, ...ascii('ftyp')], is: { zh: '视频或者HEIC图片', en: 'a video or a HEIC picture' } },
  { bytes: ascii('{\\rtf'), is: 'rtf' },
  { bytes: ascii('MIME-Version:'), is: { zh: '网页归档文件（.mht）', en: 'a web archive (.mht)' } },
  { bytes: [0x1f, 0x8b], is: archive('gzip') },
  { bytes: [...ascii('7z'), 0xbc, 0xaf], is: archive('7z') },
  { bytes: ascii('Rar!'), is: archive('RAR') },
  { bytes: [0x7f, ...ascii('ELF')], is: { zh: '可执行程序', en: 'a program' } },
  { bytes: [...ascii('MZ'), null, 0], is: { zh: '可执行程序', en: 'a program' } },
];

const PDF = ascii('%PDF');
/** Readers of PDF look for its mark within these bytes, whatever stands before it. */
const PDF_HEAD = 1024;
const ZIP = ascii('PK');
/** The first entry of an Office file names its kind within these bytes. */
const ZIP_HEAD = 4096;
const MOST_ENTRIES = 2000;
/** An archive of reports has none of these. */
const OFFICE_PART = /^\/?(?:\[content_types\]\.xml|word\/document\.xml|xl\/workbook\.xml)$/i;
const OPEN_DOCUMENT: ForeignFormat = { zh: '其他OpenDocument文件', en: 'an OpenDocument file of another kind' };
/** An OpenDocument file names its kind in its first entry, unpacked (ODF 1.3 part 2, 3.3). */
const DOCUMENT_KINDS: Readonly<Record<string, OfficeOnlyFormat>> = { text: 'odt', spreadsheet: 'ods' };
/** GB/T 33190: the entry every OFD file begins with. */
const OFD_PART = /^\/?OFD\.xml$/i;
const OFD: ForeignFormat = {
  zh: 'OFD版式文件（.ofd）',
  en: 'an OFD file (.ofd)',
  remedy: {
    zh: '请提供生成它的Word原文件，或者用OFD阅读器、WPS打开后导出为PDF（不要打印成图片）再试。',
    en: 'Send the Word file it was made from, or open it in an OFD reader or WPS and export it as PDF (not as pictures).',
  },
};
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a file is by its bytes; the file's name is never asked. */
export function sniffFormat(bytes: Uint8Array): Sniffed {
  const signature = SIGNATURES.find((one) => startsWith(bytes, one.bytes));
  if (signature) return signature.is;
  if (startsWith(bytes, COMPOUND)) return sniffCompound(bytes);
  if (startsWith(bytes, [...ZIP, 3, 4]) || startsWith(bytes, [...ZIP, 5, 6])) return sniffZip(bytes);
  return asLatin(bytes.subarray(0, PDF_HEAD)).includes(asLatin(Uint8Array.from([...PDF, ...ascii('-')]))) ? 'pdf' : 'text';
}

/** The directory of a compound file (MS-CFB) names its streams in UTF-16. */
function sniffCompound(bytes: Uint8Array): Sniffed {
  const holds = (name: string): boolean => asLatin(bytes).includes([...name].join('\u0000'));
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook')) return 'xls';
  if (holds('PowerPoint Document')) return { zh: '旧版PowerPoint文件（.ppt）', en: 'an old PowerPoint file (.ppt)' };
  return 'wps';
}

/** By its entries; a file cut short has lost their list and is known by what its beginning says. */
function sniffZip(bytes: Uint8Array): Sniffed {
  const entries = zipDirectory(bytes, MOST_ENTRIES);
  const names = entries?.map(({ name }) => asLatin(name).replaceAll('\\', '/')) ?? [asLatin(bytes.subarray(0, ZIP_HEAD))];
  const holds = (part: string): boolean => names.some((name) => (entries ? name.startsWith(part) : name.includes(part)));
  if (entries && names.some((name) => OFD_PART.test(name))) return OFD;
  if (entries && !names.some((name) => OFFICE_PART.test(name))) return holds('META-INF/manifest.xml') ? openDocumentKind(bytes) : 'zip';
  if (holds('word/')) return 'docx';
  if (holds('xl/')) return 'xlsx';
  if (holds('ppt/')) return { zh: 'PowerPoint文件（.pptx）', en: 'a PowerPoint file (.pptx)' };
  return entries ? 'zip' : 'damaged';
}

function openDocumentKind(bytes: Uint8Array): Sniffed {
  const kind = /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]{1,20})/.exec(asLatin(bytes.subarray(0, ZIP_HEAD)))?.[1];
  return DOCUMENT_KINDS[kind ?? ''] ?? OPEN_DOCUMENT;
}

function asLatin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function startsWith(bytes: Uint8Array, wanted: readonly (number | null)[]): boolean {
  return bytes.length >= wanted.length && wanted.every((byte, index) => byte === null || bytes[index] === byte);
}
