import type { Reader } from '@gongkai/parsers/worker';
import { recordOfRefusal, type CheckRecord, type FileRefusal } from './check-record';
import { recordOfReport, type ReadReport } from './record-of-report';
import type { FindLastYear } from './last-year';
import { isRefused, type Source } from './sources/source';

export interface CheckTerms {
  /** The year the reports are owed for; null where any will do. */
  readonly expectedYear: number | null;
  readonly findLastYear: FindLastYear;
}

/** Loads, reads and checks one source. */
export async function checkSource(source: Source, reader: Reader, { expectedYear, findLastYear }: CheckTerms): Promise<CheckRecord> {
  const read = await readSource(source, reader);
  if ('code' in read) return recordOfRefusal(source.name, read);
  return recordOfReport(read, expectedYear, findLastYear(read.report));
}

/** A fault of the reader costs one file, which says so; the others are read. */
export async function readSource({ name, load }: Source, reader: Reader): Promise<ReadReport | FileRefusal> {
  const loaded = await load();
  if (isRefused(loaded)) return loaded;
  try {
    const outcome = await reader.read({ bytes: loaded, fileName: name });
    return outcome.ok ? { file: name, format: outcome.format, report: outcome.report } : outcome.refusal;
  } catch (fault) {
    return refuseByFault(fault);
  }
}

function refuseByFault(fault: unknown): FileRefusal {
  const said = fault instanceof Error ? fault.message : String(fault);
  return {
    code: 'READER_FAULT',
    message: {
      zh: `程序读取这个文件时出错，请把文件交给维护者：${said}`,
      en: `The program failed on this file; please send the file to its maintainers: ${said}`,
    },
  };
}
