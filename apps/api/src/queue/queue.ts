import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import PgBoss from 'pg-boss';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import { QUEUE_SCHEMA, type QueueName } from './queues';

const POLLED_EVERY = 2;
const SECONDS_TO_STOP = 10;

/** Does what waits in the queue. Its connections take the app's role from their first statement on: it owns nothing here either. */
@Injectable()
export class Queue implements BeforeApplicationShutdown {
  private readonly log = new Logger('queue');
  private readonly boss: PgBoss;
  private readonly workers = new Map<QueueName, string>();
  private started: Promise<unknown> | undefined;
  private ending = false;

  constructor(@Inject(CONFIG) config: Config) {
    const connection = { connectionString: config.databaseUrl, options: '-c role=gongkai_app', max: 2 };
    this.boss = new PgBoss({ ...connection, schema: QUEUE_SCHEMA, migrate: false, schedule: false });
    this.boss.on('error', (fault) => this.log.error(fault));
  }

  /** True once the program is about to end: what can be left for the next start is left. */
  get closing(): boolean {
    return this.ending;
  }

  /** Calls `work` with the key of each entry, one at a time; an entry whose work throws comes again later. */
  async work(name: QueueName, work: (key: string) => Promise<void>): Promise<void> {
    this.started ??= this.boss.start();
    await this.started;
    const worker = await this.boss.work<object>(
      name,
      { batchSize: 1, pollingIntervalSeconds: POLLED_EVERY, includeMetadata: true },
      async (entries) => {
        for (const { singletonKey } of entries) await this.attempt(name, singletonKey, work);
      },
    );
    this.workers.set(name, worker);
  }

  /** Looks for work now instead of at the next round. */
  wake(name: QueueName): void {
    const worker = this.workers.get(name);
    if (worker !== undefined) this.boss.notifyWorker(worker);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending = true;
    if (this.started === undefined) return;
    await this.started;
    await this.boss.stop({ timeout: SECONDS_TO_STOP * 1000 });
  }

  private async attempt(name: QueueName, key: string | null, work: (key: string) => Promise<void>): Promise<void> {
    try {
      if (key !== null) await work(key);
    } catch (fault) {
      this.log.error({ queue: name, key, fault: fault instanceof Error ? fault.stack : String(fault) });
      throw fault;
    }
  }
}
