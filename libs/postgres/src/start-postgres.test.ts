import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres, type RunningPostgres } from './start-postgres';

jest.setTimeout(60_000);

let folder: string;
const started: RunningPostgres[] = [];

/** Durable, since what a hard kill may not lose is the point here. */
const start = async (): Promise<RunningPostgres> => {
  const server = await startPostgres({ folder });
  started.push(server);
  return server;
};

async function ask(server: RunningPostgres, sql: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-postgres-'));
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('startPostgres', () => {
  it('keeps rows over a stop and a start, and sorts Chinese by pinyin', async () => {
    const first = await start();
    expect(first.reused).toBe(false);
    await ask(first, `create table names as select unnest(array['张', '李', '安']) as name`);
    await first.stop();
    await first.stop();
    expect(existsSync(join(folder, 'cluster', 'postmaster.pid'))).toBe(false);
    await expect(ask(first, 'select 1')).rejects.toThrow('ECONNREFUSED');

    const second = await start();
    expect(second.reused).toBe(false);
    expect(await ask(second, 'select name from names order by name')).toEqual([['安'], ['李'], ['张']]);
  });

  it('finds the server that runs already and tells so', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ reused: true, pid: first.pid, url: first.url });
  });

  it('serves two starts at once with one server', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both[0].pid).toBe(both[1].pid);
    expect(both.map(({ reused }) => reused).sort()).toEqual([false, true]);
  });

  it('keeps every acknowledged row when killed hard with connections open', async () => {
    const first = await start();
    const client = new Client({ connectionString: first.url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create table numbers (n integer)');
    for (let n = 1; n <= 50; n += 1) await client.query('insert into numbers values ($1)', [n]);
    process.kill(first.pid, 'SIGKILL');

    const second = await start();
    expect(second.reused).toBe(false);
    expect(await ask(second, 'select count(*)::int, max(n) from numbers')).toEqual([[50, 50]]);
    await client.end().catch(() => undefined);
  });

  it.each([
    ['a living stranger', String(process.pid)],
    ['nobody', '4194000'],
  ])('is not held back by a pid file that names %s', async (_who, pid) => {
    const first = await start();
    await first.stop();
    writeFileSync(
      join(folder, 'cluster', 'postmaster.pid'),
      [pid, join(folder, 'cluster'), '1', '5432', '', '127.0.0.1', '1 1', 'ready'].join('\n'),
    );
    expect((await start()).reused).toBe(false);
  });

  it('clears away a cluster that was left half made', async () => {
    mkdirSync(join(folder, 'half-made-4194000-00', 'base'), { recursive: true });
    await start();
    expect(readdirSync(folder).sort()).toEqual(['cluster', 'password', 'postgres.log']);
  });

  it('hurries where nothing need last', async () => {
    const server = await startPostgres({ folder, durable: false });
    started.push(server);
    expect(await ask(server, 'show fsync')).toEqual([['off']]);
    expect(await ask(server, 'show synchronous_commit')).toEqual([['off']]);
  });
});

describe('what is refused', () => {
  beforeEach(async () => {
    await (await start()).stop();
  });

  it('a cluster of another version', async () => {
    writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '9\n');
    await expect(start()).rejects.toMatchObject({ code: 'version_differs', message: expect.stringContaining('PostgreSQL 9') });
  });

  it('a cluster whose password is lost', async () => {
    rmSync(join(folder, 'password'));
    await expect(start()).rejects.toMatchObject({ code: 'password_missing' });
  });

  it('a cluster that is damaged, with the last words of the server', async () => {
    rmSync(join(folder, 'cluster', 'global', 'pg_control'));
    await expect(start()).rejects.toMatchObject({ code: 'start_failed', message: expect.stringContaining('pg_control') });
  });

  it('a folder that cannot be made', async () => {
    const file = join(folder, 'password');
    await expect(startPostgres({ folder: join(file, 'below') })).rejects.toMatchObject({ code: 'folder_unusable' });
    expect(readFileSync(file, 'utf8')).not.toBe('');
  });
});

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;
asRoot('as root below a folder that only root may enter', () => {
  it('keeps the rows outside, where the server can reach them, and finds them again', async () => {
    const hidden = join(folder, 'home', 'data');
    mkdirSync(join(folder, 'home'), { mode: 0o700 });
    const said: string[] = [];
    const first = await startPostgres({ folder: hidden, log: (line) => said.push(line) });
    started.push(first);
    try {
      expect(first.folder).not.toContain(folder);
      expect(said.join('\n')).toContain(first.folder);
      await ask(first, 'create table here ()');
      await first.stop();
      const second = await startPostgres({ folder: hidden });
      started.push(second);
      expect(await ask(second, `select count(*)::int from pg_tables where tablename = 'here'`)).toEqual([[1]]);
    } finally {
      for (const server of started) await server.stop();
      rmSync(first.folder, { recursive: true });
    }
  });
});
