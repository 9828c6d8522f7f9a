import { Inject, Injectable } from '@nestjs/common';
import type { ReportFilter } from '@gongkai/contract';
import { SUMMED_KINDS } from '@gongkai/model';
import { CLOCK, type Clock } from '../config-token';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/is-id';
import { type Page, type PageAsked, boundsOf, pageOf } from '../requests/page';
import { type ReportQuery, type ReportRow, type StateCountRow, ReportsStore } from './reports.store';
import { type ReportRights, reportRights } from './rights';

/** Obligations and where they stand. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A page of at most 200 in the order region, kind, pinyin; `after` continues where the page before ended. */
  async search(caller: Caller, filter: ReportFilter, page: PageAsked): Promise<Page<ReportRow>> {
    const bounds = boundsOf(page);
    const query = this.queryOf(filter);
    if (query === null) return { items: [], total: 0, after: null };
    const { items, total } = await this.database.read(caller, { reports: ReportsStore }, ({ reports }) =>
      reports.search({ ...query, ...bounds }),
    );
    return pageOf(items, total, bounds);
  }

  async counts(caller: Caller, filter: ReportFilter): Promise<readonly StateCountRow[]> {
    const query = this.queryOf(filter);
    return query === null ? [] : this.database.read(caller, { reports: ReportsStore }, ({ reports }) => reports.counts(query));
  }

  /** Null where a place is named that cannot be. */
  private queryOf(filter: ReportFilter): ReportQuery | null {
    const named = [filter.regionId, filter.agencyId].filter((id) => id != null);
    if (!named.every(isId)) return null;
    return {
      regionId: filter.regionId ?? null,
      agencyId: filter.agencyId ?? null,
      year: filter.year ?? null,
      states: filter.states ?? null,
      text: filter.text?.trim() || null,
      late: filter.late ?? null,
      summed: filter.summed ?? null,
      summedKinds: SUMMED_KINDS,
      awaitingMe: filter.awaitingMe === true,
      now: this.clock(),
    };
  }

  rightsOf(caller: Caller, report: ReportRow): ReportRights {
    return reportRights(caller, report, this.clock());
  }
}
