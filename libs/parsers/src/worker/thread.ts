import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openArchive, type ArchiveOutcome } from '../archive/open-archive';
import { parseReport, type ParseOutcome, type ReaderKnowledge, type ReportFile } from '../parse-report';
import { drawNoFonts } from './undrawn-fonts';

/** What a thread is asked: to read a file, or to open an archive of files. */
export type ThreadTask = { readonly read: ReportFile } | { readonly unpack: Uint8Array };

export interface ThreadSettings {
  readonly knowledge: ReaderKnowledge;
  /** How far behind others the thread stands where processors are short, 0 to 19. */
  readonly niceness: number;
}

/** What a thread says when it is ready, with the id it has on Linux, and after each task. */
export type ThreadAnswer =
  | { readonly threadId: string | null }
  | {
      readonly outcome: ParseOutcome | ArchiveOutcome;
      /** What the thread holds now. */
      readonly megabytes: number;
    };

const { knowledge, niceness } = workerData as ThreadSettings;
const linux = process.platform === 'linux';

drawNoFonts();
// Linux takes this for the thread alone; elsewhere it would be the whole program.
if (linux && niceness > 0) setPriority(niceness);

// pdf.js leaves promises behind that reject when nobody waits for them any more; only what a reading itself throws is a fault.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', (task: ThreadTask) => {
  perform(task).then(answer, (fault: unknown) =>
    process.nextTick(() => {
      throw fault;
    }),
  );
});
say({ threadId: linux ? (readlinkSync('/proc/thread-self').split('/').at(-1) ?? null) : null });

async function perform(task: ThreadTask): Promise<ParseOutcome | ArchiveOutcome> {
  return 'read' in task ? parseReport({ ...task.read, ...knowledge }) : openArchive(task.unpack);
}

function answer(outcome: ParseOutcome | ArchiveOutcome): void {
  const { heapUsed, external } = process.memoryUsage();
  say({ outcome, megabytes: (heapUsed + external) / 1024 / 1024 });
}

function say(said: ThreadAnswer): void {
  parentPort?.postMessage(said);
}
