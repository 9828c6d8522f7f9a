import { Injectable } from '@nestjs/common';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import type { NoticeRow, RecheckRow } from './notices.store';

const NOTICES_AT_MOST = 100;

export interface NoticeResult extends NoticeRow {
  readonly recheck: RecheckRow;
}

/** What an agency was told. */
@Injectable()
export class NoticesService {
  constructor(private readonly database: Database) {}

  /** To the caller's own agency, newest first; nothing for anybody else. */
  async toCaller(caller: Caller, first: number): Promise<{ readonly items: readonly NoticeResult[]; readonly total: number }> {
    if (caller.kind !== 'account' || caller.agencyId === null) return { items: [], total: 0 };
    const { agencyId } = caller;
    return this.database.read(caller, async ({ notices }) => {
      const rows = await notices.toAgency(agencyId, Math.min(Math.max(first, 1), NOTICES_AT_MOST));
      const rechecks = new Map((await notices.rechecks(rows.map((row) => row.recheckId))).map((row) => [row.id, row]));
      const items = rows.flatMap((row) => {
        const recheck = rechecks.get(row.recheckId);
        return recheck === undefined ? [] : [{ ...row, recheck }];
      });
      const [newest] = rows;
      return { items, total: newest === undefined ? 0 : newest.total };
    });
  }
}
