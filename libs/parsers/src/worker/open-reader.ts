import type { ArchiveOutcome } from '../archive/open-archive';
import type { ParseOutcome, ReaderKnowledge, ReportFile } from '../parse-report';
import { refuseBusy, type ParseRefusal } from '../refusals';
import type { DocumentFormat } from '../printed-document';
import { FairQueue, type Turn } from './fair-queue';
import { officeFormatOf, type Convert } from './office-converter';
import { ReadingThread, type ParseLimits } from './reading-thread';
import type { OriginalOutcome } from '../see-original';
import type { ThreadOutcome, ThreadTask } from './thread';

export interface ReaderLimits extends ParseLimits {
  /** How many files are read at once; the others wait. */
  readonly threads: number;
  /** How many may wait; the rest is refused with BUSY. Without it all may. */
  readonly waiting?: number;
}

/** Reads files in threads of its own, so that no file can hold up or bring down the program. */
export interface Reader {
  /** Answers as `parseReport` does; overruns are refused with PARSE_TIMEOUT or PARSE_MEMORY; a fault of the reader itself rejects. */
  readonly read: (file: ReportFile, turn?: Turn) => Promise<ParseOutcome>;
  /** Answers as `seeOriginal` does, with the refusals of `read`. */
  readonly see: (file: ReportFile, turn?: Turn) => Promise<OriginalOutcome>;
  /** Answers as `openArchive` does, with the refusals of `read`. */
  readonly unpack: (archive: Uint8Array, turn?: Turn) => Promise<ArchiveOutcome>;
  readonly close: () => Promise<void>;
}

/**
 * A thread is started when it is first needed and kept for the next file. A file that NEEDS_CONVERSION is read as what `convert` makes of it, in
 * the place of its reading. Needs the built `dist`.
 */
export function openReader(knowledge: ReaderKnowledge, limits: ReaderLimits, convert?: Convert): Reader {
  const idle: ReadingThread[] = [];
  const queue = new FairQueue(limits.threads, limits.waiting);
  const perform = async (task: ThreadTask, signal: AbortSignal | undefined): Promise<ThreadOutcome> => {
    const thread = idle.pop() ?? new ReadingThread(knowledge, limits);
    try {
      return await thread.perform(task, signal);
    } finally {
      if (thread.alive) idle.push(thread);
    }
  };
  const inTurn = async <Outcome>(turn: Turn, work: () => Promise<Outcome>): Promise<Outcome | Busy> => {
    if (!(await queue.enter(turn))) return { ok: false, refusal: refuseBusy() };
    try {
      return await work();
    } finally {
      queue.leave();
    }
  };
  return {
    read: (file, turn = {}) =>
      inTurn(turn, async () => {
        const open = (one: ReportFile): Promise<ParseOutcome> => perform({ read: one }, turn.signal) as Promise<ParseOutcome>;
        const { outcome, format } = await openFile(file, open, { convert, signal: turn.signal });
        return outcome.ok && format !== null ? { ...outcome, format } : outcome;
      }),
    see: (file, turn = {}) =>
      inTurn(turn, async () => {
        const open = ({ bytes }: ReportFile): Promise<OriginalOutcome> => perform({ see: bytes }, turn.signal) as Promise<OriginalOutcome>;
        const { outcome, format } = await openFile(file, open, { convert, signal: turn.signal });
        return outcome.ok && format !== null ? { ok: true, original: { ...outcome.original, format } } : outcome;
      }),
    unpack: (archive, turn = {}) => inTurn(turn, async () => (await perform({ unpack: archive }, turn.signal)) as ArchiveOutcome),
    close: async () => {
      await Promise.all(idle.splice(0).map((thread) => thread.close()));
    },
  };
}

type Busy = { readonly ok: false; readonly refusal: ParseRefusal };

/** What a file gives when it is opened, or what an office program makes of it where only that can open it: then with the file's own format. */
async function openFile<Outcome extends ParseOutcome | OriginalOutcome>(
  file: ReportFile,
  open: (file: ReportFile) => Promise<Outcome>,
  { convert, signal }: { readonly convert: Convert | undefined; readonly signal: AbortSignal | undefined },
): Promise<{ readonly outcome: Outcome; readonly format: DocumentFormat | null }> {
  const outcome = await open(file);
  if (outcome.ok || outcome.refusal.code !== 'NEEDS_CONVERSION' || !convert) return { outcome, format: null };
  const bytes = await convert(file, signal);
  return bytes === null ? { outcome, format: null } : { outcome: await open({ ...file, bytes }), format: officeFormatOf(file.bytes) };
}
