import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;
const TICK_MS = 100;

/**
 * Waits until the server says it is ready. Says 'ended' when `isRunning` says no first, 'late' when it takes too long.
 * @type {(base: string, isRunning: () => boolean, signal: AbortSignal) => Promise<'ready' | 'ended' | 'late'>}
 */
export async function waitUntilReady(base, isRunning, signal) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(TICK_MS)) {
    if (signal.aborted || !isRunning()) return 'ended';
    try {
      const answer = await fetch(`${base}/health/ready`, { signal: AbortSignal.timeout(2_000) });
      await answer.arrayBuffer();
      if (answer.ok) return 'ready';
    } catch {
      // Not listening yet.
    }
  }
  return 'late';
}
