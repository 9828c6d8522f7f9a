import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { startPostgres } from '@gongkai/postgres';
import { Client } from 'pg';
import { BENCH_ROOT } from './options';
import { RIVAL_VIEWS } from './rival-views';

/** A database that holds a synthetic country of a size. */
export interface Country {
  readonly reports: number;
  readonly url: string;
  /** Null where it was there from an earlier run. */
  readonly loadedInSeconds: number | null;
}

const COMMAND = path.join(BENCH_ROOT, 'apps/api/dist/command.js');
/** Reports that can still be published have to last for one run. */
export const PUBLICATIONS = 30;

export interface Databases {
  readonly version: string;
  readonly countries: readonly Country[];
  stop(): Promise<void>;
}

/** One PostgreSQL with a database a size, filled where it is missing, brought up to date where it is not. */
export async function openDatabases(folder: string, sizes: readonly number[]): Promise<Databases> {
  const server = await startPostgres({ folder, log: (line) => console.error(line) });
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
    const countries: Country[] = [];
    for (const reports of sizes) countries.push(await openCountry(admin, server.url, reports));
    return { version: rows[0]?.version ?? '', countries, stop: server.reused ? async () => undefined : () => server.stop() };
  } finally {
    await admin.end();
  }
}

async function openCountry(admin: Client, serverUrl: string, reports: number): Promise<Country> {
  const name = `synthetic_${reports}`;
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const { rows } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  const kept = rows.length > 0 && (await canPublish(url));
  let loadedInSeconds: number | null = null;
  if (!kept) {
    console.error(`loading ${reports} reports …`);
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    run(url, 'migrate');
    const began = performance.now();
    run(url, 'seed', 'synthetic', String(reports));
    loadedInSeconds = (performance.now() - began) / 1000;
  }
  run(url, 'migrate');
  await prepareRivals(url);
  return { reports, url, loadedInSeconds };
}

async function canPublish(url: string): Promise<boolean> {
  const left = await asOwner(url, (client) =>
    client.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM (SELECT FROM standings WHERE state = 'latest' AND edition_state = 'accepted' LIMIT ${PUBLICATIONS}) s`,
    ),
  ).catch(() => null);
  return left !== null && (left.rows[0]?.left ?? -1) >= PUBLICATIONS;
}

/** The views the rivals look at; the first moves out of the way what an earlier run left. */
function prepareRivals(url: string): Promise<unknown> {
  return asOwner(url, (client) => client.query(RIVAL_VIEWS));
}

export async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function run(url: string, ...words: readonly string[]): void {
  execFileSync(process.execPath, [COMMAND, ...words], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
