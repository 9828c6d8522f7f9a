import type { Words } from '@gongkai/model';

export type ParseRefusalCode =
  'EMPTY_FILE' | 'FILE_TOO_LARGE' | 'UNSUPPORTED_FORMAT' | 'NOT_TEXT' | 'NO_REPORT_FOUND' | 'PARSE_TIMEOUT' | 'PARSE_MEMORY';

/** Why a file was not read at all, for a program and for a person. */
export interface ParseRefusal {
  readonly code: ParseRefusalCode;
  readonly message: Words;
}

/** What a file really is, by its first bytes. */
export type ForeignFormat = Words;

const refusal = (code: ParseRefusalCode, zh: string, en: string): ParseRefusal => ({ code, message: { zh, en } });

export const refuseEmpty = (): ParseRefusal => refusal('EMPTY_FILE', '文件是空的。', 'The file is empty.');

/** `limit` in whole megabytes. */
export const refuseTooLarge = (limit: number): ParseRefusal =>
  refusal('FILE_TOO_LARGE', `文件超过${limit} MB，无法读取。`, `The file is larger than ${limit} MB and is not read.`);

export const refuseFormat = (found: ForeignFormat): ParseRefusal =>
  refusal(
    'UNSUPPORTED_FORMAT',
    `文件内容是${found.zh}，目前只能读取纯文本和网页（HTML）。`,
    `The content of the file is ${found.en}; plain text and HTML can be read.`,
  );

export const refuseNotText = (): ParseRefusal =>
  refusal('NOT_TEXT', '文件内容不是文字，或者文字编码无法识别。', 'The file is not text, or its encoding could not be recognised.');

export const refuseNoReport = (): ParseRefusal =>
  refusal(
    'NO_REPORT_FOUND',
    '文件中没有找到政府信息公开工作年度报告的表格和标题。',
    'Neither the tables nor the headings of an annual report on open government information were found in the file.',
  );

export const refuseTimeout = (seconds: number): ParseRefusal =>
  refusal('PARSE_TIMEOUT', `读取文件超过${seconds}秒，已停止。`, `Reading the file took longer than ${seconds} seconds and was stopped.`);

export const refuseMemory = (megabytes: number): ParseRefusal =>
  refusal(
    'PARSE_MEMORY',
    `读取文件占用内存超过${megabytes} MB，已停止。`,
    `Reading the file took more than ${megabytes} MB of memory and was stopped.`,
  );
