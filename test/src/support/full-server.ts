import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

const INSTALLED = '/usr/lib/postgresql';

/** Programs of a PostgreSQL that this machine has of its own; null where it has none. */
export const FULL_SERVER = existsSync(INSTALLED)
  ? (readdirSync(INSTALLED)
      .map((version) => path.join(INSTALLED, version, 'bin'))
      .find((bin) => existsSync(path.join(bin, 'initdb'))) ?? null)
  : null;

/** Such a server on a folder of its own, as whoever may run it; its superuser's address and how to end it. */
export async function startFullServer(bin: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-full-'));
  const identity = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  chmodSync(folder, 0o777);
  const options = { ...identity, cwd: folder, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } };
  const cluster = path.join(folder, 'cluster');
  execFileSync(path.join(bin, 'initdb'), ['-D', cluster, '-U', 'full', '--auth=trust', '--encoding=UTF8', '--no-sync'], options);
  const port = await freePort();
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'];
  const server = spawn(path.join(bin, 'postgres'), ['-D', cluster, '-p', String(port), ...settings], { ...options, stdio: 'ignore' });
  const ended = new Promise((done) => server.once('exit', done));
  const url = `postgres://full@127.0.0.1:${port}/postgres`;
  await untilReady(url);
  const stop = async (): Promise<void> => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { url, stop };
}

const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (fault) {
      if (tries > 200) throw fault;
      await new Promise((tick) => setTimeout(tick, 50));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
