import type { Words } from '@gongkai/model';
import { officeTarget, type OfficeOnlyFormat } from './printed-document';

export type ParseRefusalCode =
  | 'EMPTY_FILE'
  | 'FILE_TOO_LARGE'
  | 'UNSUPPORTED_FORMAT'
  | 'NOT_TEXT'
  | 'NO_REPORT_FOUND'
  /** The container is cut short or broken. */
  | 'DAMAGED_FILE'
  | 'ENCRYPTED_FILE'
  /** A scanned PDF: pictures of pages without text. */
  | 'NO_TEXT_LAYER'
  | 'HOLDS_MACROS'
  /** A container that unpacks to far more than any report. */
  | 'EXPANDS_TOO_FAR'
  /** An archive of files, each to be read for itself. */
  | 'ARCHIVE'
  /** A format only an office program can open, and none is at hand. */
  | 'NEEDS_CONVERSION'
  /** Too many files wait to be read. */
  | 'BUSY'
  | 'PARSE_TIMEOUT'
  | 'PARSE_MEMORY';

/** Why a file was not read at all, for a program and for a person. */
export interface ParseRefusal {
  readonly code: ParseRefusalCode;
  readonly message: Words;
}

/** What a format throws where it refuses a file; `parseReport` answers with the refusal. Everything else that is thrown is a fault. */
export class RefusedDocument extends Error {
  constructor(readonly refusal: ParseRefusal) {
    super(refusal.code);
  }
}

/** What a file really is, by its first bytes, and what helps where saving it as another format does not. */
export interface ForeignFormat extends Words {
  readonly remedy?: Words;
}

const refusal = (code: ParseRefusalCode, zh: string, en: string): ParseRefusal => ({ code, message: { zh, en } });

export const refuseEmpty = (): ParseRefusal => refusal('EMPTY_FILE', '文件是空的。', 'The file is empty.');

/** `limit` in whole megabytes. */
export const refuseTooLarge = (limit: number): ParseRefusal =>
  refusal('FILE_TOO_LARGE', `文件超过${limit} MB，无法读取。`, `The file is larger than ${limit} MB and is not read.`);

/** `limit` in pages. */
export const refusePages = (limit: number): ParseRefusal =>
  refusal('FILE_TOO_LARGE', `PDF超过${limit}页，无法读取。`, `The PDF has more than ${limit} pages and is not read.`);

export const refuseFormat = (found: ForeignFormat): ParseRefusal =>
  refusal(
    'UNSUPPORTED_FORMAT',
    `文件内容是${found.zh}，无法读取。${found.remedy?.zh ?? '可以读取 Word（.docx、.doc）、网页、PDF、Excel（.xlsx）、CSV 和纯文本，请另存为其中一种。'}`,
    `The content of the file is ${found.en}, which cannot be read. ${found.remedy?.en ?? 'Word (.docx, .doc), web pages, PDF, Excel (.xlsx), CSV and plain text can: save it as one of these.'}`,
  );

export const refuseNotText = (): ParseRefusal =>
  refusal('NOT_TEXT', '文件内容不是文字，或者文字编码无法识别。', 'The file is not text, or its encoding could not be recognised.');

export const refuseNoReport = (): ParseRefusal =>
  refusal(
    'NO_REPORT_FOUND',
    '文件中没有找到政府信息公开工作年度报告的表格和标题。',
    'Neither the tables nor the headings of an annual report on open government information were found in the file.',
  );

export const refuseDamaged = (): ParseRefusal =>
  refusal(
    'DAMAGED_FILE',
    '文件不完整或者已经损坏，打不开。请重新导出或者重新下载后再试。',
    'The file is cut short or damaged and does not open. Export or download it again.',
  );

export const refuseEncrypted = (): ParseRefusal =>
  refusal('ENCRYPTED_FILE', '文件设有密码，请取消密码后再试。', 'The file is protected by a password: remove it and try again.');

export const refuseNoTextLayer = (): ParseRefusal =>
  refusal(
    'NO_TEXT_LAYER',
    'PDF中只有图像，没有文字（扫描件）。请提供由Word等导出的PDF，或者提供原始文件。',
    'The PDF holds pictures of pages and no text (a scan). Export it from the word processor, or send the original file.',
  );

/** A scan whose text a program recognised and laid out of sight behind or over the pictures. */
export const refuseRecognisedText = (): ParseRefusal =>
  refusal(
    'NO_TEXT_LAYER',
    'PDF是扫描件，看得见的是图像，文字是识别后隐藏在图像之下的。识别出来的数字可能有误，不能作为依据。请提供生成该扫描件的原始文件，或者由Word等导出的PDF。',
    'The PDF is a scan: what is seen are pictures, and its text was recognised from them and is hidden. Recognised figures are no proof. Send the file the scan was made from, or a PDF exported by the word processor.',
  );

export const refuseMacros = (): ParseRefusal =>
  refusal('HOLDS_MACROS', '文件中有宏，不予读取。请另存为不含宏的文件。', 'The file holds macros and is not read. Save it without macros.');

/** `limit` in whole megabytes. */
export const refuseExpansion = (limit: number): ParseRefusal =>
  refusal(
    'EXPANDS_TOO_FAR',
    `文件解压后超过${limit} MB，不像是年度报告，已停止读取。`,
    `Unpacked, the file is larger than ${limit} MB, which no annual report is; reading was stopped.`,
  );

/** `limit` in entries of the container. */
export const refuseEntries = (limit: number): ParseRefusal =>
  refusal(
    'EXPANDS_TOO_FAR',
    `文件内部的组成部分超过${limit}个，不像是年度报告，已停止读取。`,
    `The file is made of more than ${limit} parts, which no annual report is; reading was stopped.`,
  );

/** `limit` in files of an archive. */
export const refuseFiles = (limit: number): ParseRefusal =>
  refusal(
    'EXPANDS_TOO_FAR',
    `压缩包中的文件超过${limit}个，请分成几个压缩包。`,
    `The archive holds more than ${limit} files: send it in several parts.`,
  );

/** `limit` in megabytes of an archive, unpacked. */
export const refuseArchiveSize = (limit: number): ParseRefusal =>
  refusal(
    'EXPANDS_TOO_FAR',
    `压缩包解压后超过${limit} MB，已停止读取，请分成几个压缩包。`,
    `Unpacked, the archive is larger than ${limit} MB; reading was stopped: send it in several parts.`,
  );

export const refuseArchive = (): ParseRefusal =>
  refusal('ARCHIVE', '文件是压缩包，请逐个提供其中的报告。', 'The file is an archive: give the reports in it one by one.');

const ONLY_IN_OFFICE: Readonly<Record<OfficeOnlyFormat | 'doc', Words>> = {
  wps: { zh: 'WPS文字格式（.wps）', en: 'in the format of WPS Writer (.wps)' },
  doc: { zh: '旧版Word文件（.doc），其中的表格这里读不准', en: 'an old Word file (.doc) with tables that cannot be read for sure' },
  rtf: { zh: 'RTF文件', en: 'an RTF file' },
  odt: { zh: 'OpenDocument文字文件（.odt）', en: 'an OpenDocument text (.odt)' },
  ods: { zh: 'OpenDocument表格文件（.ods）', en: 'an OpenDocument spreadsheet (.ods)' },
  xls: { zh: '旧版Excel文件或者WPS表格文件（.xls、.et）', en: 'an old Excel file or one of WPS Sheets (.xls, .et)' },
};

export const refuseConversion = (kind: keyof typeof ONLY_IN_OFFICE): ParseRefusal => {
  const [zh, en] =
    officeTarget(kind) === 'xlsx' ? ['Excel工作簿（.xlsx）', 'an Excel workbook (.xlsx)'] : ['Word文件（.docx）', 'a Word file (.docx)'];
  return refusal(
    'NEEDS_CONVERSION',
    `文件是${ONLY_IN_OFFICE[kind].zh}，此处没有办公软件能打开它。请用WPS或者Office另存为${zh}后再试。`,
    `The file is ${ONLY_IN_OFFICE[kind].en}, and no office program here can open it. Save it as ${en} and try again.`,
  );
};

/** How long whoever found no place waits before asking again. */
const BUSY_SECONDS = 10;

export const refuseBusy = (): ParseRefusal =>
  refusal(
    'BUSY',
    `正在读取的文件太多，请在${BUSY_SECONDS}秒后再试。`,
    `Too many files are being read; try again in ${BUSY_SECONDS} seconds.`,
  );

/** `seconds` of processor time. */
export const refuseSlow = (seconds: number): ParseRefusal =>
  refusal(
    'PARSE_TIMEOUT',
    `读取文件占用处理器超过${seconds}秒，已停止。`,
    `Reading the file took more than ${seconds} seconds of processor time and was stopped.`,
  );

/** `seconds` by the clock. */
export const refuseTimeout = (seconds: number): ParseRefusal =>
  refusal('PARSE_TIMEOUT', `读取文件超过${seconds}秒，已停止。`, `Reading the file took longer than ${seconds} seconds and was stopped.`);

export const refuseMemory = (megabytes: number): ParseRefusal =>
  refusal(
    'PARSE_MEMORY',
    `读取文件占用内存超过${megabytes} MB，已停止。`,
    `Reading the file took more than ${megabytes} MB of memory and was stopped.`,
  );
