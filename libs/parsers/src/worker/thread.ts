// First, so that the programs are loaded behind others too.
import { knowledge, threadId } from './thread-settings';
import { parentPort } from 'node:worker_threads';
import { openArchive, type ArchivedFile, type ArchiveOutcome } from '../archive/open-archive';
import { parseReport, type ParseOutcome, type ReportFile } from '../parse-report';
import { seeOriginal, type OriginalOutcome } from '../see-original';
import { drawNoFonts } from './undrawn-fonts';

/** What a thread is asked: to read a file, to show what is read of it, or to open an archive of files. */
export type ThreadTask = { readonly read: ReportFile } | { readonly see: Uint8Array } | { readonly unpack: Uint8Array };

export type ThreadOutcome = ParseOutcome | OriginalOutcome | ArchiveOutcome;

/** What a thread says when it is ready, with the id it has on Linux, and after each task. */
export type ThreadAnswer =
  | { readonly threadId: string | null }
  | {
      readonly outcome: ThreadOutcome;
      /** What the thread holds now. */
      readonly megabytes: number;
    };

drawNoFonts();

// pdf.js leaves promises behind that reject when nobody waits for them any more; only what a reading itself throws is a fault.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', (task: ThreadTask) => {
  perform(task).then(answer, (fault: unknown) =>
    process.nextTick(() => {
      throw fault;
    }),
  );
});
say({ threadId });

async function perform(task: ThreadTask): Promise<ThreadOutcome> {
  if ('read' in task) return parseReport({ ...task.read, ...knowledge });
  return 'see' in task ? seeOriginal(task.see) : openArchive(task.unpack);
}

function answer(outcome: ThreadOutcome): void {
  const { heapUsed, external } = process.memoryUsage();
  say({ outcome, megabytes: (heapUsed + external) / 1024 / 1024 }, 'files' in outcome ? buffersOf(outcome.files) : []);
}

/** What is handed over instead of copied. */
function buffersOf(files: readonly ArchivedFile[]): ArrayBuffer[] {
  const buffers = files.flatMap((file) => (file.ok && file.bytes.buffer instanceof ArrayBuffer ? [file.bytes.buffer] : []));
  return [...new Set(buffers)];
}

function say(said: ThreadAnswer, handed: ArrayBuffer[] = []): void {
  parentPort?.postMessage(said, handed);
}
