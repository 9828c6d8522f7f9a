import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { REFUSED_REQUESTS } from './refused-request';

/** Whose files take whose room: the public can fill its own share alone. */
export type SpoolLane = 'public' | 'accounts';

const PUBLIC_SHARE = 0.25;

/**
 * Where uploads stand while a request works on them: a folder of this process, within a quota, emptied at start of what ended processes of this
 * machine left. Whatever becomes of a request, its files go with it.
 */
export class Spool {
  private readonly taken: Record<SpoolLane, number> = { public: 0, accounts: 0 };
  private readonly quota: Readonly<Record<SpoolLane, number>>;

  private constructor(
    private readonly folder: string,
    bytes: number,
  ) {
    this.quota = { public: bytes * PUBLIC_SHARE, accounts: bytes * (1 - PUBLIC_SHARE) };
  }

  /** `bytes`: what all requests together may have in it. */
  static open(parent: string, bytes: number): Spool {
    mkdirSync(parent, { recursive: true });
    const left = readdirSync(parent)
      .map((name) => path.join(parent, name))
      .filter(isLeft);
    for (const folder of left) rmSync(folder, { recursive: true, force: true });
    const folder = path.join(parent, nameOf(process.pid));
    mkdirSync(folder, { recursive: true });
    return new Spool(folder, bytes);
  }

  shareFor(lane: SpoolLane): SpoolShare {
    const take = (bytes: number): boolean => {
      if (this.taken[lane] + bytes > this.quota[lane]) return false;
      this.taken[lane] += bytes;
      return true;
    };
    return new SpoolShare(this.folder, take);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The bytes of one file as they arrived, while its request lasts. */
export interface SpooledFile {
  createReadStream(): Readable;
}

/** What one request has in the spool. */
export class SpoolShare {
  private readonly files: string[] = [];
  private bytes = 0;
  private released = false;

  constructor(
    private readonly folder: string,
    private readonly take: (bytes: number) => boolean,
  ) {}

  /** Takes a file in; throws where there is no room for it. */
  async keep(content: Readable): Promise<SpooledFile> {
    const file = path.join(this.folder, randomUUID());
    this.files.push(file);
    const written = createWriteStream(file, { flags: 'wx', mode: 0o600 });
    try {
      await pipeline(content, this.counted(), written);
      if (this.released) throw new Error('the request has ended');
    } catch (fault) {
      // A stream that is ended while it opens its file makes the file all the same.
      if (!written.closed) await new Promise<void>((done) => written.once('close', done));
      await rm(file, { force: true });
      throw isFull(fault) ? REFUSED_REQUESTS.spoolFull() : fault;
    }
    return { createReadStream: () => createReadStream(file) };
  }

  /** Idempotent: the request has ended, however it ended. */
  async release(): Promise<void> {
    if (this.released) return;
    this.released = true;
    this.take(-this.bytes);
    await Promise.all(this.files.map((file) => rm(file, { force: true })));
  }

  private counted(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        if (this.released) return done(new Error('the request has ended'));
        if (!this.take(chunk.byteLength)) return done(REFUSED_REQUESTS.spoolFull());
        this.bytes += chunk.byteLength;
        return done(null, chunk);
      },
    });
  }
}

const nameOf = (pid: number): string => `${os.hostname()}.${pid}`;

const DAY = 86_400_000;

/** Of a process of this machine that has ended, or of another machine and a day old. */
function isLeft(folder: string): boolean {
  const [, host, pid] = /^(.*)\.(\d+)$/.exec(path.basename(folder)) ?? [];
  if (host !== os.hostname()) return Date.now() - statSync(folder).mtimeMs > DAY;
  return Number(pid) === process.pid || !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function isFull(fault: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((fault as NodeJS.ErrnoException).code ?? '');
}
