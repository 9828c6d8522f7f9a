import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../config-token';
import type { AccountCaller, Caller } from '../database/caller';
import { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import type { DraftVersion } from '../drafts/drafts.service';
import { DraftFilesStore } from '../drafts/draft-files.store';
import { mendReport } from '../drafts/draft-reading';
import { type FileOfDraft, readFileOf } from '../drafts/draft-result';
import { type DraftRow, DraftsStore } from '../drafts/drafts.store';
import { EditionsStore } from '../reports/editions.store';
import { type OwedReport, filerOf } from '../reports/filer-of';
import { ReportsStore } from '../reports/reports.store';
import { REFUSALS, type Refusal, isRefusal } from '../requests/refusal';
import { type MendedFile, type SubmissionResult, SubmissionsService } from './submissions.service';

const FILED = { drafts: DraftsStore, draftFiles: DraftFilesStore };

/** A draft with its file and the bytes of it. */
type DraftToFile = DraftRow & { readonly file: (FileOfDraft & { readonly content: Buffer }) | null };

async function kept(stores: StoresOf<typeof FILED>, owed: OwedReport): Promise<DraftToFile | null> {
  const draft = await stores.drafts.of(owed);
  if (draft === null) return null;
  const file = await readFileOf(stores, draft);
  return { ...draft, file: file && { ...file, content: await stores.draftFiles.content(file.id) } };
}

function mended({ content, typists }: DraftToFile, file: NonNullable<DraftToFile['file']>, year: number): MendedFile {
  const { name, mediaType, sha256, content: bytes } = file;
  return { document: { name, mediaType, sha256, content: bytes }, report: mendReport(file.said, content, typists, year) };
}

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
    const draft = await this.database.read(filer, FILED, (stores) => kept(stores, asked));
    if (draft === null) return (await this.filedBefore(filer, asked, idempotencyKey)) ?? REFUSALS.unknownDraft();
    if (draft.version !== version) return REFUSALS.draftChanged();
    const { form, cells, narrative, explanations, reasonClass, reason, notes } = draft.content;
    const report = { agencyId, year, form, cells: [...cells], narrative: [...narrative] };
    const input = { report, explanations: [...explanations], notes: [...notes], reasonClass, reason, idempotencyKey };
    return this.submissions.submit(filer, input, {
      draftVersion: version,
      statement: null,
      mended: draft.file && mended(draft, draft.file, year),
    });
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
