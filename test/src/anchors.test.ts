import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type FreshDatabase, command, freshDatabase } from './support/fresh-database';
import { type RunningServer, startServer } from './support/running-server';
import { PASSWORD, makeSmallCity } from './support/small-city';

interface Anchor {
  readonly anchor: string;
  readonly sequence: string;
  readonly sha256: string;
  readonly at: string;
}
interface Verdict {
  readonly head: { readonly sequence: string };
  readonly broken: unknown;
  readonly differing: number;
  readonly anchors: {
    readonly held: number;
    readonly lost: number;
    readonly first: { readonly sequence: string; readonly how: string } | null;
  };
}

describe('anchors of the trail', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-anchors-'));
  const file = path.join(folder, 'anchors.jsonl');
  const posted: Anchor[] = [];
  let refusing = true;
  let hook: Server;
  let database: FreshDatabase;
  let server: RunningServer;

  beforeAll(async () => {
    hook = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (!refusing) posted.push(JSON.parse(Buffer.concat(chunks).toString()) as Anchor);
        response.writeHead(refusing ? 503 : 204).end();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    database = await freshDatabase();
    await makeSmallCity(database.owner);
    writeFileSync(file, '{"anchor":"gongkai","seq');
    server = await startServer(database.url, {
      GONGKAI_ANCHOR_FILE: file,
      GONGKAI_ANCHOR_WEBHOOK: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/anchor`,
      GONGKAI_ANCHOR_ENTRIES: '2',
      GONGKAI_LOG: 'silent',
    });
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await database.drop();
    hook.close();
    rmSync(folder, { recursive: true });
  });

  const written = (): readonly Anchor[] =>
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Anchor);
  async function until(holds: () => boolean): Promise<void> {
    for (let look = 0; !holds(); look += 1) {
      if (look > 300) throw new Error('it did not come to hold');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  async function verify(): Promise<Verdict> {
    // The line that a crash left unfinished is no anchor.
    writeFileSync(path.join(folder, 'copy.jsonl'), readFileSync(file, 'utf8').split('\n').slice(1).join('\n'));
    const words = ['verify', 'record', '--anchor', path.join(folder, 'copy.jsonl')];
    return JSON.parse(await command(database.url, ...words).catch(({ stdout }: { stdout: string }) => stdout)) as Verdict;
  }
  async function tamper(change: string): Promise<void> {
    await database.owner.query(`SET session_replication_role = replica; ${change}; SET session_replication_role = DEFAULT`);
  }
  const heads = async (): Promise<readonly string[]> =>
    (await database.owner.query<{ head: string }>(`SELECT sequence || ':' || sha256 AS head FROM audit_entries`)).rows.map(
      ({ head }) => head,
    );

  it('are written down at the start and after so many entries, each a line with place, hash and moment', async () => {
    await until(() => written().length === 1);
    await server.logIn('agency', PASSWORD);
    await server.logIn('county', PASSWORD);
    await until(() => written().length >= 2);
    const all = await heads();
    for (const { anchor, sequence, sha256, at } of written()) {
      expect(anchor).toBe('gongkai');
      expect(all).toContain(`${sequence}:${sha256}`);
      expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
    }
  });

  it('are offered again where a place did not take them', async () => {
    expect(posted).toEqual([]);
    refusing = false;
    await until(() => posted.length >= 1);
    expect(await heads()).toContain(`${posted[0]!.sequence}:${posted[0]!.sha256}`);
  });

  it('are held against the chain', async () => {
    expect(await verify()).toMatchObject({ broken: null, differing: 0, anchors: { held: written().length, lost: 0, first: null } });
  });

  it('show a tail that was cut, which nothing else does', async () => {
    const last = written().at(-1)!;
    await tamper(
      `CREATE TABLE tail AS SELECT * FROM audit_entries WHERE sequence >= ${last.sequence}; DELETE FROM audit_entries WHERE sequence >= ${last.sequence}`,
    );
    expect(await verify()).toMatchObject({
      broken: null,
      differing: 0,
      anchors: { lost: 1, first: { sequence: last.sequence, how: 'cut' } },
    });
    await tamper('INSERT INTO audit_entries OVERRIDING SYSTEM VALUE SELECT * FROM tail');
    expect(await verify()).toMatchObject({ anchors: { lost: 0 } });
  });

  it('show a chain that was rewritten from an entry on, which nothing else does', async () => {
    await tamper(`
      UPDATE audit_entries SET address = '10.9.8.7' WHERE sequence = 3;
      DO $$ DECLARE e audit_entries%ROWTYPE; before text; BEGIN
        FOR e IN SELECT * FROM audit_entries ORDER BY sequence LOOP
          e.previous_sha256 := before; e.sha256 := audit_sha256(e); before := e.sha256;
          UPDATE audit_entries SET previous_sha256 = e.previous_sha256, sha256 = e.sha256 WHERE id = e.id;
        END LOOP; END $$`);
    expect(await verify()).toMatchObject({ broken: null, differing: 0, anchors: { lost: written().length, first: { how: 'rewritten' } } });
  });
});
