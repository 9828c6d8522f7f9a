import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { WorkbookSheet } from '@gongkai/exports';
import { FairQueue } from '@gongkai/parsers/worker';
import type { Caller } from '../database/caller';
import { TryLater } from '../try-later';
import type { ThreadRow, WorkbookMessage } from './workbook-thread';

const THREAD = join(__dirname, 'workbook-thread.js');
const ROWS_AT_ONCE = 500;
const MEGABYTES = 256;
const SECONDS = 120;

/** Writes workbooks in a thread of their own, one at a time for accounts and one for the public. */
@Injectable()
export class Workbooks {
  private readonly queues = { work: new FairQueue(1, 20), public: new FairQueue(1, 6) };

  /** Throws `TryLater` where too many wait. */
  async write(sheet: WorkbookSheet, caller: Caller, signal: AbortSignal): Promise<Uint8Array> {
    const queue = this.queues[caller.kind === 'account' ? 'work' : 'public'];
    const from = caller.kind === 'account' ? caller.accountId : String(caller.address);
    if (!(await queue.enter({ from, signal }))) throw busy();
    try {
      return await writeInThread(sheet, signal);
    } finally {
      queue.leave();
    }
  }
}

async function writeInThread({ name, columns, rows }: WorkbookSheet, signal: AbortSignal): Promise<Uint8Array> {
  const worker = new Worker(THREAD, { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES }, execArgv: [] });
  const say = (message: WorkbookMessage): void => worker.postMessage(message);
  const over = AbortSignal.any([signal, AbortSignal.timeout(SECONDS * 1000)]);
  try {
    const written = new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the workbook's thread ended without an answer (exit code ${code})`)));
      over.addEventListener('abort', () => reject(signal.aborted ? (signal.reason as Error) : busy()), { once: true });
    });
    written.catch(() => undefined);
    say({ name, columns });
    for await (const part of inParts(rows)) {
      if (over.aborted) break;
      say({ rows: part });
      await breathe();
    }
    say({ ended: true });
    return await written;
  } finally {
    await worker.terminate();
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
