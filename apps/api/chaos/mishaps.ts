import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { ApiProcess, Readiness } from './api-process';
import { type KillablePlatform, LOCK_SECONDS } from './killable-platform';
import type { SeededChoice } from './seeded-choice';

/** What goes wrong around the platform, in the order in which it does. */
export const MISHAPS = ['api', 'full disk', 'postgres', 'clock', 'api and postgres', 'held lock'] as const;
export type Mishap = (typeof MISHAPS)[number];

/** What each api that was asked said while something was wrong, and whether it still gave to read. */
export interface ApiState extends Readiness {
  readonly reads: boolean;
}

export interface MishapScene {
  readonly platform: KillablePlatform;
  readonly random: SeededChoice;
}

/** Makes it go wrong, listens to what the platform says, and puts it right again. */
export function disturb(kind: Mishap, scene: MishapScene): Promise<readonly ApiState[]> {
  return ACTS[kind](scene);
}

const ACTS: Readonly<Record<Mishap, (scene: MishapScene) => Promise<readonly ApiState[]>>> = {
  api: killApi,
  postgres: async ({ platform }) => heardNothing(platform.killPostgres()),
  'api and postgres': async ({ platform }) => heardNothing(platform.killPostgres(platform.apis)),
  'full disk': fillDisks,
  clock: setClockWrong,
  'held lock': holdLocks,
};

async function heardNothing(done: Promise<void>): Promise<readonly ApiState[]> {
  await done;
  return [];
}

/** A program tells its health anew after two seconds. */
const HEARD_AFTER_MS = 2_500;
const SLOWEST_READING_MS = 5_000;

async function hear(api: ApiProcess): Promise<ApiState> {
  const [readiness, reads] = await Promise.all([api.readiness(), givesToRead(api)]);
  return { ...readiness, reads };
}

async function givesToRead({ address }: ApiProcess): Promise<boolean> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ rootRegions { name } }' }),
    signal: AbortSignal.timeout(SLOWEST_READING_MS),
  }).catch(() => null);
  const { data } = ((await answer?.json()) ?? {}) as { readonly data?: { readonly rootRegions: readonly unknown[] } | null };
  return data?.rootRegions.length === 1;
}

async function killApi({ platform: { apis }, random }: MishapScene): Promise<readonly ApiState[]> {
  const api = random.of(apis);
  await api.kill();
  await api.begin();
  return [];
}

/** Rows find no room as long as the table holds one. It is there from the beginning: to change a table is to wait for whoever uses it. */
const SMALL_ROOM = `
  CREATE TABLE no_room (since timestamptz);
  CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    IF EXISTS (SELECT FROM no_room) THEN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER no_room BEFORE INSERT ON heartbeats EXECUTE FUNCTION no_room();
  CREATE TRIGGER no_room BEFORE INSERT ON editions EXECUTE FUNCTION no_room();
  CREATE TRIGGER no_room BEFORE INSERT ON audit_entries EXECUTE FUNCTION no_room()`;

/** To be called before anything goes wrong. */
export async function prepareMishaps(platform: KillablePlatform): Promise<void> {
  const owner = await connected(platform);
  await owner.query(SMALL_ROOM);
  await owner.end();
}

/** No room for uploads and logs, and none for rows. */
async function fillDisks({ platform }: MishapScene): Promise<readonly ApiState[]> {
  const owner = await connected(platform);
  try {
    await owner.query('INSERT INTO no_room VALUES (now())');
    platform.disk.fill();
    await sleep(HEARD_AFTER_MS);
    return await Promise.all(platform.apis.map(hear));
  } finally {
    platform.disk.free();
    await owner.query('DELETE FROM no_room');
    await owner.end();
  }
}

const MINUTES_10 = 600_000;
const LATE = `const now = Date.now; globalThis.Date = class extends Date {
  constructor(...given) { given.length ? super(...given) : super(now() + ${MINUTES_10}); }
  static now() { return now() + ${MINUTES_10}; }
};`;

/** One api goes on by a clock of its own, and is asked although it says that it is not ready. */
async function setClockWrong({ platform: { apis, folder }, random }: MishapScene): Promise<readonly ApiState[]> {
  const late = join(folder, 'late.cjs');
  writeFileSync(late, LATE);
  const api = random.of(apis);
  await api.kill();
  await api.begin({ NODE_OPTIONS: `--require ${late}` });
  const heard = await hear(api);
  await sleep(HEARD_AFTER_MS);
  await api.kill();
  await api.begin();
  return [heard];
}

/** Somebody has the trail, and then the table of editions, and does not let go: whoever writes, and then whoever reads them, finds no end. */
async function holdLocks({ platform }: MishapScene): Promise<readonly ApiState[]> {
  const owner = await connected(platform);
  const heard: ApiState[] = [];
  try {
    for (const hold of [
      `SELECT pg_advisory_xact_lock(hashtextextended('the audit chain', 0))`,
      'LOCK TABLE editions IN ACCESS EXCLUSIVE MODE',
    ]) {
      await owner.query(`BEGIN; ${hold}`);
      await sleep(LOCK_SECONDS * 1000 + HEARD_AFTER_MS);
      heard.push(...(await Promise.all(platform.apis.map(hear))));
      await owner.query('ROLLBACK');
    }
    return heard;
  } finally {
    await owner.end();
  }
}

async function connected(platform: KillablePlatform): Promise<Client> {
  const owner = new Client({ connectionString: platform.databaseUrl });
  await owner.connect();
  return owner;
}
