import type { Reader } from '@gongkai/parsers/worker';
import { Dice } from './dice';
import { mutateFile, type FuzzedFormat } from './mutate-file';
import { Tally } from './tally';

/** What became of damaged files: how often each code was answered (`read` where a report was read), and what must never happen. */
export interface FuzzCount {
  readonly outcomes: Tally;
  readonly failures: readonly FuzzFailure[];
}

export interface FuzzFailure {
  /** Damages the same file again. */
  readonly seed: number;
  readonly what: string;
  readonly bytes: Uint8Array;
}

export interface FuzzPlan {
  readonly format: FuzzedFormat;
  readonly seeds: readonly Uint8Array[];
  /** Files with these numbers, each its own seed; `to` is not included. */
  readonly from: number;
  readonly to: number;
}

const AT_ONCE = 2;

/** Damages files and reads them: a hang, a crash and a rejected promise are failures, every refusal is an answer. */
export async function fuzzReader(reader: Reader, { format, seeds, from, to }: FuzzPlan): Promise<FuzzCount> {
  const outcomes = new Tally();
  const failures: FuzzFailure[] = [];
  let next = from;
  const work = async (): Promise<void> => {
    while (next < to) {
      const seed = (next += 1) - 1;
      const dice = new Dice(seed);
      const bytes = mutateFile(format, dice.pick(seeds), dice.pick(seeds), dice);
      const code = await answerOf(reader, bytes);
      outcomes.add(code);
      if (code.startsWith('FAULT') || code === 'PARSE_TIMEOUT') failures.push({ seed, what: code, bytes });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { outcomes, failures };
}

async function answerOf(reader: Reader, bytes: Uint8Array): Promise<string> {
  try {
    const outcome = await reader.read({ bytes, fileName: 'damaged' });
    return outcome.ok ? 'read' : outcome.refusal.code;
  } catch (fault) {
    return `FAULT ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`;
  }
}
