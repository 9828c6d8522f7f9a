import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ParseInput, ParseOutcome } from '../parse-report';
import { refuseMemory, refuseTimeout } from '../refusals';

/** What one file may cost before it is given up. */
export interface ParseLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The built thread, also when this file is run from its source. */
const THREAD = join(__dirname, '..', '..', 'dist', 'worker', 'thread.js');

/**
 * `parseReport` in a thread of its own, so that no file can hold up or bring down the program. Overruns are refused with PARSE_TIMEOUT
 * or PARSE_MEMORY; a fault of the reader itself rejects. Needs the built `dist`.
 */
export async function parseInWorker(input: ParseInput, limits: ParseLimits): Promise<ParseOutcome> {
  const worker = new Worker(THREAD, { workerData: input, resourceLimits: { maxOldGenerationSizeMb: limits.megabytes }, execArgv: [] });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      outcomeOf(worker, limits),
      new Promise<ParseOutcome>((resolve) => {
        timer = setTimeout(() => resolve({ ok: false, refusal: refuseTimeout(limits.seconds) }), limits.seconds * 1000);
      }),
    ]);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function outcomeOf(worker: Worker, limits: ParseLimits): Promise<ParseOutcome> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, refusal: refuseMemory(limits.megabytes) });
      else reject(error);
    });
    worker.once('exit', (code) => reject(new Error(`the parsing thread ended without an answer (exit code ${code})`)));
  });
}
