import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { WorkbookSheet } from '@gongkai/exports';
import { FairQueue } from '@gongkai/parsers/worker';
import type { Caller } from '../database/caller';
import { TryLater } from '../try-later';
import type { ThreadRow, WorkbookAnswer, WorkbookMessage } from './workbook-thread';

const THREAD = join(__dirname, 'workbook-thread.js');
const ROWS_AT_ONCE = 100;
const MEGABYTES = 128;
/** How far behind others a workbook stands where processors are short, as what is read for the public does. */
const NICENESS = 15;
const SECONDS = 120;

/** What is worked out and written while it is one's turn; `write` may be called once or not at all. */
export type WorkbookWork<T> = (write: (sheet: WorkbookSheet) => Promise<Uint8Array>) => Promise<T>;

/** Writes workbooks in a thread of their own, one at a time for accounts and one for the public; what is written is worked out when its turn has come. */
@Injectable()
export class Workbooks {
  private readonly queues = { work: new FairQueue(1, 20), public: new FairQueue(1, 6) };

  /** Throws `TryLater` where too many wait. */
  async inTurn<T>(caller: Caller, signal: AbortSignal, work: WorkbookWork<T>): Promise<T> {
    const queue = this.queues[caller.kind === 'account' ? 'work' : 'public'];
    const from = caller.kind === 'account' ? caller.accountId : String(caller.address);
    if (!(await queue.enter({ from, signal }))) throw busy();
    try {
      return await work((sheet) => writeInThread(sheet, signal));
    } finally {
      queue.leave();
    }
  }
}

async function writeInThread({ name, columns, rows }: WorkbookSheet, signal: AbortSignal): Promise<Uint8Array> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(SECONDS * 1000)]);
  const thread = new WorkbookThread(over);
  try {
    thread.say({ name, columns });
    for await (const part of inParts(rows)) await thread.take(part);
    thread.say({ ended: true });
    return await thread.written;
  } catch (fault) {
    throw fault === over.reason && !signal.aborted ? busy() : fault;
  } finally {
    await thread.end();
  }
}

/** A thread that writes one workbook and takes the next rows when it has written those before. */
class WorkbookThread {
  /** Rejects with the signal's reason and with whatever ends the thread before its answer. */
  readonly written: Promise<Uint8Array>;
  private readonly worker = new Worker(THREAD, {
    workerData: NICENESS,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    execArgv: [],
  });
  private taken: () => void = () => undefined;

  constructor(over: AbortSignal) {
    this.written = new Promise((resolve, reject) => {
      this.worker.on('message', (said: WorkbookAnswer) => ('workbook' in said ? resolve(said.workbook) : this.taken()));
      this.worker.once('error', reject);
      this.worker.once('exit', (code) => reject(new Error(`the workbook's thread ended without an answer (exit code ${code})`)));
      over.addEventListener('abort', () => reject(over.reason as Error), { once: true });
      over.throwIfAborted();
    });
    this.written.catch(() => undefined);
  }

  say(message: WorkbookMessage): void {
    this.worker.postMessage(message);
  }

  async take(rows: readonly ThreadRow[]): Promise<void> {
    const taken = new Promise<void>((resolve) => (this.taken = resolve));
    this.say({ rows });
    await Promise.race([taken, this.written]);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

async function* inParts(rows: WorkbookSheet['rows']): AsyncGenerator<readonly ThreadRow[], void, undefined> {
  let part: ThreadRow[] = [];
  for await (const row of rows) {
    part.push(row);
    if (part.length < ROWS_AT_ONCE) continue;
    yield part;
    part = [];
  }
  yield part;
}

function busy(): TryLater {
  return new TryLater('BUSY', { zh: '正在生成的表格太多，请稍后再试。', en: 'Too many workbooks are being written; try again later.' }, 10);
}
