import { Inject, Injectable } from '@nestjs/common';
import type { ReportFilter } from '@gongkai/contract';
import { CLOCK, type Clock } from '../config-token';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/loaders';
import type { ReportRow } from './reports.store';
import { yearInChina } from '../year-in-china';

const PAGE_AT_MOST = 200;

export interface ReportPageResult {
  readonly items: readonly ReportRow[];
  readonly total: number;
  readonly after: string | null;
}

export interface Rights {
  readonly submit: boolean;
  readonly amend: boolean;
  readonly accept: boolean;
  readonly return: boolean;
  readonly publish: boolean;
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

  /** What the caller may do with a report now; the services refuse everything else. */
  rightsOf(caller: Caller, report: ReportRow): Rights {
    const { decidableState: state } = report;
    const files = caller.kind === 'account' && caller.role === 'agency' && caller.agencyId === report.agencyId;
    const submit = files && report.year < yearInChina(this.clock());
    const decides =
      caller.kind === 'account' &&
      caller.role === 'supervisor' &&
      caller.regionId !== null &&
      report.regionPath.includes(caller.regionId) &&
      report.decidableBy !== caller.accountId;
    return {
      submit,
      amend: submit && report.inForce,
      accept: decides && state === 'submitted',
      return: decides && (state === 'submitted' || state === 'accepted'),
      publish: decides && state === 'accepted',
    };
  }
}
