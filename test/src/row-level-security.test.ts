import { type FreshDatabase, freshDatabase } from './support/fresh-database';
import { type SubmissionSeen, decide, submit } from './support/filing';
import { type RunningServer, startServer } from './support/running-server';
import { PASSWORD, type SmallCity, makeSmallCity } from './support/small-city';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

/** Editions by whose they are: each agency files 2022 (published) and 2023 (only submitted). */
interface Filed {
  readonly published: Readonly<Record<string, string>>;
  readonly submitted: Readonly<Record<string, string>>;
}

describe.each([
  ['a superuser', false],
  ['an owner without superuser rights', true],
])('row-level security under the address of %s', (_, plainOwner) => {
  let database: FreshDatabase;
  let server: RunningServer;
  let city: SmallCity;
  let filed: Filed;
  const cookies: Record<string, string | undefined> = { public: undefined };

  beforeAll(async () => {
    database = await freshDatabase({ plainOwner });
    city = await makeSmallCity(database.owner);
    server = await startServer(database.url);
    for (const login of ['agency', 'neighbour', 'foreign', 'county', 'other-county', 'city', 'analyst', 'administrator']) {
      cookies[login] = await server.logIn(login, PASSWORD);
    }
    filed = await fileEverything(server, city, cookies);
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  const everyone: Readonly<Record<string, readonly string[]>> = {
    public: [],
    agency: ['agency'],
    neighbour: ['neighbour'],
    foreign: ['foreign'],
    county: ['agency', 'neighbour'],
    'other-county': ['foreign'],
    city: ['agency', 'neighbour', 'foreign'],
    analyst: [],
    administrator: ['agency', 'neighbour', 'foreign'],
  };

  it.each(Object.entries(everyone))('shows %s the published ones and, of the rest, exactly %j', async (login, own) => {
    for (const [whose, id] of Object.entries(filed.submitted)) {
      const { result } = await server.ask<{ edition: { id: string } | null }>(
        'query ($id: ID!) { edition(id: $id) { id } }',
        { id },
        { cookie: cookies[login] },
      );
      expect([whose, result.edition !== null]).toEqual([whose, own.includes(whose)]);
    }
    for (const id of Object.values(filed.published)) {
      const { result } = await server.ask<{ edition: { id: string } | null }>(
        'query ($id: ID!) { edition(id: $id) { id } }',
        { id },
        { cookie: cookies[login] },
      );
      expect(result.edition).toEqual({ id });
    }
  });

  it.each(Object.entries(everyone))('lets SQL that goes round the door, set to %s, see no more', async (login, own) => {
    const seen = await asCaller(login, 'SELECT id::text FROM editions');
    const expected = [...Object.values(filed.published), ...own.map((whose) => filed.submitted[whose]!)];
    expect(seen.map((row) => row.id).sort()).toEqual(expected.sort());
    for (const table of ['provenance', 'findings', 'edition_events']) {
      const rows = await asCaller(login, `SELECT DISTINCT edition_id::text AS id FROM ${table}`);
      expect(rows.every((row) => expected.includes(row.id))).toBe(true);
    }
  });

  it('sees nothing but the public part where no caller was set, or the setting is empty', async () => {
    for (const role of [null, '']) {
      const rows = await asRole(
        role === null ? [] : ['role', 'account', 'agency', 'region'].map((name) => [name, ''] as const),
        'SELECT id::text FROM editions',
      );
      expect(rows.map((row) => row.id).sort()).toEqual(Object.values(filed.published).sort());
      expect(await asRole([], 'SELECT * FROM credentials')).toEqual([]);
      expect(await asRole([], 'SELECT * FROM sessions')).toEqual([]);
      expect(await asRole([], 'SELECT * FROM accounts')).toEqual([]);
    }
  });

  it('keeps credentials and sessions from every account', async () => {
    for (const login of Object.keys(everyone)) {
      expect(await asCaller(login, 'SELECT * FROM credentials')).toEqual([]);
      expect(await asCaller(login, 'SELECT * FROM sessions')).toEqual([]);
    }
  });

  it('lets nobody decide about a foreign report or file for another agency, not even by SQL', async () => {
    const account = await accountOf('other-county');
    const accept = `INSERT INTO edition_events (edition_id, sequence, state, at, by_account, by_office) VALUES (${filed.submitted.agency}, 2, 'accepted', now(), ${account}, 'x')`;
    await expect(asCaller('other-county', accept)).rejects.toThrow(/row-level security/);
    await expect(asCaller('analyst', accept)).rejects.toThrow(/cannot become accepted/);
    const foreign = await accountOf('foreign');
    await expect(
      asCaller(
        'foreign',
        `INSERT INTO edition_events (edition_id, sequence, state, at, by_account, by_office, why) VALUES (${filed.submitted.agency}, 2, 'withdrawn', now(), ${foreign}, 'x', 'x')`,
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('lets nobody change or delete an edition or an event, not even the owner', async () => {
    for (const [table, column] of [
      ['editions', 'title'],
      ['edition_events', 'why'],
      ['findings', 'code'],
    ]) {
      await expect(database.owner.query(`UPDATE ${table} SET ${column} = 'x'`)).rejects.toThrow(/kept for ever/);
      await expect(database.owner.query(`DELETE FROM ${table}`)).rejects.toThrow(/kept for ever/);
      await expect(asCaller('administrator', `UPDATE ${table} SET ${column} = 'x'`)).rejects.toThrow(/permission denied/);
    }
  });

  it('takes no illegal move and no late finding, not even by SQL of those who may write', async () => {
    const agency = await accountOf('agency');
    const event = (edition: string, sequence: number, state: string) =>
      `INSERT INTO edition_events (edition_id, sequence, state, at, by_account, by_office) VALUES (${edition}, ${sequence}, '${state}', now(), ACCOUNT, 'x')`;
    const withdraw = event(filed.published.agency!, 4, 'withdrawn').replace('ACCOUNT', agency);
    await expect(asCaller('agency', withdraw)).rejects.toThrow(/cannot become withdrawn/);
    const publish = event(filed.submitted.agency!, 2, 'published').replace('ACCOUNT', await accountOf('county'));
    await expect(asCaller('county', publish)).rejects.toThrow(/cannot become published/);
    const finding = `INSERT INTO findings (edition_id, ordinal, code, severity, finding) VALUES (${filed.published.agency}, 99, 'X', 'info', '{}')`;
    await expect(asCaller('agency', finding)).rejects.toThrow(/row-level security/);
  });

  it('cannot be led astray by tables of the caller, nor asked for standings by function', async () => {
    await expect(asCaller('public', 'CREATE TEMP TABLE edition_events (edition_id bigint, state text)')).rejects.toThrow(
      /permission denied/,
    );
    await expect(asCaller('public', 'SELECT edition_id::text AS id FROM standings_of(1)')).rejects.toThrow(/permission denied/);
    const standing = 'SELECT s.edition_id::text AS id FROM reports r CROSS JOIN LATERAL standing_editions(r.id, NULL) s';
    expect(new Set((await asCaller('public', standing)).map(({ id }) => id))).toEqual(new Set(Object.values(filed.published)));
  });

  it('shows accepted sums only within sight', async () => {
    const rows = (login: string) => asCaller(login, `SELECT region_id::text AS id FROM rollups WHERE state = 'accepted'`);
    expect((await rows('public')).length).toBe(0);
    expect(new Set((await rows('county')).map((row) => row.id))).toEqual(new Set([city.county]));
    expect(new Set((await rows('city')).map((row) => row.id))).toEqual(new Set([city.city, city.county, city.otherCounty]));
  });

  async function accountOf(login: string): Promise<string> {
    const { rows } = await database.owner.query<{ id: string }>('SELECT id::text FROM accounts WHERE login = $1', [login]);
    return rows[0]!.id;
  }

  async function asCaller(login: string, statement: string): Promise<readonly { id: string }[]> {
    const { rows } = await database.owner.query<{ id: string; role: string; agency_id: string | null; region_id: string | null }>(
      'SELECT id, role, agency_id, region_id FROM accounts WHERE login = $1',
      [login],
    );
    const [account] = rows;
    const settings = [
      ['role', account ? account.role : 'anonymous'],
      ['account', account?.id ?? ''],
      ['agency', account?.agency_id ?? ''],
      ['region', account?.region_id ?? ''],
    ] as const;
    return asRole(settings, statement);
  }

  async function asRole(settings: readonly (readonly [string, string])[], statement: string): Promise<readonly { id: string }[]> {
    await database.owner.query('BEGIN');
    try {
      await database.owner.query('SET LOCAL ROLE gongkai_app');
      for (const [name, value] of settings) await database.owner.query('SELECT set_config($1, $2, true)', [`gongkai.${name}`, value]);
      return (await database.owner.query<{ id: string }>(statement)).rows;
    } finally {
      await database.owner.query('ROLLBACK');
    }
  }
});

async function fileEverything(
  server: RunningServer,
  city: SmallCity,
  cookies: Readonly<Record<string, string | undefined>>,
): Promise<Filed> {
  const published: Record<string, string> = {};
  const submitted: Record<string, string> = {};
  for (const [login, agencyId] of [
    ['agency', city.agency],
    ['neighbour', city.neighbour],
    ['foreign', city.foreign],
  ] as const) {
    const before = (await submit(server, cookies[login], {
      agencyId,
      year: 2022,
      cells: typedCells(),
      narrative: PLAIN_NARRATIVE,
    })) as SubmissionSeen;
    await decide(server, cookies.city, 'acceptReport', before.edition.id);
    expect(await decide(server, cookies.city, 'publishReport', before.edition.id)).toMatchObject({ state: 'published' });
    published[login] = before.edition.id;
    submitted[login] = (
      (await submit(server, cookies[login], { agencyId, year: 2023, cells: typedCells(), narrative: PLAIN_NARRATIVE })) as SubmissionSeen
    ).edition.id;
  }
  return { published, submitted };
}
