import { readFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';

/** Ticks a second of the clock the kernel counts processor time by. */
const TICKS = 100;

/**
 * Seconds of processor a thread has used. Linux knows it by the id the thread has there; elsewhere the time counts in which the thread was not
 * idle, which is the same on a machine with processors to spare.
 */
export function processorSeconds(worker: Worker, threadId: string | null): number {
  if (threadId === null) return worker.performance.eventLoopUtilization().active / 1000;
  const stat = readFileSync(`/proc/self/task/${threadId}/stat`, 'utf8');
  // The name of a thread stands in brackets and may hold anything; user time and system time are the fields 14 and 15 of the line.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
