import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '../config-token';
import { SYSTEM } from '../database/caller';
import { Database } from '../database/database';
import { Queue } from '../queue/queue';
import { NoticesStore } from './notices.store';
import { tellOutbox } from './tell-outbox';
import { stackOf } from '../stack-of';

/** Bells that are answered by one walk through the outbox. */
const BELLS_AT_ONCE = 1_000;

/** An entry of the queue is a bell and says only that there is something to tell; every bell, and what is found left, has all of the outbox told. */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap {
  private readonly log = new Logger('outbox');

  constructor(
    private readonly database: Database,
    private readonly queue: Queue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.work('outbox', {
      atOnce: BELLS_AT_ONCE,
      left: async () =>
        (await this.database.read(SYSTEM, { notices: NoticesStore }, ({ notices }) => notices.untold('0', 1))).length > 0 ? ['left'] : [],
      work: () => this.tellAll(),
    });
  }

  /** Throws where something could not be told, so that the bell comes again. */
  private async tellAll(): Promise<void> {
    const untold: string[] = [];
    await tellOutbox(this.database, {
      clock: this.clock,
      isOver: () => this.queue.closing,
      failed: (entry, fault) => {
        untold.push(entry);
        this.log.error({ entry, fault: stackOf(fault) });
      },
    });
    if (untold.length > 0) throw new Error(`entries ${untold.join(', ')} of the outbox were not told`);
  }
}
