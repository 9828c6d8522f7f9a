import { spawnSync } from 'node:child_process';

/** What a confined program may take. */
export interface Confinement {
  /** Of processor time. */
  readonly seconds: number;
  /** Of address space, and of each file it writes. */
  readonly megabytes: number;
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

/** The user and group that own nothing. */
export const NOBODY = 65534;
const MEGABYTE = 1024 * 1024;

/**
 * The command so that it runs without a network, within limits the kernel keeps, and as nobody where we are root. Null where this system cannot
 * do so much: it takes util-linux, and for an ordinary user namespaces of their own.
 */
export function confine({ command, args }: Command, { seconds, megabytes }: Confinement): Command | null {
  if (!mayUnshare()) return null;
  const limits = [`--cpu=${seconds}`, `--as=${megabytes * MEGABYTE}`, `--fsize=${megabytes * MEGABYTE}`, '--core=0'];
  const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--no-new-privs', '--'];
  return { command: 'prlimit', args: [...limits, '--', ...withoutNetwork(), ...(isRoot() ? asNobody : []), command, ...args] };
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

const withoutNetwork = (): readonly string[] => ['unshare', ...(isRoot() ? [] : ['--user', '--map-current-user']), '--net', '--'];

let permitted: boolean | undefined;

function mayUnshare(): boolean {
  permitted ??= process.platform === 'linux' && spawnSync('prlimit', ['--core=0', '--', ...withoutNetwork(), 'true']).status === 0;
  return permitted;
}
