import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../install.mjs';
import { Trouble } from './trouble.mjs';

/** @import { ChildProcess } from 'node:child_process' */
/** @import { Ending, Environment, ActionName, ApiProgram } from './types.js' */

const LEAVE_WITH_PARENT = path.join(path.dirname(fileURLToPath(import.meta.url)), 'leave-with-parent.cjs');
const PATIENCE_MS = 15_000;
const LINES_SHOWN = 40;

/**
 * Runs a Node program to its end and returns what it printed. What it said is shown only when it fails, or every line at once with `shown`.
 * @type {(args: readonly string[], how: { env?: Environment; signal?: AbortSignal; what: ActionName; shown?: boolean }) => Promise<string>}
 */
export function runToEnd(args, { env = process.env, signal, what, shown = false }) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', all: '' };
    const stop = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', stop, { once: true });
    /** @type {(stream: import('node:stream').Readable, name: 'out' | 'error') => unknown} */
    const hear = (stream, name) =>
      stream.on('data', (chunk) => {
        said.all += chunk;
        if (name === 'out') said.out += chunk;
        if (shown) process.stdout.write(chunk);
      });
    hear(child.stdout, 'out');
    hear(child.stderr, 'error');
    child.on('error', fail);
    child.on('close', (code, killedBy) => {
      signal?.removeEventListener('abort', stop);
      if (code === 0) return done(said.out);
      if (!shown && !signal?.aborted) process.stderr.write(said.all.endsWith('\n') ? said.all : `${said.all}\n`);
      return fail(new Trouble(`${what.chinese}失败，见上。`, `${what.english} failed (${killedBy ?? `exit code ${code}`}), see above.`));
    });
  });
}

/**
 * Starts a Node program that stays. It has a process group of its own, so that Ctrl-C reaches only us and things end in order,
 * and it leaves when we are gone, however we were ended.
 * @type {(args: readonly string[], how: { readonly env: Environment; readonly log: string | null }) => Omit<ApiProgram, 'log'>}
 */
export function startToStay(args, { env, log }) {
  const file = log ? openSync(log, 'a', 0o600) : null;
  const output = file === null ? 'inherit' : file;
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { cwd: ROOT, env, detached: true, stdio: ['ignore', output, output, 'ipc'] };
  const child = spawn(process.execPath, ['--require', LEAVE_WITH_PARENT, ...args], options);
  if (file !== null) closeSync(file);
  /** @type {Promise<Ending>} */
  const ended = new Promise((done) => {
    child.once('error', (error) => done({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => done({ code, signal }));
  });
  return { ended, isRunning: () => child.exitCode === null && child.signalCode === null, stop: () => stop(child, ended) };
}

/** @type {(child: ChildProcess, ended: Promise<Ending>) => Promise<void>} */
async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(force);
}

/**
 * The end of a log, for someone who has to know why.
 * @type {(file: string) => string}
 */
export function lastLines(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');
}
