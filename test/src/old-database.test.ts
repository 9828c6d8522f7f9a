import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type RunningPostgres, startPostgres } from '@gongkai/postgres';
import { Client } from 'pg';
import { describeSchema } from './support/describe-schema';
import { submit } from './support/filing';
import { WORKSPACE, command, freshDatabase } from './support/fresh-database';
import { startServer } from './support/running-server';
import { PASSWORD, type SmallCity, makeSmallCity } from './support/small-city';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const BUILT = path.join(WORKSPACE, 'apps/api/dist/database');
const FIRST_MIGRATIONS = 4;

interface Diary {
  initialize(): Promise<Diary>;
  runMigrations(): Promise<unknown>;
  destroy(): Promise<void>;
}

/** The first pages of the diary, as a data folder of that time has them. */
async function migrateUntilThen(url: string): Promise<void> {
  const { MIGRATIONS } = require(path.join(BUILT, 'migrations')) as { MIGRATIONS: readonly unknown[] };
  const { createDataSource } = require(path.join(BUILT, 'data-source')) as {
    createDataSource(url: string, poolSize: number, migrations: readonly unknown[]): Diary;
  };
  const diary = await createDataSource(url, 1, MIGRATIONS.slice(0, FIRST_MIGRATIONS)).initialize();
  await diary.runMigrations();
  await diary.destroy();
}

/** On a server where nobody has made the role of the app yet, for an owner who is no superuser: the poorest who may set up a platform. */
describe('a database of long ago', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-old-'));
  let postgres: RunningPostgres;
  let owner: Client;
  let url: string;
  let city: SmallCity;
  let before: readonly (readonly [table: string, columns: string, rows: string])[];

  beforeAll(async () => {
    postgres = await startPostgres({ folder, durable: false });
    const admin = new Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query(`CREATE ROLE plain LOGIN PASSWORD 'plain' CREATEROLE`);
    await admin.query('CREATE DATABASE old OWNER plain TEMPLATE template0');
    await admin.end();
    url = `postgres://plain:plain@${postgres.host}:${postgres.port}/old`;
    owner = new Client({ connectionString: url });
    await migrateUntilThen(url);
    await owner.connect();
    city = await makeSmallCity(owner);
    await owner.query(`INSERT INTO indicator_terms VALUES (1, 'gb2021_30', 's3', '{25}', '{}')`);
    await owner.query(FILED_THEN, [city.agency]);
    before = await rowsOfThen();
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await postgres.stop();
    rmSync(folder, { recursive: true });
  });

  /** Every table of that time with its columns of that time, but for the failed log-ins, which are counted elsewhere since. */
  async function rowsOfThen(): Promise<typeof before> {
    const columns =
      before ??
      (
        await owner.query<{ name: string; columns: string }>(
          `SELECT c.relname AS name, string_agg(a.attname, ', ' ORDER BY a.attnum) AS columns FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND c.relname <> ALL ('{migrations,indicator_terms,platform_facts}')
             AND (c.relname, a.attname) NOT IN (('credentials', 'failures'), ('credentials', 'blocked_until'))
           GROUP BY 1 ORDER BY 1`,
        )
      ).rows.map(({ name, columns }) => [name, columns, ''] as const);
    const found: (readonly [string, string, string])[] = [];
    for (const [name, listed] of columns) {
      const { rows } = await owner.query(`SELECT t::text FROM (SELECT ${listed} FROM ${name}) t ORDER BY 1`);
      found.push([name, listed, JSON.stringify(rows)]);
    }
    return found;
  }

  it('takes every later migration and keeps every row', async () => {
    expect(before.filter(([, , rows]) => rows !== '[]').map(([table]) => table)).toEqual(
      expect.arrayContaining(['editions', 'provenance', 'findings', 'edition_events', 'documents', 'standings', 'rollups', 'credentials']),
    );
    const { migrations } = JSON.parse(await command(url, 'migrate')) as { migrations: readonly string[] };
    expect(migrations.length).toBeGreaterThan(10);
    const indicatorsOf = (rows: typeof before) => rows.filter(([table]) => !['standings', 'rollups'].includes(table));
    expect(indicatorsOf(await rowsOfThen())).toEqual(indicatorsOf(before));
    expect(JSON.parse(await command(url, 'migrate'))).toEqual({ migrations: [] });
  });

  it('has the schema of a new one, whole sums and a whole trail', async () => {
    const fresh = await freshDatabase();
    expect(await describeSchema(owner)).toBe(await describeSchema(fresh.owner));
    await fresh.drop();
    expect(JSON.parse(await command(url, 'verify', 'rollups'))).toMatchObject({ rollups: 4, differs: null });
    expect(JSON.parse(await command(url, 'verify', 'audit'))).toMatchObject({ broken: null });
  });

  it('is served: the old edition is read and the next report filed', async () => {
    const server = await startServer(url);
    try {
      const { result } = await server.ask<{ edition: { title: string; state: string } }>('{ edition(id: "1") { title state } }');
      expect(result.edition).toEqual({ title: '青禾县统计局2022年年度报告', state: 'published' });
      const cookie = await server.logIn('agency', PASSWORD);
      const filing = { agencyId: city.agency, year: 2023, cells: typedCells(), narrative: PLAIN_NARRATIVE };
      expect(await submit(server, cookie, filing)).toMatchObject({ __typename: 'Submission', edition: { number: 1, state: 'submitted' } });
    } finally {
      await server.stop();
    }
  });
});

/** A published report of 2022 with its document and a finding, as the statements of that time wrote it; all figures 0. */
const FILED_THEN = `
  WITH file AS (INSERT INTO documents (sha256, media_type, size, content)
    SELECT encode(sha256(c), 'hex'), 'text/plain', octet_length(c), c FROM convert_to('年度报告', 'UTF8') c RETURNING sha256),
  edition AS (INSERT INTO editions (report_id, number, s2_form, s3_form, figures, states, derived, title, signed_on, narrative, declared, residue,
      explanations, content_sha256, document_sha256, document_name, receipt_number, submitted_by, received_at)
    SELECT r.id, 1, 'gb2021_30', 'gb2021_30', array_fill(0::bigint, ARRAY[200]), '{}', '{}', '青禾县统计局2022年年度报告', '2023-01-20', '[]', '[]', '[]', '[]',
      repeat('0', 64), file.sha256, '年度报告.txt', 'GK-1', a.id, '2023-01-20T08:00:00Z'
    FROM reports r JOIN accounts a ON a.agency_id = r.agency_id CROSS JOIN file WHERE r.agency_id = $1 AND r.year = 2022 RETURNING id, submitted_by),
  read AS (INSERT INTO provenance (edition_id, raw, places) SELECT id, array_fill('0'::text, ARRAY[200]), '{}' FROM edition),
  found AS (INSERT INTO findings SELECT id, 1, 'YEAR', 'warning', '{}' FROM edition)
  INSERT INTO edition_events (edition_id, sequence, state, at, by_account, by_office)
    SELECT e.id, v.place, v.state, timestamptz '2023-01-21T08:00:00Z' + v.place * interval '1 day', CASE WHEN v.place = 1 THEN e.submitted_by ELSE s.id END, 'x'
    FROM edition e CROSS JOIN (SELECT id FROM accounts WHERE login = 'county') s
    CROSS JOIN unnest('{submitted,accepted,published}'::text[]) WITH ORDINALITY v(state, place) ORDER BY v.place`;
