import { Inject, Injectable } from '@nestjs/common';
import type { DraftRights, SaveDraftInput } from '@gongkai/contract';
import { isInScope } from '../requests/token-scope';
import { CLOCK, type Clock } from '../config-token';
import type { AccountCaller, Caller } from '../database/caller';
import { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import { OrganisationsStore } from '../organisations/organisations.store';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { type EditionRow, EditionsStore } from '../reports/editions.store';
import { type OwedReport, clerkOf, filerOf } from '../reports/filer-of';
import { type ReportRow, ReportsStore } from '../reports/reports.store';
import { type CarriedCell, carriedCells, draftContent, firstContent, formOfDraft } from './draft-content';
import { type DraftContent, type DraftCopyRow, type DraftRow, DraftsStore } from './drafts.store';

const LAST_VERSION = 1_000_000_000;

/** A draft with what stands around it; version 0 is kept nowhere. */
export interface DraftResult extends OwedReport {
  readonly version: number;
  readonly content: DraftContent;
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
  readonly carried: readonly CarriedCell[];
  readonly beginsWith: EditionRow | null;
  readonly copies: readonly DraftCopyRow[];
}

/** Two typed at once; `yours` is kept beside the draft. */
export interface DraftConflict {
  readonly theirs: DraftResult;
  readonly yours: DraftCopyRow;
}

/** A draft of a year, over which version it was typed. */
export interface DraftVersion extends OwedReport {
  readonly version: number;
}

const STORES = { drafts: DraftsStore, editions: EditionsStore, organisations: OrganisationsStore, reports: ReportsStore };

/** The drafts of the caller's agency: the only report content that changes. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null where the caller does not work for the agency, or it owes nothing. */
  async open(caller: Caller, owed: OwedReport): Promise<DraftResult | null> {
    const clerk = clerkOf(caller, owed.agencyId);
    if (isRefusal(clerk)) return null;
    return this.database.read(clerk, { reports: ReportsStore, drafts: DraftsStore, editions: EditionsStore }, async (stores) => {
      const obligation = await stores.reports.ofAgencyYear(owed.agencyId, owed.year, this.clock());
      return obligation && resultOf(stores, obligation, await stores.drafts.of(owed.agencyId, owed.year));
    });
  }

  /** Keeps anything that is not too large; over another version than was read, beside what stands. */
  async save(caller: Caller, input: SaveDraftInput): Promise<DraftResult | DraftConflict | Refusal> {
    const content = draftContent(input.year, input.content);
    if (isRefusal(content)) return content;
    if (input.version < 0 || input.version > LAST_VERSION) return badVersion();
    return this.change(caller, input, async (stores, clerk, obligation) => {
      const { agencyId, year, version } = input;
      const { drafts } = stores;
      const standing = await drafts.of(agencyId, year);
      const isSame = standing !== null && JSON.stringify(standing.content) === JSON.stringify(content);
      const draft = { agencyId, year, content, savedAt: this.clock(), accountId: clerk.accountId, accountName: clerk.name };
      if (standing !== null && standing.version !== version && !isSame) {
        const yours = await drafts.setAside({ ...draft, version });
        return { theirs: await resultOf(stores, obligation, standing), yours };
      }
      if (!isSame) await drafts.keep({ ...draft, version: version + 1 });
      await drafts.removeCopies(agencyId, year, (input.settled ?? []).filter(isId));
      return resultOf(stores, obligation, await drafts.of(agencyId, year));
    });
  }

  /** Throws away the draft and all copies beside it. */
  async discard(caller: Caller, asked: DraftVersion): Promise<DraftResult | Refusal> {
    return this.change(caller, asked, async (stores, _, obligation) => {
      const { agencyId, year } = asked;
      const { drafts } = stores;
      const standing = await drafts.of(agencyId, year);
      const copies = await drafts.copies(agencyId, year);
      if (standing === null && copies.length === 0) return REFUSALS.unknownDraft();
      if (standing !== null && standing.version !== asked.version) return REFUSALS.draftChanged();
      await drafts.remove(agencyId, year);
      const ids = copies.map((copy) => copy.id);
      await drafts.removeCopies(agencyId, year, ids);
      return resultOf(stores, obligation, null);
    });
  }

  /** What the caller may do with a draft now; the acts refuse everything else. */
  rightsOf(caller: Caller, draft: DraftResult): DraftRights {
    const isKept = draft.version > 0;
    const isClerk = !isRefusal(clerkOf(caller, draft.agencyId));
    return {
      save: isClerk && isInScope(caller, 'saveDraft'),
      discard: isClerk && (isKept || draft.copies.length > 0) && isInScope(caller, 'discardDraft'),
      submit: isKept && !isRefusal(filerOf(caller, draft, this.clock())) && isInScope(caller, 'submitDraft'),
    };
  }

  /** One transaction of who works for the agency, while nobody else changes or files its report. */
  private async change<Result>(
    caller: Caller,
    owed: OwedReport,
    work: (stores: StoresOf<typeof STORES>, clerk: AccountCaller, obligation: ReportRow) => Promise<Result>,
  ): Promise<Result | Refusal> {
    const clerk = clerkOf(caller, owed.agencyId);
    if (isRefusal(clerk)) return clerk;
    return this.database.write(clerk, STORES, async (stores) => {
      const obligation = await stores.reports.ofAgencyYear(owed.agencyId, owed.year, this.clock());
      if (obligation === null) return noObligation(stores, owed);
      await stores.reports.lock(obligation.id);
      return work(stores, clerk, obligation);
    });
  }
}

async function resultOf(
  { editions, drafts }: Pick<StoresOf<typeof STORES>, 'editions' | 'drafts'>,
  obligation: ReportRow,
  kept: DraftRow | null,
): Promise<DraftResult> {
  const { agencyId, year, id } = obligation;
  const lastYear = await editions.standing(agencyId, year - 1);
  const carried = carriedCells(kept === null ? formOfDraft(year) : kept.content.form, lastYear, year);
  const around = { agencyId, year, carried, copies: await drafts.copies(agencyId, year) };
  if (kept !== null) return { ...around, ...kept, beginsWith: null };
  const [latest = null] = await editions.ofReports([id]);
  return { ...around, version: 0, content: firstContent(year, latest, carried), savedAt: null, savedBy: null, beginsWith: latest };
}

async function noObligation(
  { organisations }: { readonly organisations: OrganisationsStore },
  { agencyId, year }: OwedReport,
): Promise<Refusal> {
  const [agency] = await organisations.agencies([agencyId]);
  return agency === undefined ? REFUSALS.unknownAgency() : REFUSALS.noObligation(agency.name, year);
}

function badVersion(): Refusal {
  return refuse('BAD_REQUEST', { zh: '草稿版本号无效。', en: 'That is no version of a draft.' });
}
