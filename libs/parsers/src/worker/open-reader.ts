import type { ArchiveOutcome } from '../archive/open-archive';
import type { ParseOutcome, ReaderKnowledge, ReportFile } from '../parse-report';
import { refuseBusy } from '../refusals';
import { FairQueue, type Turn } from './fair-queue';
import { officeFormatOf, type Convert } from './office-converter';
import { ReadingThread, type ParseLimits } from './reading-thread';
import type { ThreadTask } from './thread';

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
  const perform = async (task: ThreadTask, signal: AbortSignal | undefined): Promise<ParseOutcome | ArchiveOutcome> => {
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
  const read = async (file: ReportFile, signal: AbortSignal | undefined): Promise<ParseOutcome> =>
    (await perform({ read: file }, signal)) as ParseOutcome;
  return {
    read: (file, turn = {}) =>
      inTurn(turn, async () => {
        const outcome = await read(file, turn.signal);
        if (outcome.ok || outcome.refusal.code !== 'NEEDS_CONVERSION' || !convert) return outcome;
        const bytes = await convert(file, turn.signal);
        const converted = bytes && (await read({ ...file, bytes }, turn.signal));
        return converted?.ok ? { ...converted, format: officeFormatOf(file.bytes) } : (converted ?? outcome);
      }),
    unpack: (archive, turn = {}) => inTurn(turn, async () => (await perform({ unpack: archive }, turn.signal)) as ArchiveOutcome),
    close: async () => {
      await Promise.all(idle.splice(0).map((thread) => thread.close()));
    },
  };
}

type Busy = { readonly ok: false; readonly refusal: ReturnType<typeof refuseBusy> };
