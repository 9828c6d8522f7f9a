import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '../database/caller';
import { Database } from '../database/database';
import { stackOf } from '../stack-of';
import { LeasesStore } from './leases.store';

/** A program that has died is known by its lease running out: work it had in hand is taken over within a minute. */
const HELD_SECONDS = 20;
const RENEWED_EVERY_MS = 5_000;

/** Work that one program at a time has in hand. A lease only spares double work; what two do at once must still come out once. */
@Injectable()
export class Leases {
  private readonly log = new Logger('leases');
  private readonly holder = randomUUID();

  constructor(private readonly database: Database) {}

  /** Does the work while holding the lease, renewed as long as it takes; null where another program holds it. */
  async holding<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    if (!(await this.take(name))) return null;
    const renewing = setInterval(() => void this.take(name).catch((fault: unknown) => this.tell(name, fault)), RENEWED_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      await this.database
        .write(SYSTEM, { leases: LeasesStore }, ({ leases }) => leases.giveBack(name, this.holder))
        .catch((fault: unknown) => this.tell(name, fault));
    }
  }

  private take(name: string): Promise<boolean> {
    return this.database.write(SYSTEM, { leases: LeasesStore }, ({ leases }) => leases.take(name, this.holder, HELD_SECONDS));
  }

  private tell(lease: string, fault: unknown): void {
    this.log.error({ lease, fault: stackOf(fault) });
  }
}
