import type { ParseOutcome, ReaderKnowledge, ReportFile } from '../parse-report';
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

/** A thread is started when it is first needed and kept for the next file. Needs the built `dist`. */
export function openReader(knowledge: ReaderKnowledge, limits: ReaderLimits): Reader {
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
  return {
    read: async (file) => {
      const thread = await take();
      try {
        return await thread.read(file);
      } finally {
        give(thread);
      }
    },
    close: async () => {
      await Promise.all(idle.splice(0).map((thread) => thread.close()));
    },
  };
}
