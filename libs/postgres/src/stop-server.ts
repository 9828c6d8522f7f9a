import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { programOf } from './binaries';
import { clusterOf, type ClusterPlace } from './cluster';
import { servesCluster } from './postmaster';
import { PostgresError } from './postgres-error';

const TICK_MS = 25;
/** PostgreSQL's fast shutdown first, its immediate one where that takes too long; the latter loses nothing that was acknowledged. */
const STEPS = [
  { signal: 'SIGINT', mode: 'fast', patienceMs: 30_000 },
  { signal: 'SIGQUIT', mode: 'immediate', patienceMs: 10_000 },
] as const;

/** Ends the server with this pid, if it still is the one of the place. Returns when the process is gone. */
export async function stopServer(place: ClusterPlace, pid: number): Promise<void> {
  const isRunning = (): boolean => servesCluster(pid, clusterOf(place.folder));
  for (const { signal, mode, patienceMs } of STEPS) {
    if (!isRunning()) return;
    if (process.platform === 'win32') spawnSync(programOf(place.binaries, 'pg_ctl'), ['stop', '-D', clusterOf(place.folder), '-m', mode]);
    else signalServer(pid, signal);
    for (const until = Date.now() + patienceMs; Date.now() < until && isRunning();) await sleep(TICK_MS);
  }
  if (isRunning()) throw new PostgresError('stop_failed', `PostgreSQL (pid ${pid}) does not stop. End it with: kill -9 ${pid}`);
}

function signalServer(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
    const message = `PostgreSQL (pid ${pid}) cannot be stopped by you: ${(error as Error).message}. Stop it as the user who started it.`;
    throw new PostgresError('stop_failed', message, { cause: error });
  }
}
