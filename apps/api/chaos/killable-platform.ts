import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type RunningPostgres, startPostgres } from '@gongkai/postgres';
import { openSteadyDoor, type SteadyDoor } from './steady-door';

export type Victim = 'api' | 'postgres';

/** The root of the workspace, seen from the sources and from what is built of them. */
export const ROOT = rootAbove(__dirname);

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'nx.json')) ? folder : rootAbove(dirname(folder));
}

/** The built api over a durable PostgreSQL, both at steady addresses, each to be killed hard and started again. */
export class KillablePlatform {
  private api: ChildProcess | null = null;
  /** How often the api ended although nobody had killed it. */
  deaths = 0;

  private constructor(
    private readonly folder: string,
    private postgres: RunningPostgres,
    private readonly door: SteadyDoor,
    private readonly port: number,
  ) {}

  static async start(): Promise<KillablePlatform> {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-chaos-'));
    const postgres = await startPostgres({ folder });
    const door = await openSteadyDoor();
    door.leadTo(postgres.port);
    const platform = new KillablePlatform(folder, postgres, door, await freePort());
    await platform.command('migrate');
    await platform.startApi();
    return platform;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The database itself, at its address of now. */
  get databaseUrl(): string {
    return this.postgres.url;
  }

  /** kill -9, and a start again as whoever watches over them would do it. */
  async killAndStart(victims: readonly Victim[]): Promise<void> {
    if (victims.includes('postgres')) process.kill(this.postgres.pid, 'SIGKILL');
    if (victims.includes('api')) await this.killApi();
    if (victims.includes('postgres')) {
      this.postgres = await startPostgres({ folder: this.folder });
      this.door.leadTo(this.postgres.port);
    }
    if (this.api === null) await this.startApi();
  }

  /** A command of the api; gives the line of JSON it prints, also where it ends with 1. */
  async command(...words: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
    const env = { ...process.env, DATABASE_URL: this.databaseUrl };
    const run = promisify(execFile)(process.execPath, [join(ROOT, 'apps/api/dist/command.js'), ...words], { env });
    const { stdout } = await run.catch((failed: { stdout: string; stderr: string }) => {
      if (failed.stdout === '') throw new Error(failed.stderr);
      return failed;
    });
    return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  }

  async stop(): Promise<void> {
    await this.killApi();
    this.door.close();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async startApi(): Promise<void> {
    const url = new URL(this.postgres.url);
    url.port = String(this.door.port);
    const api = spawn(process.execPath, [join(ROOT, 'apps/api/dist/main.js')], {
      env: {
        ...process.env,
        DATABASE_URL: url.href,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        GONGKAI_SECRET: 'a secret that outlives every kill, 32+',
        GONGKAI_LOG: 'silent',
      },
      stdio: 'ignore',
    });
    this.api = api;
    api.once('exit', () => void this.afterExit(api));
    await this.untilReady(api);
  }

  /** An api that ended by itself is started again: that it did is counted. */
  private async afterExit(api: ChildProcess): Promise<void> {
    if (this.api !== api) return;
    this.deaths += 1;
    this.api = null;
    await sleep(500);
    if (this.api === null) await this.startApi();
  }

  private async untilReady(api: ChildProcess): Promise<void> {
    while (api === this.api && api.exitCode === null) {
      const ready = await fetch(`${this.address}/health/live`).catch(() => null);
      if (ready?.ok === true) return;
      await sleep(50);
    }
  }

  private async killApi(): Promise<void> {
    const { api } = this;
    this.api = null;
    if (api === null || api.exitCode !== null) return;
    const ended = new Promise((done) => api.once('exit', done));
    api.kill('SIGKILL');
    await ended;
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
