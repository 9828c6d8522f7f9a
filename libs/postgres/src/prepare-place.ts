import { createHash } from 'node:crypto';
import { accessSync, chownSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findBinaries } from './binaries';
import { clusterOf, type ClusterPlace } from './cluster';
import { canEnter, chooseIdentity, makeOpenFolder, type Identity } from './identity';
import { PostgresError } from './postgres-error';

/** Where root keeps what the server's user cannot reach in the project. */
const OUTSIDE = '/var/lib/gongkai';

/** Decides where the rows live, who runs the server and with which programs. A cluster that was made before is never passed over. */
export function preparePlace(asked: string, durable: boolean, log: (line: string) => void): ClusterPlace {
  const wanted = madeFolder(resolve(asked));
  const outside = join(OUTSIDE, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  const existing = [wanted, outside].find((each) => existsSync(clusterOf(each))) ?? null;
  const identity = chooseIdentity(existing && clusterOf(existing));
  const folder = identity ? folderFor(identity, { wanted, outside, existing }, log) : ownFolder(wanted);
  const binaries = findBinaries(identity, identity ? OUTSIDE : folder, log);
  return { folder, binaries, identity, durable };
}

function madeFolder(folder: string): string {
  try {
    makeOpenFolder(folder);
    return realpathSync(folder);
  } catch (cause) {
    throw unusable(folder, (cause as Error).message);
  }
}

interface Choices {
  readonly wanted: string;
  readonly outside: string;
  readonly existing: string | null;
}

/** As root: the wanted folder, given to the server's user, or the one outside where that user cannot come in. */
function folderFor(identity: NonNullable<Identity>, { wanted, outside, existing }: Choices, log: (line: string) => void): string {
  if (existing !== outside) {
    if (statSync(wanted).uid === 0) chownSync(wanted, identity.uid, identity.gid);
    if (canEnter(wanted, identity)) return wanted;
    if (existing) throw unusable(wanted, `user ${identity.uid}, who owns the cluster in it, cannot enter`);
  }
  log(`the user ${identity.uid} that runs PostgreSQL cannot enter ${wanted}; the database is kept in ${outside}`);
  makeOpenFolder(OUTSIDE);
  mkdirSync(outside, { recursive: true, mode: 0o700 });
  chownSync(outside, identity.uid, identity.gid);
  return outside;
}

function ownFolder(wanted: string): string {
  try {
    accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unusable(wanted, (cause as Error).message);
  }
  const owner = existsSync(clusterOf(wanted)) ? statSync(clusterOf(wanted)).uid : null;
  if (process.getuid && owner !== null && owner !== process.getuid()) throw unusable(wanted, `the cluster in it belongs to user ${owner}`);
  return wanted;
}

function unusable(folder: string, why: string): PostgresError {
  const message = `${folder} cannot be used: ${why}. Start as the user who made it, or choose another data folder.`;
  return new PostgresError('folder_unusable', message);
}
