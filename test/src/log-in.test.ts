import { type FreshDatabase, freshDatabase } from './support/fresh-database';
import { type RunningServer, startServer } from './support/running-server';
import { PASSWORD, makeSmallCity } from './support/small-city';

const LOG_IN = `mutation ($login: String!, $password: String!) {
  logIn(login: $login, password: $password) { __typename ... on Account { login role agency { name } } ... on Refusal { code message { zh en } } }
}`;

describe('logging in', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await freshDatabase();
    await makeSmallCity(database.owner);
    server = await startServer(database.url, { GONGKAI_SECURE_COOKIE: '1' });
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  const logIn = (login: string, password: string) =>
    server.ask<{ logIn: { __typename: string; code?: string; login?: string; role?: string } }>(LOG_IN, { login, password });
  const me = async (cookie: string | undefined) =>
    (await server.ask<{ me: { login: string } | null }>('{ me { login } }', {}, { cookie })).result.me;

  it('opens a session that scripts and other sites cannot reach, and log-out closes it', async () => {
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: LOG_IN, variables: { login: 'agency', password: PASSWORD } }),
    });
    const set = response.headers.get('set-cookie')!;
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/Secure/);
    expect(set).toMatch(/SameSite=Strict/);
    const cookie = set.split(';')[0]!;
    expect(await me(cookie)).toEqual({ login: 'agency' });
    await server.ask('mutation { logOut }', {}, { cookie });
    expect(await me(cookie)).toBeNull();
  });

  it('keeps neither passwords nor tokens in clear', async () => {
    const { cookie } = await logIn('neighbour', PASSWORD);
    const token = cookie!.split('=')[1]!;
    const { rows } = await database.owner.query<{ line: string }>(
      'SELECT t::text AS line FROM sessions t UNION ALL SELECT t::text FROM credentials t',
    );
    for (const { line } of rows) {
      expect(line).not.toContain(token);
      expect(line).not.toContain(PASSWORD);
    }
    expect(rows.some(({ line }) => line.includes('$argon2id$'))).toBe(true);
  });

  it('says the same of a wrong name and a wrong password', async () => {
    const name = (await logIn('nobody', PASSWORD)).result.logIn;
    const password = (await logIn('county', 'wrong')).result.logIn;
    expect(name).toEqual(password);
    expect(name).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('blocks an account after five failures in a row, for the right password too, and no other', async () => {
    for (let failure = 0; failure < 5; failure += 1) expect((await logIn('foreign', 'wrong')).result.logIn.code).toBe('WRONG_CREDENTIALS');
    expect((await logIn('foreign', PASSWORD)).result.logIn.code).toBe('TOO_MANY_ATTEMPTS');
    expect((await logIn('agency', PASSWORD)).result.logIn.__typename).toBe('Account');
    await database.owner.query(`UPDATE credentials SET blocked_until = now() - interval '1 second'`);
    expect((await logIn('foreign', PASSWORD)).result.logIn.__typename).toBe('Account');
  });

  it('counts attempts made at the same moment like one after the other', async () => {
    await database.owner.query(`UPDATE credentials SET failures = 0, blocked_until = NULL`);
    const answers = await Promise.all(Array.from({ length: 20 }, () => logIn('other-county', 'wrong')));
    expect(answers.filter(({ result }) => result.logIn.code === 'WRONG_CREDENTIALS')).toHaveLength(5);
    expect(answers.filter(({ result }) => result.logIn.code === 'TOO_MANY_ATTEMPTS')).toHaveLength(15);
  });

  it('lets a disabled account neither in nor stay', async () => {
    const { cookie } = await logIn('analyst', PASSWORD);
    await database.owner.query(`UPDATE accounts SET disabled = true WHERE login = 'analyst'`);
    expect(await me(cookie!)).toBeNull();
    expect((await logIn('analyst', PASSWORD)).result.logIn.code).toBe('WRONG_CREDENTIALS');
  });

  it('takes a forged or an expired token for nobody', async () => {
    expect(await me('gongkai_session=forged')).toBeNull();
    const { cookie } = await logIn('city', PASSWORD);
    await database.owner.query(`UPDATE sessions SET expires_at = now() - interval '1 second'`);
    expect(await me(cookie!)).toBeNull();
  });
});
