import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type RunningPostgres, startPostgres } from '@gongkai/postgres';
import { ApiProcess } from './api-process';
import { SmallDisk } from './small-disk';
import { openSteadyDoor, type SteadyDoor } from './steady-door';
import { CHAOS_ROOT } from './workspace-root';

/** How long others wait for a lock before they are told that too much is going on, in seconds. */
export const LOCK_SECONDS = 2;

interface PlatformParts {
  readonly folder: string;
  /** Of the database, which has an owner of its own. */
  readonly rows: string;
  readonly disk: SmallDisk;
  readonly door: SteadyDoor;
}

/** Two built apis over one durable PostgreSQL, all at steady addresses, each to be killed hard and started again. Spools and logs stand on a small disk. */
export class KillablePlatform {
  apis: readonly ApiProcess[] = [];

  private constructor(
    private readonly parts: PlatformParts,
    private postgres: RunningPostgres,
  ) {}

  static async start(): Promise<KillablePlatform> {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-chaos-'));
    const rows = mkdtempSync(join(tmpdir(), 'gongkai-chaos-rows-'));
    const parts = { folder, rows, disk: SmallDisk.make(join(folder, 'disk')), door: await openSteadyDoor() };
    const platform = new KillablePlatform(parts, await startPostgres({ folder: rows }));
    parts.door.leadTo(platform.postgres.port);
    await platform.command('migrate');
    platform.apis = [await platform.startApi('one'), await platform.startApi('two')];
    return platform;
  }

  get addresses(): readonly string[] {
    return this.apis.map(({ address }) => address);
  }

  get folder(): string {
    return this.parts.folder;
  }

  get disk(): SmallDisk {
    return this.parts.disk;
  }

  /** How often an api ended although nobody had killed it. */
  get deaths(): number {
    return this.apis.reduce((sum, { deaths }) => sum + deaths, 0);
  }

  /** The database itself, at its address of now. */
  get databaseUrl(): string {
    return this.postgres.url;
  }

  /** kill -9 of PostgreSQL, and of these apis with it, and a start again as whoever watches over them would do it. */
  async killPostgres(beside: readonly ApiProcess[] = []): Promise<void> {
    process.kill(this.postgres.pid, 'SIGKILL');
    await Promise.all(beside.map((api) => api.kill()));
    this.postgres = await startPostgres({ folder: this.parts.rows });
    this.parts.door.leadTo(this.postgres.port);
    await Promise.all(beside.map((api) => api.begin()));
  }

  /** A command of the api; gives the line of JSON it prints, also where it ends with 1. */
  async command(...words: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
    const env = { ...process.env, DATABASE_URL: this.databaseUrl };
    const run = promisify(execFile)(process.execPath, [join(CHAOS_ROOT, 'apps/api/dist/command.js'), ...words], { env });
    const { stdout } = await run.catch((failed: { stdout: string; stderr: string }) => {
      if (failed.stdout === '') throw new Error(failed.stderr);
      return failed;
    });
    return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  }

  async stop(): Promise<void> {
    await Promise.all(this.apis.map((api) => api.kill()));
    this.parts.door.close();
    await this.postgres.stop();
    this.parts.disk.remove();
    for (const folder of [this.parts.folder, this.parts.rows]) rmSync(folder, { recursive: true, force: true });
  }

  private startApi(name: string): Promise<ApiProcess> {
    const url = new URL(this.postgres.url);
    url.port = String(this.parts.door.port);
    const env = {
      DATABASE_URL: url.href,
      GONGKAI_SECRET: 'a secret that outlives every kill, 32+',
      GONGKAI_LOG: 'info',
      GONGKAI_DATA: this.disk.folder,
      GONGKAI_LOCK_SECONDS: String(LOCK_SECONDS),
    };
    return ApiProcess.start({ env, log: join(this.disk.folder, `${name}.log`) });
  }
}
