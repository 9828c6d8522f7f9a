import type { Clock } from '../config-token';
import { SYSTEM } from '../database/caller';
import type { Database } from '../database/database';
import { recheckFollowers } from '../rechecks/recheck';
import { NoticesStore, type UntoldRow } from './notices.store';

const LOOKED_AT_ONCE = 100;

/** How an outbox is told: until when, and who hears of what failed. */
export interface Telling {
  readonly clock: Clock;
  readonly isOver: () => boolean;
  readonly failed: (entry: string, fault: unknown) => void;
}

/**
 * Tells whatever stands in the outbox. A decision is told once the reports of the next year have been checked again: what that changes is put into
 * the outbox in turn. What fails holds up nothing else.
 */
export async function tellOutbox(database: Database, telling: Telling): Promise<void> {
  let last = '0';
  for (;;) {
    const entries = await database.read(SYSTEM, { notices: NoticesStore }, ({ notices }) => notices.untold(last, LOOKED_AT_ONCE));
    if (entries.length === 0) return;
    for (const entry of entries) {
      if (telling.isOver()) return;
      last = entry.id;
      await tell(database, entry, telling.clock()).catch((fault: unknown) => telling.failed(entry.id, fault));
    }
  }
}

async function tell(database: Database, { id, recheckedReportId }: UntoldRow, now: Date): Promise<void> {
  if (recheckedReportId !== null) await recheckFollowers(database, now, recheckedReportId);
  await database.write(SYSTEM, { notices: NoticesStore }, ({ notices }) => notices.tell(id, now));
}
