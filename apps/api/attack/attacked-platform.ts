import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type RunningPostgres, startPostgres } from '@gongkai/postgres';

/** The root of the workspace, seen from the sources and from what is built of them. */
export const ATTACK_ROOT = rootAbove(__dirname);

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'nx.json')) ? folder : rootAbove(dirname(folder));
}

/** Ticks of the clock /proc counts processor time by, a second. */
const TICKS = 100;

/** The built api over a PostgreSQL of its own, with what the system says of its process. */
export class AttackedPlatform {
  private api: ChildProcess | null = null;
  private told = '';
  private port = 0;

  private constructor(
    private readonly folder: string,
    private readonly postgres: RunningPostgres,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** `seeded`: with the demo city, which takes a minute. */
  static async start(seeded: boolean, env: Readonly<Record<string, string>> = {}): Promise<AttackedPlatform> {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-attack-'));
    const platform = new AttackedPlatform(folder, await startPostgres({ folder }), env);
    await platform.command('migrate');
    if (seeded) await platform.command('seed');
    return platform;
  }

  /** The same for all its starts. */
  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get databaseUrl(): string {
    return this.postgres.url;
  }

  async startApi(): Promise<void> {
    const api = spawn(process.execPath, [join(ATTACK_ROOT, 'apps/api/dist/main.js')], {
      env: {
        ...process.env,
        DATABASE_URL: this.databaseUrl,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        GONGKAI_SECRET: 'a secret no attack learns, 32 and more',
        GONGKAI_LOG: 'error',
        // As npm start and the image have it.
        MALLOC_ARENA_MAX: '2',
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.api = api;
    api.once('exit', () => {
      if (this.api === api) this.api = null;
    });
    this.port = await this.portOf(api);
  }

  get alive(): boolean {
    return this.api !== null;
  }

  /** What the api said of itself last, for who looks for the reason of its end. */
  get lastWords(): string {
    return this.told.slice(-2_000);
  }

  /** Seconds of processor the api has used since it was started, all its threads together. */
  processorSeconds(): number {
    const stat = this.proc('stat');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  }

  /** Megabytes the api holds now. */
  megabytes(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(this.proc('status'))?.[1]) / 1024;
  }

  async stop(): Promise<void> {
    const { api } = this;
    this.api = null;
    if (api !== null && api.exitCode === null) {
      const ended = new Promise((done) => api.once('exit', done));
      api.kill('SIGKILL');
      await ended;
    }
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async command(...words: readonly string[]): Promise<void> {
    const env = { ...process.env, DATABASE_URL: this.databaseUrl };
    await promisify(execFile)(process.execPath, [join(ATTACK_ROOT, 'apps/api/dist/command.js'), ...words], { env, maxBuffer: 1 << 26 });
  }

  private proc(file: 'stat' | 'status'): string {
    if (this.api?.pid === undefined) return '';
    return readFileSync(`/proc/${this.api.pid}/${file}`, 'utf8');
  }

  private portOf(api: ChildProcess): Promise<number> {
    this.told = '';
    return new Promise((done, fail) => {
      const listen = (chunk: Buffer): void => {
        this.told = (this.told + chunk.toString()).slice(-10_000);
        const port = /listening on (\d+)/.exec(this.told)?.[1];
        if (port !== undefined) done(Number(port));
      };
      api.stdout?.on('data', listen);
      api.stderr?.on('data', listen);
      api.once('exit', (code) => fail(new Error(`the api ended with ${code}: ${this.told}`)));
    });
  }
}
