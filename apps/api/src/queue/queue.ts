import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import PgBoss from 'pg-boss';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import { stackOf } from '../stack-of';
import { Leases } from './leases';
import { QUEUE_SCHEMA, type QueueName } from '../database/queues';

const POLLED_EVERY_MS = 2_000;
/** How soon work is found again whose program has died. */
const LOOKED_AFTER_MS = 10_000;
const TIME_TO_STOP_MS = 10_000;

type Entry = PgBoss.JobWithMetadata<object>;

interface Work {
  readonly atOnce: number;
  readonly work: (keys: readonly string[]) => Promise<void>;
  /** Keys of what is to be done and nobody has in hand: what a program that died has left. */
  readonly left: () => Promise<readonly string[]>;
}

/**
 * Does what waits in the queue. Its connections take the app's role from their first statement on: it owns nothing here either. The rounds are our
 * own: those of pg-boss end the program when the database goes away while an entry is being closed.
 */
@Injectable()
export class Queue implements BeforeApplicationShutdown {
  private readonly log = new Logger('queue');
  private readonly boss: PgBoss;
  private readonly rounds: Promise<void>[] = [];
  private readonly sleepers = new Map<QueueName, () => void>();
  private readonly looking: NodeJS.Timeout[] = [];
  private started: Promise<unknown> | undefined;
  private ending = false;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly leases: Leases,
  ) {
    const connection = { connectionString: config.databaseUrl, options: '-c role=gongkai_app', max: 2 };
    this.boss = new PgBoss({ ...connection, schema: QUEUE_SCHEMA, migrate: false, schedule: false });
    this.boss.on('error', (fault) => this.log.error(fault));
  }

  /** True once the program is about to end: what can be left for the next start is left. */
  get closing(): boolean {
    return this.ending;
  }

  /** Calls `work` with the keys of at most so many entries at once; entries whose work throws come again later, and so does what is `left`. */
  async work(name: QueueName, work: Work): Promise<void> {
    this.started ??= this.boss.start();
    await this.started;
    await this.takeUp(name, work);
    this.rounds.push(this.goRound(name, work));
    const looking = setInterval(() => void this.takeUp(name, work), LOOKED_AFTER_MS);
    this.looking.push(looking.unref());
  }

  /** Does what only one program at a time should have in hand; null where another has. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    return this.leases.holding(name, work);
  }

  /** Looks for work now instead of at the next round. */
  wake(name: QueueName): void {
    this.sleepers.get(name)?.();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending = true;
    for (const each of this.looking) clearInterval(each);
    if (this.started === undefined) return;
    await this.started;
    for (const wake of this.sleepers.values()) wake();
    await Promise.race([Promise.all(this.rounds), new Promise((resolve) => setTimeout(resolve, TIME_TO_STOP_MS).unref())]);
    await this.boss.stop({ timeout: TIME_TO_STOP_MS });
  }

  /** Puts into the queue what nobody has in hand. */
  private async takeUp(name: QueueName, { left }: Work): Promise<void> {
    try {
      const keys = await left();
      for (const key of keys) await this.boss.send(name, {}, { singletonKey: key });
      if (keys.length > 0) this.wake(name);
    } catch (fault) {
      this.log.error({ queue: name, fault: stackOf(fault) });
    }
  }

  /** What could not be closed because the database was away is done again as soon as it is back. */
  private async goRound(name: QueueName, work: Work): Promise<void> {
    let begun: readonly Entry[] = [];
    while (!this.ending) {
      try {
        if (begun.length === 0) begun = await this.boss.fetch<object>(name, { batchSize: work.atOnce, includeMetadata: true });
        const found = begun.length > 0;
        if (found) await this.attempt(name, begun, work);
        begun = [];
        if (found) continue;
      } catch (fault) {
        this.log.error({ queue: name, fault: stackOf(fault) });
      }
      if (!this.ending) await this.sleep(name);
    }
  }

  private async attempt(name: QueueName, entries: readonly Entry[], { work }: Work): Promise<void> {
    const ids = entries.map(({ id }) => id);
    const keys = entries.map(({ singletonKey }) => singletonKey).filter((key) => key !== null);
    try {
      await work(keys);
    } catch (fault) {
      this.log.error({ queue: name, keys, fault: stackOf(fault) });
      await this.boss.fail(name, ids);
      return;
    }
    await this.boss.complete(name, ids);
  }

  private sleep(name: QueueName): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLLED_EVERY_MS);
      this.sleepers.set(name, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
