import { availableParallelism } from 'node:os';
import path from 'node:path';
import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { officeConverter, openReader, type Reader } from '@gongkai/parsers/worker';
import type { CheckOptions } from './check-options';
import { checkSource } from './check-source';
import { EXIT_CODES } from './exit-code';
import { WORDS } from './i18n/words';
import { inOrder } from './in-order';
import type { FindLastYear } from './last-year';
import { terminalLine } from './output/terminal-text';
import { openReporter } from './output/reporter';
import { write } from './output/write';
import { readLastYear } from './read-last-year';
import { openSpool, type RecordSpool } from './record-spool';
import { eachSource, listSources } from './sources/list-sources';
import type { Terminal } from './terminal';
import { demandWritable, writeRecords } from './workbook/write-records';

const LIMITS = { seconds: 15, megabytes: 512 };
const THREADS = availableParallelism();
/** So many loaded files in line that no thread waits for the disk or for a slow neighbour. */
const AT_ONCE = THREADS * 4;

/** Checks everything that was named, says what it found as it goes, and gives the exit code. Rejects with `CannotWrite` where a workbook has no place. */
export async function runCheck(names: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const { xlsx, language } = options;
  if (xlsx === null) return checkAll(names, options, terminal, null);
  await demandWritable(xlsx);
  const spool = openSpool();
  try {
    const code = await checkAll(names, options, terminal, spool);
    await writeRecords(xlsx, await spool.end(), language);
    if (!options.quiet) await write(terminal.errors, `${WORDS[language].workbookWritten(xlsx)}\n`);
    return code;
  } finally {
    spool.remove();
  }
}

async function checkAll(names: readonly string[], options: CheckOptions, terminal: Terminal, spool: RecordSpool | null): Promise<number> {
  const reader = openReader({ forms: FORMS, cells: CELLS, declared: DECLARED }, { ...LIMITS, threads: THREADS }, officeConverter());
  try {
    const findLastYear = await lastYearFor(names, options, { terminal, reader });
    if (findLastYear === null) return EXIT_CODES.unreadable;
    const sources = await listSources(names, terminal.input);
    const checked = sources.filter(({ name }) => options.xlsx === null || path.resolve(name) !== path.resolve(options.xlsx));
    const reporter = openReporter(options, terminal, checked.length);
    for await (const record of inOrder(eachSource(checked, reporter.expectMore), AT_ONCE, (source) =>
      checkSource(source, reader, { expectedYear: options.year, findLastYear }),
    )) {
      await reporter.say(record);
      await spool?.append(record);
    }
    return await reporter.finish();
  } finally {
    await reader.close();
  }
}

/** Null where nothing of what was named could be read: checking without it would say less than was asked for. */
async function lastYearFor(
  names: readonly string[],
  { lastYear, language }: CheckOptions,
  { terminal, reader }: { readonly terminal: Terminal; readonly reader: Reader },
): Promise<FindLastYear | null> {
  if (lastYear === null) return () => null;
  const { find, refused, read } = await readLastYear(lastYear, reader, {
    atOnce: AT_ONCE,
    given: names.length === 1,
    input: terminal.input,
  });
  for (const { file, refusal } of refused) {
    await write(terminal.errors, `gongkai: ${terminalLine(WORDS[language].noLastYear(file, refusal.message[language]))}\n`);
  }
  return read === 0 ? null : find;
}
