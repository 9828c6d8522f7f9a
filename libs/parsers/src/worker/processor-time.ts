import { readFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';

/** Ticks a second of the clock the kernel counts processor time by. */
const TICKS = 100;

/**
 * Seconds of processor a thread has used. Linux knows it by the id the thread has there; elsewhere the time counts in which the thread was not
 * idle, which is the same on a machine with processors to spare. Null for a thread that has ended: it may at any moment, and says so itself.
 */
export function processorSeconds(worker: Worker, threadId: string | null): number | null {
  if (threadId === null) return worker.performance.eventLoopUtilization().active / 1000;
  const stat = statOf(threadId);
  if (stat === null) return null;
  // The name of a thread stands in brackets and may hold anything; user time and system time are the fields 14 and 15 of the line.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** The line of the kernel about a thread of this process; it is refused with either code while the thread ends. */
function statOf(threadId: string): string | null {
  try {
    return readFileSync(`/proc/self/task/${threadId}/stat`, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
}
