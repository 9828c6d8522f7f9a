import { Injectable } from '@nestjs/common';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/loaders';
import type { ArrivalRow } from './arrivals.store';

const PAGE_AT_MOST = 200;
const LONGEST_NUMBER = 40;

export interface ArrivalPageResult {
  readonly items: readonly ArrivalRow[];
  readonly total: number;
  readonly after: string | null;
}

/** Receipts of what was sent, kept or refused; each sees its own. */
@Injectable()
export class ArrivalsService {
  constructor(private readonly database: Database) {}

  numbered(caller: Caller, number: string): Promise<ArrivalRow | null> {
    if (number.length > LONGEST_NUMBER || number.includes('\0')) return Promise.resolve(null);
    return this.database.read(caller, ({ arrivals }) => arrivals.numbered(number));
  }

  /** Newest first, at most 200 in a page. */
  async ofReport(
    caller: Caller,
    reportId: string,
    page: { readonly first: number; readonly after: string | null },
  ): Promise<ArrivalPageResult> {
    const limit = Math.min(Math.max(page.first, 1), PAGE_AT_MOST);
    const offset = page.after === null || !isId(page.after) ? 0 : Number(page.after);
    const { items, total } = await this.database.read(caller, ({ arrivals }) => arrivals.ofReport(reportId, { limit, offset }));
    return { items, total, after: offset + items.length < total ? String(offset + items.length) : null };
  }
}
