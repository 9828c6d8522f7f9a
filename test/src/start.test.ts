import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshDatabase } from './support/fresh-database';
import { databasePid, isAlive, serverPid, startProgram, type StartProgram } from './support/start-program';

jest.setTimeout(180_000);

interface Account {
  readonly login: string;
  readonly password: string;
  readonly role: string;
}

const READY = /地址 \/ Address\s+(http:\/\/localhost:\d+)[\s\S]+Ctrl-C/;
const SEEDED = /Writing the demo city/;

let data: string;
let program: StartProgram;
const programs: StartProgram[] = [];
const folders: string[] = [];
const newFolder = (): string => {
  folders.push(mkdtempSync(path.join(tmpdir(), 'gongkai-start-')));
  return folders.at(-1)!;
};
const start = (...how: Parameters<typeof startProgram>): StartProgram => {
  programs.push(startProgram(...how));
  return programs.at(-1)!;
};
const ready = async (which: StartProgram): Promise<string> => (await which.until(READY))[1]!;
const status = async (address: string, where: string): Promise<number> => (await fetch(address + where)).status;
const accounts = (): readonly Account[] =>
  (JSON.parse(readFileSync(path.join(data, 'demo-accounts.json'), 'utf8')) as { accounts: Account[] }).accounts;

async function logIn(address: string, { login, password }: Account): Promise<string> {
  const query = 'mutation ($login: String!, $password: String!) { logIn(login: $login, password: $password) { __typename } }';
  const headers = { 'content-type': 'application/json', 'apollo-require-preflight': '1' };
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables: { login, password } }),
  });
  return ((await answer.json()) as { data: { logIn: { __typename: string } } }).data.logIn.__typename;
}

beforeAll(() => {
  data = newFolder();
  chmodSync(data, 0o755);
  program = start(data);
});

afterAll(async () => {
  for (const each of programs) await each.kill('SIGTERM');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** One life of a data folder: each test goes on where the one before left it. */
describe('npm start', () => {
  let address: string;
  let secret: string;

  it('goes from nothing to a server with pages, api and demo accounts', async () => {
    address = await ready(program);
    expect(program.said()).toMatch(SEEDED);
    expect(await status(address, '/health/live')).toBe(200);
    expect(await status(address, '/health/ready')).toBe(200);
    expect(await (await fetch(address)).text()).toContain('<div id="root">');
    expect(new Set(accounts().map(({ role }) => role))).toEqual(new Set(['agency', 'supervisor', 'analyst', 'administrator']));
    for (const account of accounts()) expect(program.said()).toContain(`${account.login} `);
    expect(await logIn(address, accounts()[0]!)).toBe('Account');
  });

  it('keeps its secret to its owner', () => {
    secret = readFileSync(path.join(data, 'secrets.json'), 'utf8');
    expect(statSync(path.join(data, 'secrets.json')).mode & 0o077).toBe(0);
    expect((JSON.parse(secret) as { secret: string }).secret.length).toBeGreaterThanOrEqual(48);
  });

  it('says at a second start what is running and where, and starts nothing', async () => {
    const second = start(data);
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain(address);
    expect(second.said()).toContain(String(program.pid));
    expect(await status(address, '/health/ready')).toBe(200);
  });

  it('says when another program has the port, and how to choose one', async () => {
    const other = newFolder();
    const port = new URL(address).port;
    const busy = start(other, { PORT: port });
    expect(await busy.ended).toBe(1);
    expect(busy.said()).toContain(`Port ${port} is in use by another program`);
    expect(busy.said()).toContain(`PORT=${Number(port) + 1} npm start`);
  });

  it('comes back after everything was killed hard, with its rows and its secret', async () => {
    const database = databasePid(data)!;
    await program.kill('SIGKILL');
    process.kill(database, 'SIGKILL');
    expect(existsSync(path.join(data, 'running.json'))).toBe(true);
    program = start(data, { PORT: new URL(address).port });
    expect(await ready(program)).toBe(address);
    expect(program.said()).not.toMatch(SEEDED);
    expect(await logIn(address, accounts()[0]!)).toBe('Account');
    expect(readFileSync(path.join(data, 'secrets.json'), 'utf8')).toBe(secret);
  });

  it('stops everything at Ctrl-C and ends well', async () => {
    const database = databasePid(data)!;
    expect(await program.kill('SIGINT')).toBe(0);
    expect(isAlive(database)).toBe(false);
    expect(existsSync(path.join(data, 'running.json'))).toBe(false);
    await expect(fetch(address)).rejects.toThrow();
  });

  it('is not held back by the file of a process whose number another one has now', async () => {
    writeFileSync(path.join(data, 'running.json'), JSON.stringify({ pid: process.pid, birth: 'long ago', address: 'http://localhost:1' }));
    program = start(data);
    await ready(program);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('starts again what has died, says so, and goes on where it was', async () => {
    address = READY.exec(program.said())![1]!;
    process.kill(serverPid(program.pid), 'SIGKILL');
    await program.until(/The server has ended by itself \(SIGKILL\)[\s\S]+Starting again in 1 s[\s\S]+Running again/);
    expect(await logIn(address, accounts()[0]!)).toBe('Account');
    process.kill(databasePid(data)!, 'SIGKILL');
    await program.until(/The embedded PostgreSQL has ended unexpectedly[\s\S]+Starting again in 2 s[\s\S]+Running again/);
    expect(await logIn(address, accounts()[0]!)).toBe('Account');
    expect(await program.kill('SIGTERM')).toBe(0);
  });
});

describe('npm start with DATABASE_URL', () => {
  it('uses that server, starts none, and writes no demo data there', async () => {
    const database = await freshDatabase();
    const folder = newFolder();
    try {
      const served = start(folder, { DATABASE_URL: database.url });
      await ready(served);
      expect(served.said()).not.toMatch(/Demo accounts|demo city/);
      expect(existsSync(path.join(folder, 'postgres'))).toBe(false);
      const { rows } = await database.owner.query<{ count: string }>('SELECT count(*) FROM accounts');
      expect(rows).toEqual([{ count: '0' }]);
      expect(await served.kill('SIGTERM')).toBe(0);
    } finally {
      await database.drop();
    }
  });

  it('says what is wrong when that server does not answer', async () => {
    const folder = newFolder();
    const refused = start(folder, { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/nowhere' });
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain('ECONNREFUSED');
    expect(refused.said()).toContain('The database migration failed');
  });
});
