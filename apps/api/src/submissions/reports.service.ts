import { Inject, Injectable } from '@nestjs/common';
import type { ReportFilter } from '@gongkai/contract';
import { CLOCK, type Clock } from '../config-token';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/loaders';
import type { ReportRow } from './reports.store';
import { type ReportRights, reportRights } from './rights';

const PAGE_AT_MOST = 200;

export interface ReportPageResult {
  readonly items: readonly ReportRow[];
  readonly total: number;
  readonly after: string | null;
}

/** Obligations and where they stand. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A page of at most 200 in the order region, kind, pinyin; `after` continues where the page before ended. */
  async search(
    caller: Caller,
    filter: ReportFilter,
    page: { readonly first: number; readonly after: string | null },
  ): Promise<ReportPageResult> {
    const limit = Math.min(Math.max(page.first, 1), PAGE_AT_MOST);
    const offset = page.after === null || !isId(page.after) ? 0 : Number(page.after);
    const named = [filter.regionId, filter.agencyId].filter((id) => id != null);
    if (!named.every(isId)) return { items: [], total: 0, after: null };
    const { items, total } = await this.database.read(caller, ({ reports }) =>
      reports.search({
        regionId: filter.regionId ?? null,
        agencyId: filter.agencyId ?? null,
        year: filter.year ?? null,
        states: filter.states ?? null,
        text: filter.text?.trim() || null,
        late: filter.late ?? null,
        awaitingMe: filter.awaitingMe === true,
        now: this.clock(),
        limit,
        offset,
      }),
    );
    return { items, total, after: offset + items.length < total ? String(offset + items.length) : null };
  }

  rightsOf(caller: Caller, report: ReportRow): ReportRights {
    return reportRights(caller, report, this.clock());
  }
}
