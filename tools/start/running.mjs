import { spawnSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @import { Holder, Lock } from './types.js' */

/**
 * The lock of a data folder: `running.json` says which process serves it, and where. Taking it returns `{ taken: true, wasLeft, update, release }`,
 * or `{ taken: false, holder }` where a living process has it. A file left by a killed process (`wasLeft`) is recognised by pid and birth.
 * @type {(folder: string, about: { readonly address: string | null }) => ({ taken: true } & Lock) | { taken: false; holder: Holder }}
 */
export function takeLock(folder, about) {
  const file = path.join(folder, 'running.json');
  const mine = { pid: process.pid, birth: birthOf(process.pid), since: new Date().toISOString(), state: 'starting', ...about };
  let wasLeft = false;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (createWhole(file, mine)) return { taken: true, wasLeft, ...handleOf(file, mine) };
    const text = readText(file);
    const holder = text && parse(text);
    if (holder && isAlive(holder)) return { taken: false, holder };
    if (text === null) continue;
    wasLeft = true;
    removeStale(file, text);
  }
  throw new Error(`${file} cannot be taken; remove it if nothing runs`);
}

/** @type {(file: string, mine: Holder) => Omit<Lock, 'wasLeft'>} */
function handleOf(file, mine) {
  return {
    update(more) {
      const half = `${file}.${process.pid}`;
      writeFileSync(half, print({ ...mine, ...more }));
      renameSync(half, file);
    },
    release() {
      if (parse(readText(file) ?? '')?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/**
 * When a process was born, in a form that no later process with the same number shares; null for the dead.
 * @type {(pid: number) => string | null}
 */
export function birthOf(pid) {
  if (process.platform === 'linux') {
    const stat = readText(`/proc/${pid}/stat`);
    const [state, ...rest] = stat ? stat.slice(stat.lastIndexOf(')') + 2).split(' ') : ['X'];
    if (state === 'X' || state === 'Z') return null;
    return `${(readText('/proc/sys/kernel/random/boot_id') ?? '').trim()}/${rest[18]}`;
  }
  const shown = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (shown.status === 0) return shown.stdout.trim() || null;
  return process.platform === 'win32' && canSignal(pid) ? 'alive' : null;
}

/** @type {(holder: Holder) => boolean} */
const isAlive = ({ pid, birth }) => Number.isInteger(pid) && birth !== null && birthOf(pid) === birth;

/** @type {(pid: number) => boolean} */
function canSignal(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * A link appears at once and whole, or not at all when the file exists.
 * @type {(file: string, content: Holder) => boolean}
 */
function createWhole(file, content) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, print(content));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(own);
  }
}

/**
 * Moved away rather than removed: should another start have replaced it meanwhile, it is put back.
 * @type {(file: string, stale: string) => void}
 */
function removeStale(file, stale) {
  const away = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, away);
    if (readText(away) !== stale) linkSync(away, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(error.code)) throw error;
  } finally {
    rmSync(away, { force: true });
  }
}

/** @type {(content: Holder) => string} */
const print = (content) => `${JSON.stringify(content, null, 2)}\n`;

/** @type {(text: string) => Holder | null} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @type {(file: string) => string | null} */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
