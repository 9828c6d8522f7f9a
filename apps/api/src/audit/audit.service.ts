import { Injectable } from '@nestjs/common';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/is-id';
import { ActsService } from './acts.service';
import { type AuditQuery, type AuditRow, AuditStore } from './audit.store';

const ENTRIES_AT_MOST = 200;
const LONGEST_WORD = 100;

/** The trail of acts: an administrator reads all of it, everybody else what they did themselves. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly acts: ActsService,
  ) {}

  /** That it is read is written down too, once an hour for the same question. */
  async search(caller: Caller, query: AuditQuery): Promise<{ readonly items: readonly AuditRow[]; readonly total: number }> {
    if (caller.kind === 'anonymous') return { items: [], total: 0 };
    if (query.accountId !== null && !isId(query.accountId)) return { items: [], total: 0 };
    if (tooLong(query.action) || tooLong(query.subject)) return { items: [], total: 0 };
    const { accountId, action, subject, from, until } = query;
    await this.acts.read(caller, [{ action: 'audit.read', subject: null, after: { accountId, action, subject, from, until } }]);
    const limit = Math.min(Math.max(query.limit, 1), ENTRIES_AT_MOST);
    return this.database.read(caller, { audit: AuditStore }, ({ audit }) => audit.search({ ...query, limit }));
  }
}

/** No entry has such a word, and none is kept. */
function tooLong(word: string | null): boolean {
  return word !== null && word.length > LONGEST_WORD;
}
