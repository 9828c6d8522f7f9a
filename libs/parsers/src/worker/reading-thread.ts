import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReaderKnowledge } from '../parse-report';
import { refuseMemory, refuseSlow, refuseTimeout, type ParseRefusal } from '../refusals';
import { processorSeconds } from './processor-time';
import type { ThreadAnswer, ThreadOutcome, ThreadTask } from './thread';
import type { ThreadSettings } from './thread-settings';
import { watchMemory } from './watch-memory';

/** What one file may cost before it is given up. */
export interface ParseLimits {
  /** Of processor time: a machine that is busy with something else is no reason to refuse a file. */
  readonly seconds: number;
  readonly megabytes: number;
  /** How far behind others the thread stands where processors are short, 0 to 19; such a one is also given up first where memory is short. */
  readonly niceness?: number;
}

/** The built thread, also when this file is run from its source. */
const THREAD = join(__dirname, '..', '..', 'dist', 'worker', 'thread.js');
/** So many times the processor time may pass by the clock: a thread that waits for ever ends too. */
const PATIENCE = 10;
/** Milliseconds between two looks at the clocks. */
const INTERVAL = 100;

interface Pending {
  readonly resolve: (outcome: ThreadOutcome) => void;
  readonly reject: (fault: unknown) => void;
}

/** A thread that does one task after the other, until one overruns its limits. Does not keep the program alive while it is idle. */
export class ReadingThread {
  private readonly worker: Worker;
  private pending: Pending | null = null;
  private up = true;
  /** Its id on Linux, null elsewhere; undefined until its programs are loaded. */
  private threadId: string | null | undefined;

  constructor(
    knowledge: ReaderKnowledge,
    private readonly limits: ParseLimits,
  ) {
    const workerData: ThreadSettings = { knowledge, niceness: limits.niceness ?? NO_NICENESS };
    const resourceLimits = { maxOldGenerationSizeMb: limits.megabytes };
    this.worker = new Worker(THREAD, { workerData, resourceLimits, execArgv: [] });
    this.worker.unref();
    this.worker.on('message', (said: ThreadAnswer) => this.hear(said));
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

  /** False once a task has brought it down, or has left it holding half of its memory. */
  get alive(): boolean {
    return this.up;
  }

  /**
   * Answers a reading as `parseReport` does, a seeing as `seeOriginal`, an unpacking as `openArchive`; overruns are refused with PARSE_TIMEOUT or PARSE_MEMORY; a
   * fault of the reader itself rejects, and so does the signal, which ends the thread.
   */
  async perform(task: ThreadTask, signal?: AbortSignal): Promise<ThreadOutcome> {
    this.worker.ref();
    const { megabytes, niceness } = this.limits;
    const endMemory = watchMemory({ megabytes, rank: niceness ?? NO_NICENESS, giveUp: () => this.giveUp(refuseMemory(megabytes)) });
    const hangUp = (): void => {
      this.up = false;
      this.pending?.reject(signal?.reason);
    };
    signal?.addEventListener('abort', hangUp, { once: true });
    const endClocks = this.watchClocks();
    try {
      return await new Promise<ThreadOutcome>((resolve, reject) => {
        this.pending = { resolve, reject };
        this.worker.postMessage(task);
      });
    } finally {
      signal?.removeEventListener('abort', hangUp);
      endClocks();
      endMemory();
      this.pending = null;
      if (this.up) this.worker.unref();
      else await this.close();
    }
  }

  async close(): Promise<void> {
    this.up = false;
    await this.worker.terminate();
  }

  private hear(said: ThreadAnswer): void {
    if ('threadId' in said) {
      this.threadId = said.threadId;
      return;
    }
    if (said.megabytes * 2 > this.limits.megabytes) this.up = false;
    this.pending?.resolve(said.outcome);
  }

  /** Processor time counts from when the thread is ready. */
  private watchClocks(): () => void {
    const { seconds } = this.limits;
    const began = performance.now();
    let used: number | null = null;
    const timer = setInterval(() => {
      if (performance.now() - began > seconds * PATIENCE * 1000) return this.giveUp(refuseTimeout(seconds * PATIENCE));
      if (this.threadId === undefined || !this.up) return;
      const now = processorSeconds(this.worker, this.threadId);
      if (now === null) return;
      used ??= now;
      if (now - used > seconds) this.giveUp(refuseSlow(seconds));
    }, INTERVAL);
    return () => clearInterval(timer);
  }

  private giveUp(refusal: ParseRefusal): void {
    this.up = false;
    this.pending?.resolve({ ok: false, refusal });
  }
}

const NO_NICENESS = 0;
