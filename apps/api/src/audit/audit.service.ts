import { Injectable } from '@nestjs/common';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import type { AuditQuery, AuditRow } from './audit.store';

const ENTRIES_AT_MOST = 200;

/** The trail of acts: an administrator reads all of it, everybody else what they did themselves. */
@Injectable()
export class AuditService {
  constructor(private readonly database: Database) {}

  async search(caller: Caller, query: AuditQuery): Promise<{ readonly items: readonly AuditRow[]; readonly total: number }> {
    if (caller.kind === 'anonymous') return { items: [], total: 0 };
    const limit = Math.min(Math.max(query.limit, 1), ENTRIES_AT_MOST);
    return this.database.read(caller, ({ audit }) => audit.search({ ...query, limit }));
  }
}
