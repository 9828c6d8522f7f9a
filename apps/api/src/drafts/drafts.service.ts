import { Inject, Injectable } from '@nestjs/common';
import type { DraftRights, SaveDraftInput } from '@gongkai/contract';
import { CLOCK, type Clock } from '../config-token';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { type OwedReport, clerkOf, filerOf } from '../reports/filer-of';
import type { OriginalFile } from '../reports/original-desk';
import { ReportsStore } from '../reports/reports.store';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { isInScope } from '../requests/token-scope';
import { type DraftChange, changeDraft } from './change-draft';
import { draftContent } from './draft-content';
import { typistsOf } from './draft-reading';
import { DRAFT_STORES, type DraftResult, draftResult } from './draft-result';
import type { DraftContent, DraftCopyRow } from './drafts.store';

const LAST_VERSION = 1_000_000_000;
const LONGEST_PAGE = 100;

/** Two typed at once; `yours` is kept beside the draft. */
export interface DraftConflict {
  readonly theirs: DraftResult;
  readonly yours: DraftCopyRow;
}

/** A draft of a year, over which version it was typed. */
export interface DraftVersion extends OwedReport {
  readonly version: number;
}

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
    return this.database.read(clerk, { reports: ReportsStore, ...DRAFT_STORES }, async (stores) => {
      const obligation = await stores.reports.ofAgencyYear(owed.agencyId, owed.year, this.clock());
      return obligation && draftResult(stores, obligation);
    });
  }

  /** The file the draft was read from, byte for byte; null where the caller does not write the draft, or it has another file now. */
  async originalFile(caller: Caller, owed: OwedReport, sha256: string): Promise<OriginalFile | null> {
    const clerk = clerkOf(caller, owed.agencyId);
    if (isRefusal(clerk)) return null;
    return this.database.read(clerk, { reports: ReportsStore, ...DRAFT_STORES }, async (stores) => {
      const obligation = await stores.reports.ofAgencyYear(owed.agencyId, owed.year, this.clock());
      const draft = obligation && (await draftResult(stores, obligation));
      if (draft?.file?.sha256 !== sha256) return null;
      const { id, name, mediaType } = draft.file;
      return {
        name,
        mediaType,
        sha256,
        content: draft.version === 0 ? await bytesOf(stores, sha256) : await stores.draftFiles.content(id),
      };
    });
  }

  /** Keeps anything that is not too large; over another version than was read, beside what stands. */
  async save(caller: Caller, input: SaveDraftInput): Promise<DraftResult | DraftConflict | Refusal> {
    const content = draftContent(input.year, input.content);
    if (isRefusal(content)) return content;
    const page = input.page ?? '';
    if (input.version < 0 || input.version > LAST_VERSION || page.length > LONGEST_PAGE) return badVersion();
    return this.change(caller, input, async ({ stores, obligation, owed, act }) => {
      const { drafts } = stores;
      const standing = await draftResult(stores, obligation);
      const isKept = standing.version > 0;
      const isSame = isKept && JSON.stringify(standing.content) === JSON.stringify(content);
      const isOver = standing.version === input.version && (input.life == null || input.life === standing.life);
      if (isKept && !isOver && !isSame) {
        const yours = await drafts.setAside({ ...owed, version: input.version, content, page }, act);
        return { theirs: await draftResult(stores, obligation), yours };
      }
      if (!isSame) {
        const fileId = await fileIdOf(stores, standing, act);
        await drafts.keep({ ...owed, ...nextOf(standing, content, act), fileId, version: input.version + 1 }, act);
      }
      await drafts.removeCopies(owed, (input.settled ?? []).filter(isId));
      return draftResult(stores, obligation);
    });
  }

  /** Throws away the draft and all copies beside it; for 30 days they can be brought back. */
  async discard(caller: Caller, asked: DraftVersion): Promise<DraftResult | Refusal> {
    return this.change(caller, asked, async ({ stores, obligation, owed, act }) => {
      const { version, copies } = await draftResult(stores, obligation);
      if (version === 0 && copies.length === 0) return REFUSALS.unknownDraft();
      if (version > 0 && version !== asked.version) return REFUSALS.draftChanged();
      await stores.drafts.throwCopies(owed, act);
      await stores.drafts.throwAway(owed, act);
      await stores.drafts.forget();
      return draftResult(stores, obligation);
    });
  }

  /** Brings back what was thrown away; what stands now is thrown away in its place. */
  async restore(caller: Caller, asked: DraftVersion & { readonly thrownId: string }): Promise<DraftResult | Refusal> {
    return this.change(caller, asked, async ({ stores, obligation, owed, act }) => {
      const { version, thrown } = await draftResult(stores, obligation);
      if (version !== asked.version) return REFUSALS.draftChanged();
      const wanted = thrown.find(({ id }) => id === asked.thrownId);
      if (wanted === undefined) return REFUSALS.unknownDraft();
      const { content, fileId, typists } = wanted;
      await stores.drafts.throwAway(owed, act);
      await stores.drafts.keep({ ...owed, version: version + 1, content, fileId, typists }, act);
      await stores.drafts.removeThrown(owed, wanted.id);
      await stores.drafts.forget();
      return draftResult(stores, obligation);
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

  private change<Result>(caller: Caller, owed: OwedReport, work: (change: DraftChange) => Promise<Result>): Promise<Result | Refusal> {
    return changeDraft({ database: this.database, now: this.clock() }, caller, owed, work);
  }
}

/** The draft as typed now, with who typed where. */
function nextOf(
  standing: DraftResult,
  content: DraftContent,
  { accountId, accountName }: DraftChange['act'],
): Pick<DraftResult, 'content' | 'typists'> {
  return { content, typists: typistsOf(content, standing, { id: accountId, name: accountName }) };
}

/** The file the draft goes with from now on: that of the edition it begins with is kept with the draft when that is kept first. */
async function fileIdOf(
  { editions, draftFiles }: DraftChange['stores'],
  { agencyId, year, version, file }: DraftResult,
  act: DraftChange['act'],
): Promise<string | null> {
  if (file === null || version > 0) return file === null ? null : file.id;
  const { name, mediaType, sha256, reading } = file;
  return draftFiles.keep({ agencyId, year, name, mediaType, sha256, reading, content: await bytesOf({ editions }, sha256) }, act);
}

/** Of the file of an edition. */
async function bytesOf({ editions }: Pick<DraftChange['stores'], 'editions'>, sha256: string): Promise<Buffer> {
  const document = await editions.document(sha256);
  if (document === null) throw new Error(`document ${sha256} is in sight and cannot be read`);
  return document.content;
}

function badVersion(): Refusal {
  return refuse('BAD_REQUEST', { zh: '草稿版本号无效。', en: 'That is no version of a draft.' });
}
