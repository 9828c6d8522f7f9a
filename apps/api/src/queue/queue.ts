import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import PgBoss from 'pg-boss';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import { QUEUE_SCHEMA, type QueueName } from './queues';

const POLLED_EVERY = 2;
const SECONDS_TO_STOP = 10;

interface Work {
  readonly atOnce: number;
  readonly work: (keys: readonly string[]) => Promise<void>;
}

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

  /** Calls `work` with the keys of at most so many entries at once; entries whose work throws come again later. */
  async work(name: QueueName, { atOnce, work }: Work): Promise<void> {
    this.started ??= this.boss.start();
    await this.started;
    const worker = await this.boss.work<object>(
      name,
      { batchSize: atOnce, pollingIntervalSeconds: POLLED_EVERY, includeMetadata: true },
      (entries) =>
        this.attempt(
          name,
          entries.map(({ singletonKey }) => singletonKey).filter((key) => key !== null),
          work,
        ),
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

  private async attempt(name: QueueName, keys: readonly string[], work: Work['work']): Promise<void> {
    try {
      await work(keys);
    } catch (fault) {
      this.log.error({ queue: name, keys, fault: fault instanceof Error ? fault.stack : String(fault) });
      throw fault;
    }
  }
}
