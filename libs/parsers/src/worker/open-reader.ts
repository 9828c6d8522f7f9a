import { officeFormatOf } from './office-converter';
import type { ParseOutcome, ReaderKnowledge, ReportFile } from '../parse-report';
import type { Convert } from './office-converter';
import { ReadingThread, type ParseLimits } from './reading-thread';

export interface ReaderLimits extends ParseLimits {
  /** How many files are read at once; the others wait. */
  readonly threads: number;
}

/** Reads files in threads of its own, so that no file can hold up or bring down the program. */
export interface Reader {
  /** Answers as `parseReport` does; overruns are refused with PARSE_TIMEOUT or PARSE_MEMORY; a fault of the reader itself rejects. */
  readonly read: (file: ReportFile) => Promise<ParseOutcome>;
  readonly close: () => Promise<void>;
}

/**
 * A thread is started when it is first needed and kept for the next file. A file that NEEDS_CONVERSION is read as what `convert` makes of it.
 * Needs the built `dist`.
 */
export function openReader(knowledge: ReaderKnowledge, limits: ReaderLimits, convert?: Convert): Reader {
  const idle: ReadingThread[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  const take = async (): Promise<ReadingThread> => {
    if (busy >= limits.threads) await new Promise<void>((begin) => waiting.push(begin));
    else busy += 1;
    return idle.pop() ?? new ReadingThread(knowledge, limits);
  };
  const give = (thread: ReadingThread): void => {
    if (thread.alive) idle.push(thread);
    const begin = waiting.shift();
    if (begin) begin();
    else busy -= 1;
  };
  const readInThread = async (file: ReportFile): Promise<ParseOutcome> => {
    const thread = await take();
    try {
      return await thread.read(file);
    } finally {
      give(thread);
    }
  };
  return {
    read: async (file) => {
      const outcome = await readInThread(file);
      if (outcome.ok || outcome.refusal.code !== 'NEEDS_CONVERSION' || !convert) return outcome;
      const bytes = await convert(file);
      const converted = bytes && (await readInThread({ ...file, bytes }));
      return converted?.ok ? { ...converted, format: officeFormatOf(file.bytes) } : (converted ?? outcome);
    },
    close: async () => {
      await Promise.all(idle.splice(0).map((thread) => thread.close()));
    },
  };
}
