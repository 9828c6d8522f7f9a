import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { WORKSPACE } from './fresh-database';

/** `npm start` as a program: what it printed so far, and how it ended. */
export interface StartProgram {
  readonly pid: number;
  readonly said: () => string;
  /** Waits for words in what it prints; throws with all it printed when it ends before. */
  readonly until: (words: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Starts on a data folder of the test's own, with nothing of the caller's database or port. */
export function startProgram(data: string, env: Readonly<Record<string, string>> = {}, flags: readonly string[] = []): StartProgram {
  const {
    DATABASE_URL: _url,
    PORT: _port,
    HOST: _host,
    GONGKAI_SECRET: _secret,
    GONGKAI_DEMO: _demo,
    NODE_ENV: _mode,
    ...rest
  } = process.env;
  const child = spawn(process.execPath, ['tools/start.mjs', ...flags], {
    cwd: WORKSPACE,
    env: { ...rest, PORT: '0', GONGKAI_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listen(child);
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const kill = (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  return { pid: child.pid!, said, until: (words) => waitFor(child, said, words), ended, kill };
}

function listen(child: ChildProcess): () => string {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return () => said;
}

async function waitFor(child: ChildProcess, said: () => string, words: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = words.exec(said());
    if (found) return found;
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`ended (${child.exitCode ?? child.signalCode}) without ${words}:\n${said()}`);
    await new Promise((tick) => setTimeout(tick, 50));
  }
}

/** The pid of the database of a data folder; null where it has none. */
export function databasePid(data: string): number | null {
  const file = path.join(data, 'postgres/cluster/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

/** The pid of the server a program has started. */
export function serverPid(parent: number): number {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ');
  const found = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/main.js'));
  return Number(found);
}

/** Whether a process lives; zombies do not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
