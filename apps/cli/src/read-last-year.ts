import type { Readable } from 'node:stream';
import type { Reader } from '@gongkai/parsers/worker';
import { loadReport } from './check-source';
import { inOrder } from './in-order';
import { findAmong, type FindLastYear, type LastYear } from './last-year';
import { eachSource, listSources } from './sources/list-sources';
import type { FileRefusal } from './check-record';
import type { FileContainer, Source } from './sources/source';

export interface LastYearRead {
  readonly find: FindLastYear;
  /** How many reports were read. */
  readonly read: number;
  /** Files that are no report of last year, and why. */
  readonly refused: readonly { readonly file: string; readonly refusal: FileRefusal }[];
}

/** Reads last year's report, or a folder of them. `given`: one file for one report, which belong together whatever their names. */
export async function readLastYear(
  name: string,
  reader: Reader,
  { atOnce, given, input }: { readonly atOnce: number; readonly given: boolean; readonly input: Readable },
): Promise<LastYearRead> {
  const sources = await listSources([name], input);
  const read: LastYear[] = [];
  const refused: { file: string; refusal: FileRefusal }[] = [];
  const work = async (source: Source) => ({ file: source.name, read: await loadReport(source, reader) });
  for await (const each of inOrder(eachSource(sources), atOnce, work)) {
    if ('code' in each.read) refused.push({ file: each.file, refusal: each.read });
    else read.push({ file: each.file, report: each.read.report });
  }
  return { find: findAmong(read, given && isOneFile(sources, name)), read: read.length, refused };
}

function isOneFile([first, ...others]: readonly (Source | FileContainer)[], name: string): boolean {
  return first !== undefined && others.length === 0 && 'load' in first && first.name === name;
}
