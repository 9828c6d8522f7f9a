import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { submit } from './support/filing';
import { type FreshDatabase, freshDatabase } from './support/fresh-database';
import { jobOf, jobWhen, startImportJob } from './support/importing';
import { startApiWriting } from './support/program-of-api';
import { startServer } from './support/running-server';
import { PASSWORD, type SmallCity, makeSmallCity } from './support/small-city';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';
import { reportFile } from './support/written-report';

jest.setTimeout(180_000);

const PLACES = '{ rootRegions { name } }';
const onLinux = process.platform === 'linux' ? it : it.skip;

interface Health {
  readonly status: string;
  readonly details: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

async function ready(address: string): Promise<{ readonly status: number; readonly health: Health }> {
  const answer = await fetch(`${address}/health/ready`);
  return { status: answer.status, health: (await answer.json()) as Health };
}

describe('what goes wrong around the platform', () => {
  let database: FreshDatabase;
  let city: SmallCity;
  beforeAll(async () => {
    database = await freshDatabase();
    city = await makeSmallCity(database.owner);
  });
  afterAll(() => database.drop());

  onLinux('a log that cannot be written, as on a full disk, ends nothing', async () => {
    const full = openSync('/dev/full', 'w');
    const { address, child } = await startApiWriting(full, { DATABASE_URL: database.url, GONGKAI_LOG: 'debug' });
    try {
      for (let time = 0; time < 3; time += 1) {
        const headers = { 'content-type': 'application/json', 'apollo-require-preflight': '1' };
        const answer = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: PLACES }) });
        expect(answer.status).toBe(200);
        // A body that is none is written into the log.
        await fetch(`${address}/graphql`, { method: 'POST', headers, body: '{' });
      }
      expect(child.exitCode).toBeNull();
    } finally {
      child.kill('SIGTERM');
      closeSync(full);
    }
  });

  it('a program whose clock is off is not ready, says by how much, and puts wrong times beside nothing', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-clock-'));
    const late = path.join(folder, 'late.cjs');
    writeFileSync(
      late,
      'const now = Date.now; globalThis.Date = class extends Date { constructor(...a) { a.length ? super(...a) : super(now() + 600000); } };',
    );
    const server = await startServer(database.url, { NODE_OPTIONS: `--require ${late}` });
    try {
      const { status, health } = await ready(server.address);
      expect(status).toBe(503);
      expect(Number(health.details.clock!.aheadMs)).toBeGreaterThan(500_000);
      expect((await fetch(`${server.address}/health/live`)).status).toBe(200);
      // Should somebody ask it all the same: what it keeps bears the time of the database.
      const cookie = await server.logIn('agency', PASSWORD);
      const filing = { agencyId: city.agency, year: 2024, cells: typedCells(), narrative: PLAIN_NARRATIVE };
      expect(await submit(server, cookie, filing)).toMatchObject({ __typename: 'Submission' });
      const { rows } = await database.owner.query<{ late: boolean }>(
        `SELECT e.received_at > clock_timestamp() OR v.at > clock_timestamp() OR o.at > clock_timestamp() AS late
         FROM editions e JOIN edition_events v ON v.edition_id = e.id JOIN outbox o ON o.edition_id = e.id`,
      );
      expect(rows).toEqual([{ late: false }]);
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });

  it('a database that takes no rows leaves reading as it is, says so, and refuses what would be written in words', async () => {
    const server = await startServer(database.url);
    const cookie = await server.logIn('agency', PASSWORD);
    await database.owner.query(`
      CREATE FUNCTION out_of_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER out_of_room BEFORE INSERT ON heartbeats EXECUTE FUNCTION out_of_room();
      CREATE TRIGGER out_of_room BEFORE INSERT ON editions EXECUTE FUNCTION out_of_room();
    `);
    try {
      await new Promise((beat) => setTimeout(beat, 2_100));
      expect(await ready(server.address)).toMatchObject({ status: 200, health: { details: { database: { state: 'read-only' } } } });
      expect((await server.ask(PLACES)).errors).toBeUndefined();
      const filing = { agencyId: city.agency, year: 2023, cells: typedCells(), narrative: PLAIN_NARRATIVE };
      await expect(submit(server, cookie, filing)).rejects.toThrow(/READ_ONLY.*|平台暂时只能查阅/);
    } finally {
      await database.owner.query('DROP FUNCTION out_of_room CASCADE');
    }
    await new Promise((beat) => setTimeout(beat, 2_100));
    expect(await ready(server.address)).toMatchObject({ status: 200, health: { details: { database: { state: 'ready' } } } });
    await server.stop();
  });

  it('whoever holds a lock of the trail holds up neither readers nor the health of the program', async () => {
    const server = await startServer(database.url, { GONGKAI_POOL: '3' });
    const cookie = await server.logIn('agency', PASSWORD);
    const holder = new Client({ connectionString: database.url });
    await holder.connect();
    try {
      await holder.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('the audit chain', 0))`);
      const filing = { agencyId: city.agency, year: 2022, cells: typedCells(), narrative: PLAIN_NARRATIVE };
      const stuck = Array.from({ length: 6 }, () =>
        submit(server, cookie, filing).then(
          () => null,
          (refused: Error) => refused.message,
        ),
      );
      await new Promise((begun) => setTimeout(begun, 500));
      expect((await server.ask(PLACES)).errors).toBeUndefined();
      expect((await ready(server.address)).status).toBe(200);
      for (const told of await Promise.all(stuck)) expect(told).toMatch(/BUSY|忙/);
      await holder.query('ROLLBACK');
      expect(await submit(server, cookie, filing)).toMatchObject({ __typename: 'Submission' });
    } finally {
      await holder.end();
      await server.stop();
    }
  });

  it('an import whose program has died is taken over by another within a minute', async () => {
    const [first, second] = await Promise.all([startServer(database.url), startServer(database.url)]);
    const cookie = await first.logIn('county', PASSWORD);
    const years = [2019, 2020, 2021, 2022, 2023, 2024];
    const files = years.flatMap((year) => ['青禾县统计局', '青禾县林业局'].map((agency) => reportFile({ agency, year })));
    const job = await startImportJob(first, cookie, files, { regionId: city.county, source: { citation: '县政府网站年报专栏' } });
    await jobWhen(second, cookie, job.id, ({ done, state }) => done > 0 || state === 'ended');
    await first.kill();
    const { done } = (await jobOf(second, cookie, job.id))!;
    await jobWhen(second, cookie, job.id, (now) => now.done > done || now.state === 'ended');
    await jobWhen(second, cookie, job.id);
    expect(await jobOf(second, cookie, job.id)).toMatchObject({ state: 'ended', total: files.length, done: files.length });
    await second.stop();
  });
});
