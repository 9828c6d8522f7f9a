import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHAOS_ROOT } from './workspace-root';

/** What an api is started with, and where its log goes. */
export interface ApiSettings {
  readonly env: Readonly<Record<string, string>>;
  readonly log: string;
}

/** What an api says of itself at `/health/ready`. */
export interface Readiness {
  readonly status: number;
  readonly database: string | null;
}

/** One built api at a steady address, to be killed hard and started again. One that ends by itself is started again too, and counted. */
export class ApiProcess {
  private child: ChildProcess | null = null;
  /** How often it ended although nobody had killed it. */
  deaths = 0;

  private constructor(
    private readonly port: number,
    private readonly settings: ApiSettings,
  ) {}

  static async start(settings: ApiSettings): Promise<ApiProcess> {
    const api = new ApiProcess(await freePort(), settings);
    await api.begin();
    return api;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get isRunning(): boolean {
    return this.child !== null;
  }

  /** `env`: what is other than usual this time. */
  async begin(env: Readonly<Record<string, string>> = {}): Promise<void> {
    const log = openSync(this.settings.log, 'a');
    const child = spawn(process.execPath, [join(CHAOS_ROOT, 'apps/api/dist/main.js')], {
      env: { ...process.env, ...this.settings.env, PORT: String(this.port), HOST: '127.0.0.1', ...env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    child.once('exit', () => void this.afterExit(child));
    await this.untilLive(child);
  }

  /** kill -9: nothing is put in order. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }

  async readiness(): Promise<Readiness> {
    const answer = await fetch(`${this.address}/health/ready`);
    const { details } = (await answer.json()) as { readonly details?: { readonly database?: { readonly state?: string } } };
    return { status: answer.status, database: details?.database?.state ?? null };
  }

  private async afterExit(child: ChildProcess): Promise<void> {
    if (this.child !== child) return;
    this.deaths += 1;
    this.child = null;
    await sleep(500);
    if (this.child === null) await this.begin();
  }

  private async untilLive(child: ChildProcess): Promise<void> {
    while (child === this.child && child.exitCode === null) {
      const live = await fetch(`${this.address}/health/live`).catch(() => null);
      if (live?.ok === true) return;
      await sleep(50);
    }
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
