import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Client } from 'pg';
import { type SubmissionSeen, decide, submit } from './support/filing';
import { type FreshDatabase, WORKSPACE, command, freshDatabase } from './support/fresh-database';
import { FULL_SERVER, startFullServer } from './support/full-server';
import { startServer } from './support/running-server';
import { PASSWORD } from './support/small-city';
import { smallCityServer } from './support/small-city-server';
import { tableChecksums } from './support/table-checksums';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';
import { untilTold } from './support/until-told';

const REPORT = readFileSync(path.join(WORKSPACE, 'test/reports/accepted/one-cell-a-line.txt'), 'utf8');

interface Restored {
  readonly tables: number;
  readonly rows: number;
  readonly sha256: string;
  readonly migrations: readonly string[];
  readonly audit: { readonly entries: number; readonly broken: unknown };
  readonly rollups: { readonly rollups: number; readonly differs: unknown };
}

/** What keeps the rows: constraints, triggers with their state, and where the sequences stand. */
const GUARDS = `
  SELECT conrelid::regclass::text AS place, conname || ' ' || pg_get_constraintdef(oid) AS guard FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT tgrelid::regclass::text, tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT sequencename, coalesce(last_value::text, 'unused') FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1, 2`;

describe('dump and restore', () => {
  const here = smallCityServer(['agency', 'neighbour', 'county', 'administrator']);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-dump-'));
  const dump = path.join(folder, 'whole.dump');
  let emptied: FreshDatabase;

  const restore = async (url: string, file = dump) => JSON.parse(await command(url, 'restore', file)) as Restored;
  const refused = (url: string, file: string) => expect(command(url, 'restore', file)).rejects;
  const nothingIn = async (owner: Client) =>
    (await owner.query(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).rowCount === 0;

  beforeAll(async () => {
    emptied = await freshDatabase({ plainOwner: true, migrated: false });
    await fillTheCity();
    await untilTold(here.database.owner);
    await command(here.database.url, 'dump', dump);
  }, 60_000);
  afterAll(async () => {
    await emptied.drop();
    rmSync(folder, { recursive: true });
  });

  async function fillTheCity(): Promise<void> {
    const file = { name: '年报.txt', content: Buffer.from(REPORT.replaceAll('青禾县农业农村局', '青禾县统计局')) };
    const filed = (await submit(here.server, here.cookies.agency, { agencyId: here.city.agency, year: 2023, file })) as SubmissionSeen;
    await decide(here.server, here.cookies.county, 'acceptReport', filed.edition.id);
    await decide(here.server, here.cookies.county, 'publishReport', filed.edition.id);
    const odd = [{ section: 's1', text: '反斜杠 \\ 制表\t换行\n\\.\n引号 " \' 𠮷' }, ...PLAIN_NARRATIVE.slice(1)];
    const typed = { agencyId: here.city.neighbour, year: 2023, cells: typedCells(), narrative: odd };
    const second = (await submit(here.server, here.cookies.neighbour, typed)) as SubmissionSeen;
    await decide(here.server, here.cookies.county, 'returnReport', second.edition.id);
    await here.server.ask(
      `mutation { stateApplicability(agencyId: "${here.city.agency}", row: "regulations", applies: false, fromYear: 2022, basis: "立法法") { __typename } }`,
      {},
      { cookie: here.cookies.county },
    );
    await here.server.ask(
      `mutation { createToken(name: "夜间", scope: file, days: 30) { __typename } }`,
      {},
      { cookie: here.cookies.agency },
    );
  }

  it('give every table back with equal checksums, to an owner without superuser rights', async () => {
    const before = await tableChecksums(here.database.owner);
    expect(before.documents).toMatch(/^1 /);
    expect(statSync(dump).mode & 0o777).toBe(0o600);
    const restored = await restore(emptied.url);
    expect(restored).toMatchObject({ migrations: [], audit: { broken: null }, rollups: { rollups: 4, differs: null } });
    expect(await tableChecksums(emptied.owner)).toEqual({ ...before, sessions: '0 null', heartbeats: '0 null' });
    expect((await emptied.owner.query(GUARDS)).rows).toEqual((await here.database.owner.query(GUARDS)).rows);
  });

  it('give them back again after everything was wiped out', async () => {
    const before = await tableChecksums(emptied.owner);
    await emptied.owner.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC');
    expect(await nothingIn(emptied.owner)).toBe(true);
    await restore(emptied.url);
    expect(await tableChecksums(emptied.owner)).toEqual(before);
  });

  it('end the trail with the dump itself', async () => {
    const { rows } = await emptied.owner.query('SELECT action, role FROM audit_entries ORDER BY sequence DESC LIMIT 1');
    expect(rows).toEqual([{ action: 'exports.dump', role: 'owner' }]);
  });

  it('leave a platform that goes on: old passwords, new filings, the next numbers, nothing that may be changed', async () => {
    const server = await startServer(emptied.url);
    try {
      const cookie = await server.logIn('agency', PASSWORD);
      const filing = { agencyId: here.city.agency, year: 2022, cells: typedCells(), narrative: PLAIN_NARRATIVE };
      expect(await submit(server, cookie, filing)).toMatchObject({ __typename: 'Submission', edition: { id: '3' } });
    } finally {
      await server.stop();
    }
    await expect(emptied.owner.query(`UPDATE editions SET title = 'x'`)).rejects.toThrow('kept for ever');
    expect(JSON.parse(await command(emptied.url, 'verify', 'audit'))).toMatchObject({ broken: null });
    expect(JSON.parse(await command(emptied.url, 'verify', 'rollups'))).toMatchObject({ differs: null });
  });

  it('refuse a database that holds something, and leave it as it is', async () => {
    const before = await tableChecksums(emptied.owner);
    await refused(emptied.url, dump).toMatchObject({ code: 1, stderr: expect.stringMatching(/^not_empty: /) });
    expect(await tableChecksums(emptied.owner)).toEqual(before);
  });

  it('never write over a file, and leave none where the dump fails', async () => {
    const kept = readFileSync(dump);
    await expect(command(here.database.url, 'dump', dump)).rejects.toMatchObject({ stderr: expect.stringMatching(/^file_exists: /) });
    expect(readFileSync(dump).equals(kept)).toBe(true);
    const stranger = new URL(here.database.url);
    stranger.username = emptied.url.split('/')[2]!.split(':')[0]!;
    stranger.password = 'plain';
    await expect(command(stranger.href, 'dump', path.join(folder, 'of-a-stranger.dump'))).rejects.toMatchObject({
      stderr: expect.stringMatching(/^not_the_owner: /),
    });
    expect(readdirSync(folder)).toEqual(['whole.dump']);
  });

  it('take one moment of a database that goes on being written', async () => {
    const busy = path.join(folder, 'busy.dump');
    const file = (year: number) =>
      submit(here.server, here.cookies.agency, { agencyId: here.city.agency, year, cells: typedCells(), narrative: PLAIN_NARRATIVE });
    await Promise.all([command(here.database.url, 'dump', busy), ...[2019, 2020, 2021, 2022].map(file)]);
    const other = await freshDatabase({ migrated: false });
    expect(await restore(other.url, busy)).toMatchObject({ audit: { broken: null }, rollups: { differs: null } });
    await other.drop();
  });

  describe('of a file that is not as it was written', () => {
    let empty: FreshDatabase;
    let text: string;
    beforeAll(async () => {
      empty = await freshDatabase({ migrated: false });
      text = gunzipSync(readFileSync(dump)).toString('latin1');
    });
    afterAll(() => empty.drop());

    const cut = (part: number) => () => readFileSync(dump).subarray(0, Math.floor(statSync(dump).size * part));
    const altered = (from: string | RegExp, to: string) => () => {
      expect(text).toMatch(from);
      return gzipSync(Buffer.from(text.replace(from, to), 'latin1'));
    };
    const utf8 = (words: string) => Buffer.from(words).toString('latin1');

    it.each<readonly [string, RegExp, () => Buffer]>([
      ['cut short', /^damaged: /, cut(0.5)],
      ['with another letter in a row', /^damaged: /, altered(utf8('青禾县林业局'), utf8('青禾县林业处'))],
      ['with a row the tables cannot take', /^damaged: /, altered('\tprefecture\t', '\tprefekture\t')],
      ['of a later schema', /^newer_dump: .*Tomorrow1/, altered('"migrations":[', '"migrations":["Tomorrow1",')],
      ['that is another archive', /^not_a_dump: /, () => gzipSync('{"dump":"of something else"}\n')],
    ])('refuse one %s, and write nothing', async (_, code, content) => {
      const file = path.join(folder, 'altered.dump');
      writeFileSync(file, content());
      await refused(empty.url, file).toMatchObject({ code: 1, stderr: expect.stringMatching(code) });
      expect(await nothingIn(empty.owner)).toBe(true);
    });

    it('refuse one that is not there', async () => {
      await refused(empty.url, path.join(folder, 'none')).toMatchObject({ stderr: expect.stringMatching(/^no_such_file: /) });
    });
  });

  (FULL_SERVER === null ? it.skip : it)('move from the embedded server to a full one of another version', async () => {
    const full = await startFullServer(FULL_SERVER!);
    try {
      const expected = await restore(here.database.url.replace(/.*/, full.url));
      expect(expected).toMatchObject({ migrations: [], audit: { broken: null }, rollups: { differs: null } });
      const back = path.join(folder, 'back.dump');
      const again = JSON.parse(await command(full.url, 'dump', back)) as Restored;
      expect(again).toMatchObject({ tables: expected.tables, rows: expected.rows + 1 });
      const tallies = (file: string) =>
        gunzipSync(readFileSync(file))
          .toString('latin1')
          .match(/^\{"table":.*$/gm)!;
      const others = (file: string) => tallies(file).filter((tally) => !tally.includes('"audit_entries"'));
      expect(others(back)).toEqual(others(dump));
      expect(tallies(dump)).toHaveLength(expected.tables);
    } finally {
      await full.stop();
    }
  });
});
