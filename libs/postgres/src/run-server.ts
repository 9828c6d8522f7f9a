import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { programOf } from './binaries';
import { clusterOf, environment, type ClusterPlace } from './cluster';
import { asIdentity } from './identity';
import { clearStalePidFile, findPostmaster, type Postmaster } from './postmaster';
import { PostgresError } from './postgres-error';

export const HOST = '127.0.0.1';
const TICK_MS = 25;
const ATTEMPTS = 10;
const PAUSE_AFTER_FAILURE_MS = 300;
/** Replaying the log after a crash takes as long as it takes, but not for ever. */
const PATIENCE_MS = 10 * 60_000;
const LOG_LIMIT_BYTES = 10_000_000;

const LAX = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const ALWAYS = [`listen_addresses=${HOST}`, 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC', 'max_connections=200'];

/** Waits for the server of a place to be ready: the one running there, or one of our own, tried again while the remains of a killed one vanish. */
export async function runServer(place: ClusterPlace, log: (line: string) => void): Promise<Postmaster & { readonly reused: boolean }> {
  const cluster = clusterOf(place.folder);
  const until = Date.now() + PATIENCE_MS;
  let child: ChildProcess | null = null;
  for (let attempts = 0; Date.now() < until; await sleep(TICK_MS)) {
    const found = findPostmaster(cluster);
    if (found?.state === 'ready') return { ...found, reused: found.pid !== child?.pid };
    if (found || isAlive(child)) continue;
    if (child) await sleep(PAUSE_AFTER_FAILURE_MS);
    if (attempts >= ATTEMPTS) break;
    if (!clearStalePidFile(cluster)) continue;
    attempts += 1;
    child = await spawnServer(place, cluster, log);
  }
  throw new PostgresError(
    'start_failed',
    `PostgreSQL did not start on ${cluster}: ${lastWords(place.folder)} The whole story is in ${logFileOf(place.folder)}.`,
  );
}

const logFileOf = (folder: string): string => join(folder, 'postgres.log');

function isAlive(child: ChildProcess | null): boolean {
  return child !== null && child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

async function spawnServer(place: ClusterPlace, cluster: string, log: (line: string) => void): Promise<ChildProcess> {
  const settings = [...ALWAYS, ...(place.durable ? [] : LAX)].flatMap((each) => ['-c', each]);
  const args = ['-D', cluster, '-p', String(await freePort()), ...settings];
  const file = openLog(place);
  try {
    const options = { ...asIdentity(place.identity), ...environment(), cwd: place.folder, detached: true, stdio: ['ignore', file, file] };
    const child = spawn(programOf(place.binaries, 'postgres'), args, options as Parameters<typeof spawn>[2]);
    child.on('error', (error) => log(`PostgreSQL could not be started: ${error.message}`));
    child.unref();
    return child;
  } finally {
    closeSync(file);
  }
}

function openLog({ folder, identity }: ClusterPlace): number {
  const file = logFileOf(folder);
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  const opened = openSync(file, 'a', 0o600);
  if (identity) fchownSync(opened, identity.uid, identity.gid);
  return opened;
}

function lastWords(folder: string): string {
  const lines = existsSync(logFileOf(folder)) ? readFileSync(logFileOf(folder), 'utf8').trim().split('\n') : [];
  return lines.slice(-3).join(' ').slice(0, 600);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, HOST, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
