import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RIVALS, BENCH_ROOT } from './options';

export interface Server {
  readonly address: string;
  /** Resident memory now and at its highest, in MB. */
  memory(): { readonly now: number; readonly most: number };
  /** Processor time taken so far, in ms. */
  processorTime(): number;
  stop(): Promise<void>;
}

/** Connections each server may hold to the database: the api's default. */
const POOL = '10';

/** The built api, as it is deployed, with words for Node itself. */
export function startApi(databaseUrl: string, words: readonly string[] = []): Promise<Server> {
  const env = {
    DATABASE_URL: databaseUrl,
    GONGKAI_SECRET: 'a secret only this measuring knows, 32+',
    GONGKAI_LOG: 'error',
    GONGKAI_POOL: POOL,
  };
  return start([...words, path.join(BENCH_ROOT, 'apps/api/dist/main.js')], env);
}

/** A server of rivals/, by its file. */
export function startRival(
  name: 'bare-server' | 'postgraphile-server' | 'cube/cube-server',
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Server> {
  return start([path.join(RIVALS, `${name}.mjs`)], { DATABASE_URL: databaseUrl, POOL, ...settings });
}

async function start(words: readonly string[], env: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, words, {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await portOf(child, words.join(' '));
  return {
    address: `http://127.0.0.1:${port}`,
    memory: () => memoryOf(child.pid),
    processorTime: () => processorTimeOf(child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function portOf(child: ChildProcess, file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = /listening on (\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(port);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${said}`)));
  });
}

function memoryOf(pid: number | undefined): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

const TICK = 10;

/** In ms, of a process that is still there; a tick of the kernel is a hundredth of a second. */
export function processorTimeOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}
