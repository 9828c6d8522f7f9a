import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '../config-token';
import { SYSTEM } from '../database/caller';
import { Database } from '../database/database';
import { Queue } from '../queue/queue';
import { recheckFollowers } from '../submissions/recheck';
import type { UntoldRow } from './notices.store';

const LOOKED_AT_ONCE = 100;
/** Bells that are answered by one walk through the outbox. */
const BELLS_AT_ONCE = 1_000;

/**
 * Tells what stands in the outbox. An entry of the queue is a bell and says only that there is something; every bell, and every start, has all of the
 * outbox told. An event is told once the reports of the next year have been checked again: what that changes is put into the outbox in turn.
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap {
  private readonly log = new Logger('outbox');

  constructor(
    private readonly database: Database,
    private readonly queue: Queue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.database.write(SYSTEM, ({ queue }) => queue.send('outbox', 'start'));
    await this.queue.work('outbox', { atOnce: BELLS_AT_ONCE, work: () => this.tellAll() });
  }

  /** What fails holds up nothing else, and is tried again when the bell comes again. */
  private async tellAll(): Promise<void> {
    const failed: string[] = [];
    let last = '0';
    for (;;) {
      const entries = await this.database.read(SYSTEM, ({ notices }) => notices.untold(last, LOOKED_AT_ONCE));
      for (const entry of entries) {
        if (this.queue.closing) return;
        last = entry.id;
        if (!(await this.isTold(entry))) failed.push(entry.id);
      }
      if (entries.length === 0) break;
    }
    if (failed.length > 0) throw new Error(`entries ${failed.join(', ')} of the outbox were not told`);
  }

  private async isTold({ id, reportId }: UntoldRow): Promise<boolean> {
    try {
      if (reportId !== null) await recheckFollowers(this.database, this.clock(), reportId);
      await this.database.write(SYSTEM, ({ notices }) => notices.tell(id, this.clock()));
      return true;
    } catch (fault) {
      this.log.error({ entry: id, fault: fault instanceof Error ? fault.stack : String(fault) });
      return false;
    }
  }
}
