import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PostgresError } from './postgres-error';

/** The user a server runs as; null where that is simply the user of this process. PostgreSQL refuses uid 0. */
export type Identity = { readonly uid: number; readonly gid: number } | null;

const CANDIDATES = ['postgres', 'nobody'];

/** Who may run a server: ourselves, or, for root, the owner of the cluster that is there already, else `postgres` or `nobody`. */
export function chooseIdentity(cluster: string | null): Identity {
  if (process.getuid?.() !== 0) return null;
  if (cluster !== null) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of CANDIDATES) {
    const identity = lookUp(name);
    if (identity) return identity;
  }
  throw new PostgresError(
    'no_identity',
    `PostgreSQL does not run as root, and this root cannot become ${CANDIDATES.join(' or ')} here. Start as an ordinary user, create a user postgres, or set DATABASE_URL.`,
  );
}

function lookUp(name: string): Identity {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return null;
  const identity = { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  return canEnter('/', identity) ? identity : null;
}

/** Whether the identity may enter a folder. Asked by trying, since every folder above it has a say. */
export function canEnter(folder: string, identity: Identity): boolean {
  return spawnSync('test', ['-x', folder], { ...asIdentity(identity), cwd: '/' }).status === 0;
}

/** The part of spawn's options that makes the child that user. */
export function asIdentity(identity: Identity): { uid?: number; gid?: number } {
  return identity ? { uid: identity.uid, gid: identity.gid } : {};
}

/** A folder others may pass through, whatever the umask. Folders that exist are left as they are. */
export function makeOpenFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let each = folder; each.length >= first.length; each = dirname(each)) chmodSync(each, 0o755);
}
