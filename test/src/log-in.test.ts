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
    server.ask<{ logIn: { __typename: string; code?: string; login?: string; role?: string; message?: unknown } }>(LOG_IN, {
      login,
      password,
    });
  const me = async (cookie: string | undefined) =>
    (await server.ask<{ me: { login: string } | null }>('{ me { login } }', {}, { cookie })).result.me;

  const forget = () => database.owner.query('DELETE FROM log_in_attempts');
  /** As if the pause had passed. */
  const pass = () => database.owner.query('UPDATE log_in_attempts SET next_at = NULL');
  async function pauseOf(kind: string): Promise<number> {
    const { rows } = await database.owner.query<{ pause: number | null }>(
      'SELECT round(extract(epoch FROM next_at - last_at))::int AS pause FROM log_in_attempts WHERE kind = $1 ORDER BY last_at DESC LIMIT 1',
      [kind],
    );
    return Number(rows[0]!.pause);
  }
  async function entries(): Promise<readonly unknown[]> {
    const { rows } = await database.owner.query<{ after: unknown }>(
      `SELECT after FROM audit_entries WHERE action = 'log_in.refused' ORDER BY sequence`,
    );
    return rows.map(({ after }) => after);
  }
  async function post(login: string, password: string, cookie = ''): Promise<Response> {
    return fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query: LOG_IN, variables: { login, password } }),
    });
  }
  async function deviceAfter(login: string, password: string): Promise<string> {
    const response = await post(login, password);
    return response.headers
      .getSetCookie()
      .find((each) => each.startsWith('gongkai_device='))!
      .split(';')[0]!;
  }
  async function logInFrom(device: string, login: string, password: string): Promise<{ readonly code?: string }> {
    return ((await (await post(login, password, device)).json()) as { data: { logIn: { code?: string } } }).data.logIn;
  }

  it('opens a session that scripts and other sites cannot reach, and log-out closes it', async () => {
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: LOG_IN, variables: { login: 'agency', password: PASSWORD } }),
    });
    const set = response.headers.getSetCookie().find((each) => each.startsWith('gongkai_session='))!;
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

  it('slows a name down after five failures in a row, for the right password too, and no other name', async () => {
    await forget();
    for (let failure = 0; failure < 5; failure += 1) expect((await logIn('foreign', 'wrong')).result.logIn.code).toBe('WRONG_CREDENTIALS');
    const slowed = (await logIn('foreign', PASSWORD)).result.logIn;
    expect(slowed).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', message: { en: expect.stringMatching(/try again in [1-5] seconds/) } });
    expect((await logIn('agency', PASSWORD)).result.logIn.__typename).toBe('Account');
    await pass();
    expect((await logIn('foreign', PASSWORD)).result.logIn.__typename).toBe('Account');
    expect((await logIn('foreign', 'wrong')).result.logIn.code).toBe('WRONG_CREDENTIALS');
  });

  it('makes the pauses grow, up to a quarter of an hour', async () => {
    await forget();
    const pauses: number[] = [];
    for (let failure = 0; failure < 14; failure += 1) {
      await logIn('foreign', 'wrong');
      pauses.push(await pauseOf('name'));
      await pass();
    }
    expect(pauses.slice(0, 6)).toEqual([0, 0, 0, 0, 5, 10]);
    expect(pauses.at(-1)).toBe(900);
  });

  it('says the same of names that nobody has, with the same pauses', async () => {
    await forget();
    const of = async (login: string) => {
      const told: unknown[] = [];
      for (let attempt = 0; attempt < 7; attempt += 1) told.push((await logIn(login, 'wrong')).result.logIn.code);
      return told;
    };
    expect(await of('nobody-at-all')).toEqual(await of('county'));
  });

  it('counts attempts made at the same moment like one after the other', async () => {
    await forget();
    await database.owner.query(`CREATE OR REPLACE FUNCTION log_in_pause(kind text, failures int) RETURNS interval LANGUAGE sql IMMUTABLE AS
      $$ SELECT CASE WHEN failures >= 5 AND kind = 'name' THEN interval '10 minutes' END $$`);
    const answers = await Promise.all(Array.from({ length: 20 }, () => logIn('other-county', 'wrong')));
    expect(answers.filter(({ result }) => result.logIn.code === 'WRONG_CREDENTIALS')).toHaveLength(5);
    expect(answers.filter(({ result }) => result.logIn.code === 'TOO_MANY_ATTEMPTS')).toHaveLength(15);
  });

  it('lets nobody lock another out: a device that was here before is not slowed by the failures of strangers', async () => {
    await forget();
    const device = await deviceAfter('neighbour', PASSWORD);
    for (let failure = 0; failure < 6; failure += 1) await logIn('neighbour', 'wrong');
    expect((await logIn('neighbour', PASSWORD)).result.logIn.code).toBe('TOO_MANY_ATTEMPTS');
    expect((await logInFrom(device, 'neighbour', PASSWORD)).code).toBeUndefined();
    for (const forged of [device.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), device.replace(/~\d+/, '~1'), 'gongkai_device=x'])
      expect((await logInFrom(forged, 'neighbour', PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
  });

  it('keeps nothing of names and passwords without end', async () => {
    await forget();
    const long = '长'.repeat(5_000);
    expect((await logIn(long, 'wrong')).result.logIn.code).toBe('WRONG_CREDENTIALS');
    expect((await logIn('county', long)).result.logIn.code).toBe('WRONG_CREDENTIALS');
    expect((await logIn('county\u200b', 'wrong')).result.logIn.code).toBe('WRONG_CREDENTIALS');
    const { rows } = await database.owner.query<{ longest: number }>(
      `SELECT max(length(after::text)) AS longest FROM audit_entries WHERE action = 'log_in.refused'`,
    );
    expect(rows[0]!.longest).toBeLessThan(200);
  });

  it('writes failures of one name down one by one at first, and counts them then', async () => {
    await forget();
    await database.owner.query('DELETE FROM refusal_counts');
    const before = await entries();
    for (let failure = 0; failure < 12; failure += 1) await logIn('a-name-of-nobody', 'wrong');
    const told = (await entries()).slice(before.length);
    expect(told).toHaveLength(6);
    expect(told.at(-1)).toMatchObject({ login: 'a-name-of-nobody', count: 10, within: 'an hour' });
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
