import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

export const WORKSPACE = path.resolve(__dirname, '../../..');
const COMMAND = path.join(WORKSPACE, 'apps/api/dist/command.js');
const run = promisify(execFile);

export interface FreshDatabase {
  readonly url: string;
  /** Statements as the owner, round the door. */
  readonly owner: Client;
  drop(): Promise<void>;
}

interface Freshness {
  /** With the demo city; `anew`: not a copy of the one that was made for all tests. */
  readonly seeded?: boolean | 'anew';
  /** The property of a role without superuser rights. */
  readonly plainOwner?: boolean;
  /** False: without a single table. */
  readonly migrated?: boolean;
}

/** An empty database that took all migrations. */
export async function freshDatabase(options: Freshness = {}): Promise<FreshDatabase> {
  const server = process.env.GONGKAI_TEST_DATABASE!;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await copyDatabase(admin, await templateFor(admin, options), name);
  const url = databaseAt(server, name);
  if (options.plainOwner) {
    await admin.query(`CREATE ROLE owner_${name} LOGIN PASSWORD 'plain' NOSUPERUSER CREATEROLE`);
    await admin.query(`GRANT gongkai_app TO owner_${name}`).catch(() => undefined);
    await admin.query(`ALTER DATABASE ${name} OWNER TO owner_${name}`);
    url.username = `owner_${name}`;
    url.password = 'plain';
  }
  if (options.plainOwner && options.migrated !== false) await command(url.href, 'migrate');
  if (options.seeded === 'anew') await command(url.href, 'seed');
  const owner = new Client({ connectionString: url.href });
  await owner.connect();
  return {
    url: url.href,
    owner,
    drop: async () => {
      await owner.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      if (options.plainOwner) await admin.query(`DROP ROLE owner_${name}`);
      await admin.end();
    },
  };
}

/** What a database begins as. Migrating and seeding once for all test files leaves the time to the tests; a plain owner migrates what is its own. */
async function templateFor(admin: Client, { migrated, plainOwner, seeded }: Freshness): Promise<string> {
  if (plainOwner || migrated === false) return 'template0';
  const [name, words] = seeded === true ? (['made_seeded', 'seed'] as const) : (['made_migrated', 'migrate'] as const);
  await admin.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
  try {
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      await admin.query(`DROP DATABASE IF EXISTS ${name}_yet`);
      await copyDatabase(admin, seeded === true ? await templateFor(admin, {}) : 'template0', `${name}_yet`);
      await command(databaseAt(process.env.GONGKAI_TEST_DATABASE!, `${name}_yet`).href, words);
      await admin.query(`ALTER DATABASE ${name}_yet RENAME TO ${name}`);
    }
  } finally {
    await admin.query('SELECT pg_advisory_unlock(hashtext($1))', [name]);
  }
  return name;
}

/** PostgreSQL leaves behind who may do what in the database as a whole, which a migration restricts. */
async function copyDatabase(admin: Client, template: string, name: string): Promise<void> {
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  if (template === 'template0') return;
  await admin.query('UPDATE pg_database SET datacl = (SELECT datacl FROM pg_database WHERE datname = $1) WHERE datname = $2', [
    template,
    name,
  ]);
}

function databaseAt(server: string, name: string): URL {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url;
}

/** Runs a command of the api and gives what it printed. */
export function command(databaseUrl: string, ...words: readonly string[]): Promise<string> {
  return commandReading('', databaseUrl, ...words);
}

/** The same with something to read on standard input. */
export async function commandReading(input: string, databaseUrl: string, ...words: readonly string[]): Promise<string> {
  const running = run(process.execPath, [COMMAND, ...words], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    maxBuffer: 1 << 26,
  });
  running.child.stdin?.end(input);
  return (await running).stdout;
}
