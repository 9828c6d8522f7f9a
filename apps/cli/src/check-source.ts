import type { Reader } from '@gongkai/parsers/worker';
import { recordOfRefusal, type CheckRecord, type FileRefusal } from './check-record';
import { recordOfReport, type LoadedReport } from './record-of-report';
import type { FindLastYear } from './last-year';
import { refuseByFault } from './sources/refusals';
import { isRefused, type Source } from './sources/source';

export interface CheckTerms {
  /** The year the reports are owed for; null where any will do. */
  readonly expectedYear: number | null;
  readonly findLastYear: FindLastYear;
}

/** Loads, reads and checks one source. */
export async function checkSource(source: Source, reader: Reader, { expectedYear, findLastYear }: CheckTerms): Promise<CheckRecord> {
  const read = await loadReport(source, reader);
  if ('code' in read) return recordOfRefusal(source.name, read);
  return recordOfReport(read, expectedYear, findLastYear(read.report));
}

/** Loads and reads one source; never rejects. */
export async function loadReport({ name, load }: Source, reader: Reader): Promise<LoadedReport | FileRefusal> {
  const loaded = await load();
  if (isRefused(loaded)) return loaded;
  try {
    const outcome = await reader.read({ bytes: loaded, fileName: name });
    return outcome.ok ? { file: name, format: outcome.format, report: outcome.report } : outcome.refusal;
  } catch (fault) {
    return refuseByFault(fault);
  }
}
