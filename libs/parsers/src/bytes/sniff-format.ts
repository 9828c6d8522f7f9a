import type { ForeignFormat } from '../refusals';

interface Signature {
  readonly bytes: readonly (number | null)[];
  readonly is: ForeignFormat;
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
  { bytes: ascii('%PDF'), is: { zh: 'PDF文件', en: 'a PDF file' } },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    is: { zh: '旧版Office或WPS文件（.doc、.xls、.wps）', en: 'an old Office or WPS file (.doc, .xls, .wps)' },
  },
  { bytes: ascii('{\\rtf'), is: { zh: 'RTF文件', en: 'an RTF file' } },
  { bytes: ascii('MIME-Version:'), is: { zh: '网页归档文件（.mht）', en: 'a web archive (.mht)' } },
  { bytes: [0x1f, 0x8b], is: archive('gzip') },
  { bytes: [...ascii('7z'), 0xbc, 0xaf], is: archive('7z') },
  { bytes: ascii('Rar!'), is: archive('RAR') },
  { bytes: [0x7f, ...ascii('ELF')], is: { zh: '可执行程序', en: 'a program' } },
  { bytes: [...ascii('MZ'), null, 0], is: { zh: '可执行程序', en: 'a program' } },
];

const ZIP = ascii('PK');
/** The first entry of an Office file names its kind within these bytes. */
const ZIP_HEAD = 4096;

/** What a file is by its first bytes, if that is something other than text; null where it may be text. The file's name is never asked. */
export function sniffForeignFormat(bytes: Uint8Array): ForeignFormat | null {
  const signature = SIGNATURES.find((one) => startsWith(bytes, one.bytes));
  if (signature) return signature.is;
  return startsWith(bytes, [...ZIP, 3, 4]) || startsWith(bytes, [...ZIP, 5, 6]) ? sniffZip(bytes) : null;
}

function sniffZip(bytes: Uint8Array): ForeignFormat {
  const ends = [bytes.subarray(0, ZIP_HEAD), bytes.subarray(-ZIP_HEAD)];
  const names = ends.map((end) => new TextDecoder('latin1').decode(end)).join('');
  if (names.includes('word/')) return { zh: 'Word文件（.docx）', en: 'a Word file (.docx)' };
  if (names.includes('xl/')) return { zh: 'Excel文件（.xlsx）', en: 'an Excel file (.xlsx)' };
  return archive('ZIP');
}

function startsWith(bytes: Uint8Array, wanted: readonly (number | null)[]): boolean {
  return bytes.length >= wanted.length && wanted.every((byte, index) => byte === null || bytes[index] === byte);
}
