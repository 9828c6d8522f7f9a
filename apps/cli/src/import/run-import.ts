import { OutcomesDocument, type JobFragment, type OutcomesQuery } from '../generated/graphql';
import { EXIT_CODES, UNAVAILABLE } from '../exit-code';
import { IMPORT_WORDS } from '../i18n/import-words';
import { jsonLine } from '../output/json-line';
import { terminalLine } from '../output/terminal-text';
import { startProgress, type Progress } from '../output/progress';
import { styleFor } from '../output/style';
import { write } from '../output/write';
import { refuseByError } from '../sources/refusals';
import type { Terminal } from '../terminal';
import { followImport } from './follow-import';
import type { ImportOptions } from './import-options';
import { type ImportOutcome, outcomeTable } from './outcome-table';
import { askPlatform, type Platform, PlatformTrouble } from './platform';
import { startImport } from './start-import';

/** Sends, follows and tells; gives the exit code: 0 all kept, 2 a doubtful file, 3 a refused one, 69 where the platform did not take it. */
export async function runImport(names: readonly string[], options: ImportOptions, terminal: Terminal): Promise<number> {
  const platform: Platform = { address: options.url.replace(/\/+$/, ''), token: options.token };
  try {
    const id = options.job ?? (await begin(platform, names, { options, terminal }));
    return id === null ? UNAVAILABLE : await follow(platform, id, { options, terminal });
  } catch (error) {
    const said = error instanceof PlatformTrouble ? error.message : refuseByError(error).message[options.language];
    await write(terminal.errors, `gongkai: ${terminalLine(said)}\n`);
    return error instanceof PlatformTrouble ? UNAVAILABLE : EXIT_CODES.unreadable;
  }
}

interface Asked {
  readonly options: ImportOptions;
  readonly terminal: Terminal;
}

async function begin(platform: Platform, names: readonly string[], { options, terminal }: Asked): Promise<string | null> {
  const words = IMPORT_WORDS[options.language];
  const started = await startImport(platform, names, options);
  if ('refusal' in started) {
    await write(terminal.errors, `gongkai: ${terminalLine(started.refusal.message[options.language])}\n`);
    return null;
  }
  await write(terminal.errors, `${words.started(started.job.id)}\n`);
  return started.job.id;
}

async function follow(platform: Platform, id: string, { options, terminal }: Asked): Promise<number> {
  let progress: Progress | null = null;
  let shown = 0;
  let last: JobFragment | null = null;
  for await (const job of followImport(platform, id)) {
    last = job;
    if (job.total !== null) progress ??= startProgress(job.total, terminal.errors);
    for (; progress !== null && shown < job.done; shown += 1) progress.step();
  }
  progress?.stop();
  if (last === null) throw new PlatformTrouble(id);
  await tell(await outcomesOf(platform, id), last, { options, terminal });
  if (last.refused > 0) return EXIT_CODES.unreadable;
  return last.doubtful > 0 ? EXIT_CODES.must_explain : EXIT_CODES.clean;
}

async function tell(outcomes: readonly ImportOutcome[], job: JobFragment, { options, terminal }: Asked): Promise<void> {
  const { output } = terminal;
  if (options.json) {
    for (const outcome of outcomes) await write(output, jsonLine({ job: job.id, ...outcome }));
    return;
  }
  const style = styleFor(output, options.language, terminal.env);
  const told = outcomes.filter(({ result }) => result !== 'kept');
  if (told.length > 0) await write(output, `${outcomeTable(told, style)}\n`);
  await write(output, `${IMPORT_WORDS[options.language].summary(job)}\n`);
}

async function outcomesOf(platform: Platform, id: string): Promise<readonly ImportOutcome[]> {
  const all: ImportOutcome[] = [];
  let after: string | null = null;
  for (;;) {
    const { importJob }: OutcomesQuery = await askPlatform(platform, OutcomesDocument, { id, after });
    if (importJob === null) throw new PlatformTrouble(id);
    all.push(...importJob.outcomes.items);
    after = importJob.outcomes.after;
    if (after === null) return all;
  }
}
