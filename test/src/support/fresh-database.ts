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
  /** With the demo city. */
  readonly seeded?: boolean;
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
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  if (options.plainOwner) {
    await admin.query(`CREATE ROLE owner_${name} LOGIN PASSWORD 'plain' NOSUPERUSER CREATEROLE`);
    await admin.query(`GRANT gongkai_app TO owner_${name}`).catch(() => undefined);
    await admin.query(`ALTER DATABASE ${name} OWNER TO owner_${name}`);
    url.username = `owner_${name}`;
    url.password = 'plain';
  }
  if (options.migrated !== false) await command(url.href, 'migrate');
  if (options.seeded) await command(url.href, 'seed');
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
