import type { FileRefusal } from '../check-record';
import type { Source } from './source';

/** What a source that cannot be had answers with when its turn comes. */
export function refusedSource(name: string, refusal: FileRefusal): Source {
  return { name, load: async () => refusal };
}

/** An error of the file system in words; every other one is a fault of ours and thrown on. */
export function refuseByError(error: unknown): FileRefusal {
  const code = typeof error === 'object' && error !== null && 'code' in error && 'syscall' in error ? String(error.code) : null;
  if (code === null) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { code: 'NO_SUCH_FILE', message: { zh: '文件不存在。', en: 'There is no such file.' } };
  if (code === 'EACCES' || code === 'EPERM')
    return { code: 'NOT_ALLOWED', message: { zh: '没有读取这个文件的权限。', en: 'You may not read this file.' } };
  return { code: 'CANNOT_BE_OPENED', message: { zh: `文件打不开（${code}）。`, en: `The file does not open (${code}).` } };
}

export const NOTHING_IN_FOLDER: FileRefusal = {
  code: 'EMPTY_FOLDER',
  message: { zh: '文件夹里没有文件。', en: 'There is no file in the folder.' },
};

export const NOTHING_IN_ARCHIVE: FileRefusal = {
  code: 'EMPTY_ARCHIVE',
  message: { zh: '压缩包里没有文件。', en: 'There is no file in the archive.' },
};

/** `limit` in megabytes. */
export const refuseLargeArchive = (limit: number): FileRefusal => ({
  code: 'FILE_TOO_LARGE',
  message: { zh: `压缩包超过${limit} MB，无法读取。`, en: `The archive is larger than ${limit} MB and is not read.` },
});

/** A fault of ours costs one file, which says so; the others are read. */
export function refuseByFault(fault: unknown): FileRefusal {
  const said = fault instanceof Error ? fault.message : String(fault);
  return {
    code: 'READER_FAULT',
    message: {
      zh: `程序读取这个文件时出错，请把文件交给维护者：${said}`,
      en: `The program failed on this file; please send the file to its maintainers: ${said}`,
    },
  };
}

const UNREACHED: readonly string[] = ['NO_SUCH_FILE', 'NOT_ALLOWED', 'CANNOT_BE_OPENED', NOTHING_IN_FOLDER.code];

/** Whether there was nothing to read, rather than something that could not be read. */
export function isUnreached({ code }: FileRefusal): boolean {
  return UNREACHED.includes(code);
}
