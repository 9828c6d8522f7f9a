import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A server that lives on a cluster, as its pid file tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly state: 'ready' | 'busy';
}

/**
 * The live server of a cluster, or null. A pid file alone proves nothing: after a hard kill it is left behind, its number may be a zombie's
 * (a container without a reaper) or belong to a stranger (a container started again). The process must be a PostgreSQL of this very folder.
 */
export function findPostmaster(cluster: string): Postmaster | null {
  const lines = pidFileOf(cluster);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !servesCluster(pid, cluster)) return null;
  const port = Number(lines[3]);
  return { pid, port, state: lines[7]?.trim() === 'ready' && port > 0 ? 'ready' : 'busy' };
}

/**
 * Removes a pid file whose server is gone, once no orphaned backend uses its shared memory any more; until then says false.
 * Elsewhere than on Linux PostgreSQL is left to judge the file itself.
 */
export function clearStalePidFile(cluster: string): boolean {
  if (process.platform !== 'linux') return true;
  const [key, id] = (pidFileOf(cluster)[6] ?? '').trim().split(/\s+/);
  if (key && id && isAttached(key, id)) return false;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return true;
}

/** The arguments of a living process; null for the dead, zombies included. Readable without any privilege. */
function commandOf(pid: number): readonly string[] | null {
  if (process.platform === 'win32') return canSignal(pid) ? [] : null;
  if (process.platform !== 'linux') {
    const shown = spawnSync('ps', ['-ww', '-p', String(pid), '-o', 'stat=,command='], { encoding: 'utf8' });
    return shown.status === 0 && !shown.stdout.startsWith('Z') ? [shown.stdout] : null;
  }
  try {
    const state = /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
    if (state === 'Z' || state === 'X') return null;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return null;
  }
}

/** Whether this process lives and is the server of this cluster. */
export function servesCluster(pid: number, cluster: string): boolean {
  const command = commandOf(pid);
  if (!command) return false;
  if (process.platform === 'win32') return true;
  return command.some((argument) => argument.includes('postgres')) && command.some((argument) => argument.includes(realpathSync(cluster)));
}

function canSignal(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Lines of postmaster.pid: pid, folder, start, port, socket folder, address, shared memory key and id, state. */
function pidFileOf(cluster: string): readonly string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Whether any process still holds the System V segment with which PostgreSQL guards a cluster; columns of /proc/sysvipc/shm. */
function isAttached(key: string, id: string): boolean {
  try {
    const rows = readFileSync('/proc/sysvipc/shm', 'utf8').split('\n');
    return rows.some((row) => {
      const [rowKey, rowId, , , , , attached] = row.trim().split(/\s+/);
      return rowKey === key && rowId === id && Number(attached) > 0;
    });
  } catch {
    return false;
  }
}
