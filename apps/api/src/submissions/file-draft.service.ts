import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../config-token';
import type { AccountCaller, Caller } from '../database/caller';
import { Database } from '../database/database';
import type { DraftVersion } from '../drafts/drafts.service';
import { DraftsStore } from '../drafts/drafts.store';
import { EditionsStore } from '../reports/editions.store';
import { type OwedReport, filerOf } from '../reports/filer-of';
import { ReportsStore } from '../reports/reports.store';
import { REFUSALS, type Refusal, isRefusal } from '../requests/refusal';
import { type SubmissionResult, SubmissionsService } from './submissions.service';

/** Filing what was written as a draft. */
@Injectable()
export class FileDraftService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Files the draft; where it was filed already with the same key, the receipt again. */
  async submit(caller: Caller, asked: DraftVersion, idempotencyKey: string | null): Promise<SubmissionResult | Refusal> {
    const filer = filerOf(caller, asked, this.clock());
    if (isRefusal(filer)) return filer;
    const { agencyId, year, version } = asked;
    const draft = await this.database.read(filer, { drafts: DraftsStore }, ({ drafts }) => drafts.of(agencyId, year));
    if (draft === null) return (await this.filedBefore(filer, asked, idempotencyKey)) ?? REFUSALS.unknownDraft();
    if (draft.version !== version) return REFUSALS.draftChanged();
    const { form, cells, narrative, explanations, reasonClass, reason } = draft.content;
    const report = { agencyId, year, form, cells: [...cells], narrative: [...narrative] };
    const input = { report, explanations: [...explanations], reasonClass, reason, idempotencyKey };
    return this.submissions.submit(filer, input, { draftVersion: version, statement: null });
  }

  private async filedBefore(filer: AccountCaller, { agencyId, year }: OwedReport, key: string | null): Promise<SubmissionResult | null> {
    if (key === null) return null;
    return this.database.read(filer, { editions: EditionsStore, reports: ReportsStore }, async ({ editions, reports }) => {
      const edition = await editions.byKey(filer.accountId, key);
      const obligation = await reports.ofAgencyYear(agencyId, year, this.clock());
      return edition !== null && edition.reportId === obligation?.id ? { edition, repeated: true } : null;
    });
  }
}
