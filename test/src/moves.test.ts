import { type EditionState, MOVES } from '@gongkai/model';
import { type SubmissionSeen, submit } from './support/filing';
import { rowCounts } from './support/row-counts';
import { PASSWORD } from './support/small-city';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const STATES: readonly EditionState[] = ['submitted', 'returned', 'accepted', 'published', 'withdrawn'];
const STEPS = {
  accepted: 'acceptReport(editionId: $id)',
  returned: 'returnReport(editionId: $id, reason: "请核对第三部分的数据")',
  published: 'publishReport(editionId: $id)',
  withdrawn: 'withdrawReport(editionId: $id, reason: "报错了年度")',
} as const;
type Step = keyof typeof STEPS;
const FLAGS = { accepted: 'accept', returned: 'return', published: 'publish', withdrawn: 'withdraw' } as const;

/** How editions come to be in a state. */
const WAYS: Readonly<Record<EditionState, readonly Step[]>> = {
  submitted: [],
  returned: ['returned'],
  accepted: ['accepted'],
  published: ['accepted', 'published'],
  withdrawn: ['withdrawn'],
};

/** Everybody who may try: what they are, whether the agency is theirs, and which states of an edition they see. */
const TRIERS: Readonly<Record<string, { readonly role: string; readonly theirs: boolean; readonly sees: readonly EditionState[] }>> = {
  public: { role: 'anonymous', theirs: false, sees: ['published'] },
  agency: { role: 'agency', theirs: true, sees: STATES },
  neighbour: { role: 'agency', theirs: false, sees: ['published'] },
  county: { role: 'supervisor', theirs: true, sees: STATES },
  'other-county': { role: 'supervisor', theirs: false, sees: ['published'] },
  // Filed for the agency, and became a supervisor since.
  clerk: { role: 'supervisor', theirs: true, sees: STATES },
  analyst: { role: 'analyst', theirs: false, sees: ['accepted', 'published'] },
  administrator: { role: 'administrator', theirs: false, sees: STATES },
};

/** What the table says must be answered; null where the step is taken. */
function expected(login: string, from: EditionState, to: Step): string | null {
  const { role, theirs, sees } = TRIERS[login]!;
  if (role === 'anonymous') return 'NOT_LOGGED_IN';
  if (!sees.includes(from)) return 'UNKNOWN_EDITION';
  const moves = MOVES.filter((move) => move.to === to && move.by === role);
  if (!theirs || moves.length === 0) return 'NOT_ALLOWED';
  if (login === 'clerk' && moves.some((move) => move.fourEyes)) return 'FOUR_EYES';
  return moves.some((move) => move.from === from) ? null : 'ILLEGAL_MOVE';
}

describe('the moves of an edition', () => {
  const here = smallCityServer(['agency', 'neighbour', 'county', 'other-county', 'analyst', 'administrator']);
  const cookies: Record<string, string | undefined> = {};
  /** One edition of the agency in each state. */
  const editions = {} as Record<EditionState, string>;

  beforeAll(async () => {
    await here.database.owner.query(
      `INSERT INTO reports (agency_id, year, region_id, region_path, agency_kind, agency_name, due_on, obliged)
       SELECT agency_id, 2025, region_id, region_path, agency_kind, agency_name, '2026-01-31', obliged FROM reports WHERE year = 2024`,
    );
    await here.database.owner.query(
      `WITH a AS (INSERT INTO accounts (login, name, role, agency_id) VALUES ('clerk', 'clerk', 'agency', $1) RETURNING id)
       INSERT INTO credentials (account_id, password_hash) SELECT a.id, c.password_hash FROM a, credentials c JOIN accounts o ON o.id = c.account_id AND o.login = 'agency'`,
      [here.city.agency],
    );
    Object.assign(cookies, here.cookies, { clerk: await here.server.logIn('clerk', PASSWORD) });
    for (const [at, state] of STATES.entries())
      editions[state] = await editionIn(state, { login: 'clerk', agencyId: here.city.agency, year: 2021 + at });
    await here.database.owner.query(
      `UPDATE accounts SET role = 'supervisor', agency_id = NULL, region_id = ${here.city.county} WHERE login = 'clerk'`,
    );
    // Who has another role logs in anew.
    cookies.clerk = await here.server.logIn('clerk', PASSWORD);
  }, 60_000);

  it('are one table in the model and in the database', async () => {
    const { rows } = await here.database.owner.query(
      `SELECT from_state AS "from", to_state AS "to", role AS by, needs_reason AS "needsReason", four_eyes AS "fourEyes" FROM moves`,
    );
    const sorted = (moves: readonly unknown[]) => moves.map((move) => JSON.stringify(move, Object.keys(MOVES[0]!))).sort();
    expect(sorted(rows)).toEqual(sorted(MOVES));
  });

  const walk = STATES.flatMap((from) => Object.keys(TRIERS).map((login) => ({ from, login })));
  it.each(walk)('are refused with a code, and nothing is written: $login, of a $from edition', async ({ from, login }) => {
    const audited = () => here.database.owner.query(`SELECT FROM audit_entries WHERE action = 'four_eyes.refused'`);
    const before = { ...(await rowCounts(here.database)), audit_entries: 0 };
    const flags = await mayOf(login, editions[from]);
    let fourEyes = (await audited()).rows.length;
    for (const to of Object.keys(STEPS) as Step[]) {
      const code = expected(login, from, to);
      if (flags !== null) expect([to, flags[FLAGS[to]]]).toEqual([to, code === null]);
      if (code === null) continue;
      expect([to, await take(cookies[login], to, editions[from])]).toEqual([to, { code }]);
      if (code === 'FOUR_EYES') fourEyes += 1;
    }
    expect({ ...(await rowCounts(here.database)), audit_entries: 0 }).toEqual(before);
    expect((await audited()).rows).toHaveLength(fourEyes);
  });

  const steps = MOVES.filter((move) => move.from !== null);
  it.each(steps)('are taken from $from to $to by the $by, which says why where it must', async ({ from, to, by, needsReason }) => {
    const filer = {
      login: 'neighbour',
      agencyId: here.city.neighbour,
      year: 2021 + steps.findIndex((move) => move.from === from && move.to === to),
    };
    const id = await editionIn(from!, filer);
    const cookie = cookies[by === 'agency' ? 'neighbour' : 'county'];
    const step = to as Step;
    if (needsReason) expect(await take(cookie, step, id, ' ')).toEqual({ code: 'NEEDS_REASON' });
    expect(await take(cookie, step, id)).toEqual({ state: to });
    expect(await take(cookie, step, id)).toEqual({ code: 'ILLEGAL_MOVE' });
  });

  it.each(Object.keys(TRIERS).filter((login) => login !== 'agency'))('let nobody but the agency file: %s', async (login) => {
    const before = await rowCounts(here.database);
    const answer = await submit(here.server, cookies[login], {
      agencyId: here.city.agency,
      year: 2021,
      cells: typedCells(),
      narrative: PLAIN_NARRATIVE,
    });
    expect(answer).toMatchObject({ code: login === 'public' ? 'NOT_LOGGED_IN' : 'NOT_ALLOWED' });
    expect(await rowCounts(here.database)).toEqual(before);
  });

  const inserts = [null, ...STATES].flatMap((from) => STATES.map((to) => ({ from, to })));
  it.each(inserts)('are held to the table by the database itself: $from to $to', async ({ from, to }) => {
    for (const login of [...Object.keys(TRIERS), 'system']) {
      const legal = MOVES.some(
        (move) =>
          move.from === from &&
          move.to === to &&
          TRIERS[login]?.theirs &&
          move.by === TRIERS[login].role &&
          !(move.fourEyes && login === 'clerk'),
      );
      expect([login, await insert(login, from, to, '说明')]).toEqual([login, legal]);
      const silent = legal && !MOVES.some((move) => move.from === from && move.to === to && move.needsReason);
      if (legal) expect([login, await insert(login, from, to, ' ')]).toEqual([login, silent]);
    }
  });

  async function editionIn(
    state: EditionState,
    filer: { readonly login: string; readonly agencyId: string; readonly year: number },
  ): Promise<string> {
    const filed = await submit(here.server, cookies[filer.login], { ...filer, cells: typedCells(), narrative: PLAIN_NARRATIVE });
    const { id } = (filed as SubmissionSeen).edition;
    for (const step of WAYS[state])
      expect(await take(cookies[step === 'withdrawn' ? filer.login : 'county'], step, id)).toEqual({ state: step });
    return id;
  }

  async function take(cookie: string | undefined, to: Step, id: string, reason?: string): Promise<unknown> {
    const step = reason === undefined ? STEPS[to] : STEPS[to].replace(/reason: "[^"]*"/, `reason: "${reason}"`);
    const document = `mutation ($id: ID!) { step: ${step} { ... on Edition { state } ... on Refusal { code } } }`;
    const { result, errors } = await here.server.ask<{ step: unknown }>(document, { id }, { cookie });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.step;
  }

  async function mayOf(login: string, id: string): Promise<Readonly<Record<string, boolean>> | null> {
    const { result } = await here.server.ask<{ edition: { may: Record<string, boolean> } | null }>(
      'query ($id: ID!) { edition(id: $id) { may { accept return publish withdraw } } }',
      { id },
      { cookie: cookies[login] },
    );
    return result.edition === null ? null : result.edition.may;
  }

  /** Whether the database takes the event from somebody; undone in any case. Null: of an edition that has just been written. */
  async function insert(login: string, from: EditionState | null, to: EditionState, why: string): Promise<boolean> {
    const { owner } = here.database;
    const { rows: accounts } = await owner.query<{ id: string; role: string; agency: string; region: string }>(
      `SELECT id, role, coalesce(agency_id::text, '') AS agency, coalesce(region_id::text, '') AS region FROM accounts WHERE login = $1`,
      [login],
    );
    const account = accounts[0] ?? { id: '', role: login === 'public' ? 'anonymous' : login, agency: '', region: '' };
    await owner.query('BEGIN');
    try {
      const id = from === null ? await newEdition() : editions[from];
      const { rows } = await owner.query<{ next: number }>('SELECT 1 + count(*)::int AS next FROM edition_events WHERE edition_id = $1', [
        id,
      ]);
      await owner.query('SET LOCAL ROLE gongkai_app');
      for (const name of ['role', 'agency', 'region'] as const)
        await owner.query('SELECT set_config($1, $2, true)', [`gongkai.${name}`, account[name]]);
      await owner.query(`SELECT set_config('gongkai.account', $1, true)`, [account.id]);
      await owner.query(
        'INSERT INTO edition_events (edition_id, sequence, state, at, by_account, by_office, why) VALUES ($1, $2, $3, now(), $4, $5, $6)',
        [id, rows[0]!.next, to, account.id === '' ? '1' : account.id, 'x', why],
      );
      return true;
    } catch (fault) {
      expect(String(fault)).toMatch(/cannot become|row-level security/);
      return false;
    } finally {
      await owner.query('ROLLBACK');
    }
  }

  async function newEdition(): Promise<string> {
    const { rows } = await here.database.owner.query<{ id: string }>(
      `INSERT INTO editions OVERRIDING USER VALUE
       SELECT (jsonb_populate_record(e, '{"number": 99, "receipt_number": "x", "idempotency_key": null}')).* FROM editions e WHERE id = $1 RETURNING id`,
      [editions.withdrawn],
    );
    return rows[0]!.id;
  }
});
