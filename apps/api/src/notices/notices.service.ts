import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../config-token';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/is-id';
import { type Page, type PageAsked, boundsOf, pageOf } from '../requests/page';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import { type RecheckRow, RechecksStore } from '../rechecks/rechecks.store';
import { type NoticeRow, NoticesStore } from './notices.store';

const MARKED_AT_ONCE = 200;

export interface NoticeResult extends NoticeRow {
  /** Null for another kind, or where both editions may no longer be seen. */
  readonly recheck: RecheckRow | null;
}

/** What somebody was told, and has read. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first; nothing to who is not logged in. */
  async to(caller: Caller, asked: PageAsked): Promise<Page<NoticeResult> & { readonly unread: number }> {
    const bounds = boundsOf(asked);
    if (caller.kind !== 'account') return { ...pageOf([], 0, bounds), unread: 0 };
    return this.database.read(caller, { notices: NoticesStore, rechecks: RechecksStore }, async ({ notices, rechecks }) => {
      const rows = await notices.to(caller.accountId, bounds);
      const { total, unread } = await notices.count(caller.accountId);
      const seen = new Map((await rechecks.rechecks(rows.flatMap((row) => row.recheckId ?? []))).map((row) => [row.id, row]));
      const items = rows.map((row) => ({ ...row, recheck: (row.recheckId === null ? null : seen.get(row.recheckId)) ?? null }));
      return { ...pageOf(items, total, bounds), unread };
    });
  }

  /** How many are left unread. */
  async markRead(caller: Caller, ids: readonly string[]): Promise<number | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (ids.length > MARKED_AT_ONCE) return refuseCount();
    return this.database.write(caller, { notices: NoticesStore }, async ({ notices }) => {
      await notices.markRead(caller.accountId, ids.filter(isId), this.clock());
      return (await notices.count(caller.accountId)).unread;
    });
  }
}

function refuseCount(): Refusal {
  return refuse('BAD_REQUEST', {
    zh: `一次最多标记 ${MARKED_AT_ONCE} 条通知。`,
    en: `At most ${MARKED_AT_ONCE} notices are marked at once.`,
  });
}
