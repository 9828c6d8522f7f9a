import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { to } from 'pg-copy-streams';
import { asOwner } from './databases';
import { type Latency, latencyOf } from './measure';
import { RIVALS } from './options';
import { CUBE } from './cube';
import { CELL_COUNT, FIGURES_AS_CSV, parquetSums } from './rival-views';

/** Installs what the api is measured against, the first time. */
export function installRivals(): void {
  for (const cwd of [RIVALS, CUBE]) {
    if (existsSync(path.join(cwd, 'node_modules/.package-lock.json'))) continue;
    console.error('installing the rivals …');
    const shell = process.platform === 'win32';
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd, stdio: 'inherit', shell });
  }
}

/** Exact versions of the rivals, as installed. */
export function rivalVersions(): Readonly<Record<string, string>> {
  const pinned = [RIVALS, CUBE].map((folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Pinned);
  return Object.assign({}, ...pinned.map(({ dependencies }) => dependencies)) as Readonly<Record<string, string>>;
}

interface Pinned {
  readonly dependencies: Readonly<Record<string, string>>;
}

export interface ParquetLimit extends Latency {
  readonly megabytes: number;
}

/** The trend of the nation by DuckDB over a Parquet copy of all figures. */
export async function parquetLimit(databaseUrl: string, folder: string): Promise<ParquetLimit> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [path.join(RIVALS, 'parquet-limit.mjs'), folder, String(CELL_COUNT), parquetSums()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`parquet-limit ended with ${code}`))));
  });
  await asOwner(databaseUrl, (client) => pipeline(client.query(to(FIGURES_AS_CSV)), child.stdin));
  await ended;
  const { times, bytes } = JSON.parse(printed) as { times: number[]; bytes: number };
  return { ...latencyOf(times), megabytes: Math.round(bytes / 1e6) };
}
