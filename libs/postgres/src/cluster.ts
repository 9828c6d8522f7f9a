import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  linkSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { programOf, type Binaries } from './binaries';
import { asIdentity, type Identity } from './identity';
import { PostgresError } from './postgres-error';

export const USER = 'gongkai';
export const DATABASE = 'gongkai';

/** What every program of PostgreSQL needs to know to work on a folder. */
export interface ClusterPlace {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly identity: Identity;
  readonly durable: boolean;
}

export const clusterOf = (folder: string): string => join(folder, 'cluster');
const passwordFileOf = (folder: string): string => join(folder, 'password');
const HALF = 'half-made-';
const STALE_AFTER_MS = 10 * 60_000;

/** Messages in English, UTF-8 whatever the terminal says; nothing else of our environment reaches the server. */
export function environment(): { env?: NodeJS.ProcessEnv } {
  return process.platform === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: locale(), LC_MESSAGES: 'C' } };
}

const locale = (): string => (process.platform === 'linux' ? 'C.UTF-8' : 'C');

/**
 * Makes the cluster with its database where there is none, and returns the password of its owner.
 * It is made beside and renamed when whole, so that a kill on the way never leaves half a cluster.
 */
export function prepareCluster(place: ClusterPlace, log: (line: string) => void): string {
  const cluster = clusterOf(place.folder);
  removeHalfMade(place.folder);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    const password = keepPassword(place);
    log(`making a database cluster in ${cluster}`);
    makeCluster(place, cluster);
    return password;
  }
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== place.binaries.major) {
    const message = `${cluster} was made by PostgreSQL ${version}, this is ${place.binaries.major}. Move the rows by dump and restore, or choose another folder.`;
    throw new PostgresError('version_differs', message);
  }
  return readPassword(place.folder);
}

function makeCluster(place: ClusterPlace, cluster: string): void {
  const half = join(place.folder, `${HALF}${process.pid}-${randomBytes(4).toString('hex')}`);
  const options = ['-D', half, '-U', USER, '--auth=scram-sha-256', `--pwfile=${passwordFileOf(place.folder)}`, '--encoding=UTF8'];
  const pinyin = ['--locale-provider=icu', '--icu-locale=zh-Hans-CN', `--locale=${locale()}`];
  demand(run(place, 'initdb', [...options, ...pinyin, ...(place.durable ? [] : ['--no-sync'])], ''));
  demand(run(place, 'postgres', ['--single', '-D', half, 'template1'], `CREATE DATABASE ${DATABASE}\n`));
  try {
    renameSync(half, cluster);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
  }
}

function run(place: ClusterPlace, program: 'initdb' | 'postgres', args: readonly string[], input: string): SpawnSyncReturns<string> {
  const options = { ...asIdentity(place.identity), ...environment(), cwd: place.folder, input, encoding: 'utf8' as const };
  return spawnSync(programOf(place.binaries, program), args, options);
}

/** Single-user mode says ERROR and still ends with 0. */
function demand(result: SpawnSyncReturns<string>): void {
  if (result.status === 0 && !result.stderr.includes('ERROR:')) return;
  const why = result.error?.message ?? result.stderr.trim();
  const message = `A database cluster could not be made: ${why}. Check free space and permissions of the folder, then start again; nothing half-made is kept.`;
  throw new PostgresError('initdb_failed', message);
}

/** Two starts at once agree on one password: a link to a whole file is made or exists. */
function keepPassword({ folder, identity }: ClusterPlace): string {
  const file = passwordFileOf(folder);
  if (!existsSync(file)) {
    const own = `${file}-${process.pid}-${randomBytes(4).toString('hex')}`;
    writeFileSync(own, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    if (identity) chownSync(own, identity.uid, identity.gid);
    try {
      linkSync(own, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      unlinkSync(own);
    }
  }
  return readPassword(folder);
}

function readPassword(folder: string): string {
  try {
    const password = readFileSync(passwordFileOf(folder), 'utf8').trim();
    if (password !== '') return password;
  } catch {
    // Said below.
  }
  const message = `${passwordFileOf(folder)} is missing, empty or not readable by you: the cluster beside it cannot be opened without it. Restore the file or choose another folder.`;
  throw new PostgresError('password_missing', message);
}

function removeHalfMade(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.startsWith(HALF))) {
    const path = join(folder, name);
    if (!isBeingMade(Number(name.slice(HALF.length).split('-')[0]), path)) removeQuietly(path);
  }
}

/** An initdb whose starter was killed may still be writing; what does not go now goes at the next start. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  } catch {
    // Left for the next start.
  }
}

function isBeingMade(maker: number, path: string): boolean {
  try {
    if (maker === process.pid || Date.now() - statSync(path).mtimeMs > STALE_AFTER_MS) return false;
    return process.kill(maker, 0);
  } catch {
    return false;
  }
}
