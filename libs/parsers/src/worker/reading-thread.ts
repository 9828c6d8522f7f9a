import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ParseOutcome, ReaderKnowledge, ReportFile } from '../parse-report';
import { refuseMemory, refuseTimeout, type ParseRefusal } from '../refusals';
import type { ThreadAnswer } from './thread';
import { watchMemory } from './watch-memory';

/** What one file may cost before it is given up. */
export interface ParseLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The built thread, also when this file is run from its source. */
const THREAD = join(__dirname, '..', '..', 'dist', 'worker', 'thread.js');

interface Pending {
  readonly resolve: (outcome: ParseOutcome) => void;
  readonly reject: (fault: unknown) => void;
}

/** A thread that reads one file after the other, until one overruns its limits. Does not keep the program alive while it is idle. */
export class ReadingThread {
  private readonly worker: Worker;
  private pending: Pending | null = null;
  private up = true;

  constructor(
    knowledge: ReaderKnowledge,
    private readonly limits: ParseLimits,
  ) {
    const resourceLimits = { maxOldGenerationSizeMb: limits.megabytes };
    this.worker = new Worker(THREAD, { workerData: knowledge, resourceLimits, execArgv: [] });
    this.worker.unref();
    this.worker.on('message', ({ outcome, megabytes }: ThreadAnswer) => {
      if (megabytes * 2 > limits.megabytes) this.up = false;
      this.pending?.resolve(outcome);
    });
    this.worker.on('error', (error: NodeJS.ErrnoException) => {
      this.up = false;
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.pending?.resolve({ ok: false, refusal: refuseMemory(limits.megabytes) });
      else this.pending?.reject(error);
    });
    this.worker.on('exit', (code) => {
      this.up = false;
      this.pending?.reject(new Error(`the reading thread ended without an answer (exit code ${code})`));
    });
  }

  /** False once a file has brought it down, or has left it holding half of its memory. */
  get alive(): boolean {
    return this.up;
  }

  /** Answers as `parseReport` does; overruns are refused with PARSE_TIMEOUT or PARSE_MEMORY; a fault of the reader itself rejects. */
  async read(file: ReportFile): Promise<ParseOutcome> {
    this.worker.ref();
    let timer: NodeJS.Timeout | undefined;
    const endWatch = watchMemory(this.limits.megabytes, () => this.giveUp(refuseMemory(this.limits.megabytes)));
    try {
      return await new Promise<ParseOutcome>((resolve, reject) => {
        this.pending = { resolve, reject };
        timer = setTimeout(() => this.giveUp(refuseTimeout(this.limits.seconds)), this.limits.seconds * 1000);
        this.worker.postMessage(file);
      });
    } finally {
      clearTimeout(timer);
      endWatch();
      this.pending = null;
      if (this.up) this.worker.unref();
      else await this.close();
    }
  }

  async close(): Promise<void> {
    this.up = false;
    await this.worker.terminate();
  }

  private giveUp(refusal: ParseRefusal): void {
    this.up = false;
    this.pending?.resolve({ ok: false, refusal });
  }
}
