import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RIVALS, WORKSPACE } from './options';

export interface Server {
  readonly address: string;
  /** Resident memory now and at its highest, in MB. */
  memory(): { readonly now: number; readonly most: number };
  stop(): Promise<void>;
}

/** Connections each server may hold to the database: the api's default. */
const POOL = '10';

/** The built api, as it is deployed. */
export function startApi(databaseUrl: string): Promise<Server> {
  return start(path.join(WORKSPACE, 'apps/api/dist/main.js'), {
    DATABASE_URL: databaseUrl,
    GONGKAI_SECRET: 'a secret only this measuring knows, 32+',
    GONGKAI_LOG: 'error',
    GONGKAI_POOL: POOL,
  });
}

/** A server of rivals/, by its file. */
export function startRival(name: 'bare-server' | 'postgraphile-server', databaseUrl: string): Promise<Server> {
  return start(path.join(RIVALS, `${name}.mjs`), { DATABASE_URL: databaseUrl, POOL });
}

async function start(file: string, env: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await portOf(child, file);
  return {
    address: `http://127.0.0.1:${port}`,
    memory: () => memoryOf(child.pid),
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
