import { type Finding, type ReasonClass, isExplanation } from '@gongkai/model';
import type { AccountCaller } from '../database/caller';
import type { StoresOf } from '../database/named-stores';
import { DraftsStore } from '../drafts/drafts.store';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import { type EditionContent, type EditionRow, EditionsStore, type ExplanationRow } from '../reports/editions.store';
import type { KeptDocument } from '../receiving/receiving';
import { type ReportRow, ReportsStore } from '../reports/reports.store';
import type { SectionText } from '../reports/section-texts';
import { SectionTextsStore } from '../reports/section-texts.store';

/** A report that passed the rules, on its way into the register. */
export interface Filing {
  readonly caller: AccountCaller;
  readonly obligation: ReportRow;
  readonly addressee: string;
  readonly content: EditionContent;
  readonly contentSha256: string;
  readonly texts: readonly SectionText[];
  readonly document: KeptDocument | null;
  readonly findings: readonly Finding[];
  readonly explanations: readonly ExplanationRow[];
  readonly idempotencyKey: string | null;
  readonly reasonClass: ReasonClass | null;
  readonly reason: string | null;
  /** What the agency says of the filing itself, e.g. that it is a nil return. */
  readonly statement: string | null;
  /** The version of the draft that is filed and kept no longer; null where it was none. */
  readonly draftVersion: number | null;
  /** The edition of the year before that it was checked against. */
  readonly lastYearId: string | null;
  readonly now: Date;
}

type Kept = { readonly edition: EditionRow; readonly repeated: boolean };

/** What stands for the report while a new edition arrives. */
interface Standing {
  /** Submitted and not decided. */
  readonly waiting: EditionRow | null;
  /** The latest accepted or published edition; a new one amends it. */
  readonly inForce: EditionRow | null;
}

/** What keeping a filing writes to. */
export const FILING = { reports: ReportsStore, drafts: DraftsStore, editions: EditionsStore, sectionTexts: SectionTextsStore };

/** One transaction: the same key and content gives what stands; a waiting edition is withdrawn for the new one; an amendment says why. */
export async function keepFiling(stores: StoresOf<typeof FILING>, filing: Filing): Promise<Kept | Refusal> {
  if (filing.idempotencyKey !== null) await stores.reports.lockKey(filing.caller.accountId, filing.idempotencyKey);
  await stores.reports.lock(filing.obligation.id);
  const repeated = await sameKey(stores, filing);
  if (repeated !== null) return repeated;
  if (filing.draftVersion !== null && !(await isDraft(stores, filing, filing.draftVersion))) return REFUSALS.draftChanged();
  const standing = await standingOf(stores, filing.obligation.id);
  const refusal = refuseOver(standing, filing);
  if (refusal !== null) return refusal;
  const { waiting } = standing;
  if (waiting !== null) await append(stores, filing, { editionId: waiting.id, state: 'withdrawn', why: '报送单位重新报送' });
  const edition = await keep(stores, filing, standing);
  if (filing.draftVersion !== null) await fileAway(stores, filing);
  return { edition, repeated: false };
}

/** It is a draft no more, and its file stays as that of the edition alone. */
async function fileAway({ drafts }: { readonly drafts: DraftsStore }, { obligation }: Filing): Promise<void> {
  await drafts.remove(obligation);
  await drafts.forget();
}

async function isDraft({ drafts }: { readonly drafts: DraftsStore }, { obligation }: Filing, version: number): Promise<boolean> {
  const draft = await drafts.of(obligation);
  return draft?.version === version;
}

function said(...words: readonly (string | null)[]): string | null {
  return words.filter((one) => one !== null).join('\n') || null;
}

async function standingOf({ editions }: { readonly editions: EditionsStore }, reportId: string): Promise<Standing> {
  const all = await editions.ofReports([reportId]);
  const [latest] = all;
  return {
    waiting: latest?.state === 'submitted' ? latest : null,
    inForce: all.find((edition) => edition.state === 'accepted' || edition.state === 'published') ?? null,
  };
}

async function sameKey({ editions }: { readonly editions: EditionsStore }, filing: Filing): Promise<Kept | Refusal | null> {
  if (filing.idempotencyKey === null) return null;
  const before = await editions.byKey(filing.caller.accountId, filing.idempotencyKey);
  if (before === null) return null;
  if (before.contentSha256 === filing.contentSha256 && before.reportId === filing.obligation.id) return { edition: before, repeated: true };
  return refuse('KEY_REUSED', {
    zh: `该幂等键已用于回执 ${before.receiptNumber}，内容不同。`,
    en: `The key was used for receipt ${before.receiptNumber} with other content.`,
  });
}

function refuseOver({ waiting, inForce }: Standing, filing: Filing): Refusal | null {
  const same = [waiting, inForce].find((edition) => edition?.contentSha256 === filing.contentSha256);
  if (same) {
    return refuse('ALREADY_FILED', {
      zh: `相同内容已经报送，回执 ${same.receiptNumber}。`,
      en: `The very same content is filed already, receipt ${same.receiptNumber}.`,
    });
  }
  if (inForce === null) return null;
  if (filing.reasonClass !== null && filing.reason !== null) return isExplanation(filing.reason) ? null : REFUSALS.needsReason();
  return refuse('NEEDS_REASON', {
    zh: '报告已审核通过或已公布，再次报送即为更正，请选择更正类别并说明原因。',
    en: 'The report is accepted or published; filing again amends it, so say the class of reason and the reason.',
  });
}

async function keep(stores: StoresOf<typeof FILING>, filing: Filing, { inForce }: Standing): Promise<EditionRow> {
  const { editions } = stores;
  const { document, reasonClass, reason } = filing;
  if (document !== null) await editions.keepDocument(document);
  const amending = inForce !== null && reasonClass !== null && reason !== null;
  const id = await editions.keep({
    reportId: filing.obligation.id,
    content: filing.content,
    contentSha256: filing.contentSha256,
    document,
    explanations: filing.explanations,
    findings: filing.findings,
    idempotencyKey: filing.idempotencyKey,
    lastYearId: filing.lastYearId,
    amends: amending ? { reasonClass, reason } : null,
    accountId: filing.caller.accountId,
    receivedAt: filing.now,
    source: null,
  });
  await stores.sectionTexts.keep(id, filing.obligation.year, filing.texts);
  await append(stores, filing, { editionId: id, state: 'submitted', why: said(filing.statement, amending ? reason : null) });
  const [edition] = await editions.editions([id]);
  if (edition === undefined) throw new Error('an edition just kept cannot be read');
  return edition;
}

function append(
  { editions }: { readonly editions: EditionsStore },
  filing: Filing,
  event: { readonly editionId: string; readonly state: 'submitted' | 'withdrawn'; readonly why: string | null },
): Promise<void> {
  return editions.append({ ...event, at: filing.now, byAccount: filing.caller.accountId, byOffice: filing.addressee, comments: [] });
}
