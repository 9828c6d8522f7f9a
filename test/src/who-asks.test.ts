import { hash } from '@node-rs/argon2';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type FreshDatabase, freshDatabase } from './support/fresh-database';
import { startImportJob } from './support/importing';
import { type RunningServer, startServer } from './support/running-server';
import { PASSWORD, type SmallCity, makeSmallCity } from './support/small-city';
import { reportFile } from './support/written-report';

const LOG_IN = `mutation { logIn(login: "nobody", password: "wrong") { __typename } }`;

describe('who asks', () => {
  let database: FreshDatabase;
  let city: SmallCity;
  let server: RunningServer;
  let behindProxy: RunningServer;
  beforeAll(async () => {
    database = await freshDatabase();
    city = await makeSmallCity(database.owner);
    server = await startServer(database.url);
    behindProxy = await startServer(database.url, { GONGKAI_TRUSTED_PROXIES: '127.0.0.0/8, ::1' });
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await behindProxy.stop();
    await database.drop();
  });

  async function addressOfLogIn(at: RunningServer, forwarded: string): Promise<string> {
    await fetch(`${at.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
      body: JSON.stringify({ query: LOG_IN }),
    });
    const { rows } = await database.owner.query<{ address: string }>('SELECT address FROM audit_entries ORDER BY sequence DESC LIMIT 1');
    return rows[0]!.address;
  }

  it('is the one who connects, whatever X-Forwarded-For says; behind a named proxy, whom the nearest one that is not trusted saw', async () => {
    expect(await addressOfLogIn(server, '203.0.113.5')).toBe('127.0.0.1');
    expect(await addressOfLogIn(behindProxy, '203.0.113.5')).toBe('203.0.113.5');
    expect(await addressOfLogIn(behindProxy, '198.51.100.1, 203.0.113.6, 127.0.0.2')).toBe('203.0.113.6');
  });

  it('is told by Bearer, and what is no token is nobody: 401 with a code', async () => {
    for (const authorization of ['Bearer', 'Bearer ', 'Bearer x', 'bearer gk_unknown', 'Bearer a b', `Bearer ${'x'.repeat(5_000)}`]) {
      const answer = await fetch(`${server.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: '{ me { login } }' }),
      });
      expect([authorization.slice(0, 20), answer.status]).toEqual([authorization.slice(0, 20), 401]);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      const file = await fetch(`${server.address}/documents/1`, { headers: { authorization } });
      expect([file.status, await file.json()]).toMatchObject([401, { code: 'UNAUTHENTICATED' }]);
    }
  });

  /** An account with a session, a token and a socket that watches an import which does not end. */
  async function access(login: string) {
    const cookie = await server.logIn(login, PASSWORD);
    const made = await server.ask<{ createToken: { secret: string } }>(
      `mutation { createToken(name: "x", scope: read, days: 3) { ... on CreatedToken { secret } } }`,
      {},
      { cookie },
    );
    const source = { citation: '县政府网站年报专栏' };
    const { id } = await startImportJob(server, cookie, [reportFile({ agency: '青禾县统计局', year: 2021 })], {
      regionId: city.county,
      source,
    });
    await database.owner.query(`UPDATE import_jobs SET state = 'working' WHERE id = $1`, [id]).catch(() => undefined);
    let closed: number | null = null;
    class Socket extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers: { cookie } });
        this.on('close', (code) => (closed = code));
      }
    }
    const client = createClient({
      url: `${server.address.replace('http', 'ws')}/graphql`,
      webSocketImpl: Socket,
      retryAttempts: 0,
      lazy: false,
      onNonLazyError: () => undefined,
    });
    const told: unknown[] = [];
    client.subscribe(
      { query: `subscription { importProgress(id: "${id}") { done } }` },
      { next: (event) => told.push(event), error: () => undefined, complete: () => undefined },
    );
    await until(() => told.length > 0);
    return { cookie, bearer: made.result.createToken.secret, closed: () => closed };
  }
  async function until(holds: () => boolean): Promise<void> {
    for (let look = 0; !holds(); look += 1) {
      if (look > 200) throw new Error('it did not come to hold');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  async function isOver({ cookie, bearer, closed }: Awaited<ReturnType<typeof access>>): Promise<void> {
    const { result } = await server.ask<{ me: unknown }>('{ me { login } }', {}, { cookie });
    expect(result.me).toBeNull();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
    expect((await fetch(`${server.address}/graphql`, { method: 'POST', headers, body: '{"query":"{ me { login } }"}' })).status).toBe(401);
    await until(() => closed() !== null);
    expect(closed()).toBe(4403);
  }

  it('has nothing left after its password was changed: no session, no token, no socket', async () => {
    const held = await access('county');
    const other = await server.logIn('county', PASSWORD);
    await server.ask(
      `mutation { changePassword(oldPassword: "${PASSWORD}", newPassword: "another long word 7") { __typename } }`,
      {},
      { cookie: other },
    );
    await isOver(held);
  });

  it('has nothing left after it was disabled', async () => {
    const held = await access('city');
    const administrator = await server.logIn('administrator', PASSWORD);
    const { rows } = await database.owner.query<{ id: string }>(`SELECT id FROM accounts WHERE login = 'city'`);
    await server.ask(`mutation { disableAccount(id: "${rows[0]!.id}") { __typename } }`, {}, { cookie: administrator });
    await isOver(held);
  });

  it('has nothing left after its role became another', async () => {
    const held = await access('administrator');
    await database.owner.query(`UPDATE accounts SET role = 'analyst', region_id = $1 WHERE login = 'administrator'`, [city.city]);
    await isOver(held);
  });
});

describe('published passwords', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
    await makeSmallCity(database.owner);
    await database.owner.query(`UPDATE platform_facts SET demo = true; UPDATE accounts SET login = 'yl-tongji' WHERE login = 'agency'`);
    await database.owner.query(`UPDATE credentials SET password_hash = $1`, [await hash('gongkai-demo')]);
  }, 60_000);
  afterAll(() => database.drop());

  it.each(['0.0.0.0', '::'])('are not let out to other machines: HOST=%s is refused in words', async (HOST) => {
    await expect(startServer(database.url, { HOST })).rejects.toThrow(/公开的密码：不启动[\s\S]*published passwords: not started/);
  });

  it('hold nobody back who made their own', async () => {
    await database.owner.query('UPDATE credentials SET password_hash = $1', [await hash('a word of our own')]);
    const server = await startServer(database.url, { HOST: '0.0.0.0' });
    await server.stop();
  });
});
