import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import type { ReaderKnowledge } from '../parse-report';

/** What a thread is started with. */
export interface ThreadSettings {
  readonly knowledge: ReaderKnowledge;
  /** How far behind others the thread stands where processors are short, 0 to 19. */
  readonly niceness: number;
}

const linux = process.platform === 'linux';
const settings = workerData as ThreadSettings;

// Linux takes this for the thread alone; elsewhere it would be the whole program.
if (linux && settings.niceness > 0) setPriority(settings.niceness);

export const { knowledge } = settings;
/** The id the thread has on Linux; null elsewhere. */
export const threadId = linux ? (readlinkSync('/proc/thread-self').split('/').at(-1) ?? null) : null;
