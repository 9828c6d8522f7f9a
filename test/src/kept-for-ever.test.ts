import { decide, submit, type SubmissionSeen } from './support/filing';
import { type FreshDatabase, freshDatabase } from './support/fresh-database';
import { startServer } from './support/running-server';
import { PASSWORD, makeSmallCity } from './support/small-city';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

type Change = 'update' | 'delete' | 'truncate';
const CHANGES: readonly Change[] = ['update', 'delete', 'truncate'];

/**
 * The tables that may change, what the app may do to them, and why. Every other table of the catalog is kept for ever, whoever asks; one that is
 * added needs its refuse_change triggers or its line here.
 */
const MAY_CHANGE: Readonly<Record<string, { readonly owner: readonly Change[]; readonly app: readonly Change[]; readonly why: string }>> = {
  accounts: { owner: ['update'], app: ['update'], why: 'disabled and enabled again; the trail names them, so none is deleted' },
  tokens: { owner: ['update'], app: ['update'], why: 'used and revoked' },
  credentials: { owner: CHANGES, app: ['update', 'delete'], why: 'passwords change' },
  log_in_attempts: { owner: CHANGES, app: [], why: 'failures are forgotten' },
  refusal_counts: { owner: CHANGES, app: [], why: 'counts of an hour, of which the trail keeps what is to be kept' },
  sessions: { owner: CHANGES, app: ['update', 'delete'], why: 'sessions end' },
  drafts: { owner: CHANGES, app: ['update', 'delete'], why: 'what is still being written' },
  draft_copies: { owner: CHANGES, app: ['update', 'delete'], why: 'what was being written a while ago' },
  draft_files: { owner: CHANGES, app: [], why: 'the file of a draft, until it is filed or gone for good' },
  thrown_drafts: { owner: CHANGES, app: ['delete'], why: 'what was thrown away, for 30 days' },
  region_versions: { owner: ['update'], app: [], why: 'a version ends' },
  agency_versions: { owner: ['update'], app: ['update'], why: 'a version ends, once' },
  agency_aliases: { owner: CHANGES, app: [], why: 'names by which a file is recognised, which prove nothing' },
  reports: { owner: ['update'], app: ['update'], why: 'an act may release or place an obligation while nothing is accepted' },
  platform_facts: { owner: ['update'], app: ['update'], why: 'what this installation is today' },
  moves: { owner: CHANGES, app: [], why: 'the law of the house, which migrations change' },
  forms: { owner: CHANGES, app: [], why: 'taken from the catalogue' },
  indicator_terms: { owner: CHANGES, app: [], why: 'taken from the catalogue' },
  standings: { owner: CHANGES, app: [], why: 'follows from the events' },
  rollups: { owner: CHANGES, app: [], why: 'follows from the events' },
  section_texts: { owner: CHANGES, app: [], why: 'follows from the editions' },
  restated_sums: { owner: CHANGES, app: [], why: 'follows from the standings' },
  sums_due: { owner: CHANGES, app: [], why: 'empty when a transaction ends' },
  import_jobs: { owner: CHANGES, app: ['update'], why: 'an import goes on and ends; what it kept are editions' },
  import_uploads: { owner: CHANGES, app: ['delete'], why: 'what was sent, until it is unpacked' },
  import_files: { owner: CHANGES, app: ['update'], why: 'a file gets its outcome; what it held is an edition then' },
  outbox: { owner: ['update'], app: ['update'], why: 'an entry is told; what it told stays' },
  notices: { owner: ['update'], app: ['update'], why: 'a notice is read' },
  leases: { owner: CHANGES, app: ['update', 'delete'], why: 'who has which work in hand just now' },
  heartbeats: { owner: CHANGES, app: ['update', 'delete'], why: 'which programs run just now' },
  migrations: { owner: CHANGES, app: [], why: 'the diary of the migrations' },
  schema_files: { owner: CHANGES, app: [], why: 'which files of the schema were applied last' },
};

const CALLERS = ['anonymous', 'system', 'agency', 'supervisor', 'analyst', 'administrator'] as const;
const REFUSED_BY_A_GUARD = '23001';
const NO_PERMISSION = '42501';

describe('what is kept for ever', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase({ plainOwner: true });
    const city = await makeSmallCity(database.owner);
    const server = await startServer(database.url);
    const [agency, county] = [await server.logIn('agency', PASSWORD), await server.logIn('county', PASSWORD)];
    const filing = { agencyId: city.agency, year: 2023, cells: typedCells(), narrative: PLAIN_NARRATIVE };
    const filed = (await submit(server, agency, filing)) as SubmissionSeen;
    await decide(server, county, 'acceptReport', filed.edition.id);
    await server.stop();
  }, 60_000);
  afterAll(() => database.drop());

  /** Every table with a column that a statement may set, from the catalog. */
  async function tables(): Promise<readonly { readonly name: string; readonly column: string }[]> {
    const { rows } = await database.owner.query<{ name: string; column: string }>(
      `SELECT c.relname AS name, (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         AND a.attidentity = '' AND a.attgenerated = '' ORDER BY a.attnum LIMIT 1) AS column
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
    );
    return rows;
  }

  /** How the database answers a change: a code, or null where it takes it. It is undone in any case. */
  async function codeOf(
    change: Change,
    { name, column }: { readonly name: string; readonly column: string },
    before = '',
  ): Promise<unknown> {
    const statements = {
      update: `UPDATE ${name} SET ${column} = ${column}`,
      delete: `DELETE FROM ${name}`,
      truncate: `TRUNCATE ${name} CASCADE`,
    };
    await database.owner.query('BEGIN');
    try {
      await database.owner.query(`${before}; ${statements[change]}`);
      return null;
    } catch (fault) {
      return (fault as { code: unknown }).code;
    } finally {
      await database.owner.query('ROLLBACK');
    }
  }

  const asCaller = (role: string): string =>
    `SET LOCAL ROLE gongkai_app; SELECT set_config('gongkai.role', '${role}', true), set_config('gongkai.account', '1', true),
      set_config('gongkai.agency', '1', true), set_config('gongkai.region', '1', true)`;

  /** Changes the owner of the database can make to a table that is not said to change so. */
  async function unguarded(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const table of await tables())
      for (const change of CHANGES.filter((each) => MAY_CHANGE[table.name]?.owner.includes(each) !== true))
        if ((await codeOf(change, table)) !== REFUSED_BY_A_GUARD) found.push(`${table.name} takes ${change}`);
    return found;
  }

  it('is every table but those that are said to change: their owner can do nothing to them', async () => {
    expect(await unguarded()).toEqual([]);
    const names = (await tables()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(MAY_CHANGE)));
  });

  it('would not be a table whose guards were forgotten (canary)', async () => {
    await database.owner.query('CREATE TABLE forgotten (id bigint GENERATED ALWAYS AS IDENTITY, words text)');
    expect(await unguarded()).toEqual(expect.arrayContaining(CHANGES.map((change) => `forgotten takes ${change}`)));
    await database.owner.query('DROP TABLE forgotten');
  });

  it('holds what has been filed, decided, written down in the trail, and the organisations', async () => {
    for (const name of ['editions', 'provenance', 'findings', 'documents', 'edition_events', 'audit_entries', 'regions', 'agencies'])
      expect([name, name in MAY_CHANGE]).toEqual([name, false]);
    const { rows } = await database.owner.query<{ editions: string; events: string; entries: string }>(
      `SELECT (SELECT count(*) FROM editions) AS editions, (SELECT count(*) FROM edition_events) AS events, (SELECT count(*) > 20 FROM audit_entries) AS entries`,
    );
    expect(rows).toEqual([{ editions: '1', events: '2', entries: true }]);
  });

  it.each(CALLERS)('is out of reach of the app, acting for %s', async (role) => {
    for (const table of await tables())
      for (const change of CHANGES.filter((each) => MAY_CHANGE[table.name]?.app.includes(each) !== true))
        expect([table.name, change, await codeOf(change, table, asCaller(role))]).toEqual([table.name, change, NO_PERMISSION]);
  });
});
