import { isExplanation } from '@gongkai/model';
import type { StoresOf } from '../database/named-stores';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import { type EditionRow, EditionsStore } from '../reports/editions.store';
import { type ReportRow, ReportsStore } from '../reports/reports.store';
import { SectionTextsStore } from '../reports/section-texts.store';
import type { JudgedPublication } from './publication';

/** What keeping a publication writes to. */
export const KEEPING = { reports: ReportsStore, editions: EditionsStore, sectionTexts: SectionTextsStore };

/** One transaction: the same content gives what stands; what was filed here is not touched; what replaces an import says why. */
export async function keepPublication(
  stores: StoresOf<typeof KEEPING>,
  publication: JudgedPublication,
): Promise<{ readonly edition: EditionRow; readonly repeated: boolean } | Refusal> {
  const { reports, editions } = stores;
  const report = await obligationOf(stores, publication);
  await reports.lock(report.id);
  const all = await editions.ofReports([report.id]);
  const filed = all.find(({ origin, state }) => origin === 'filed' && state !== 'withdrawn');
  if (filed !== undefined) return refuseFiled(filed);
  const standing = all.find(({ state }) => state === 'published');
  if (standing?.contentSha256 === publication.contentSha256) return { edition: standing, repeated: true };
  if (standing !== undefined && publication.amends === null) return refuseReplacement(standing);
  if (publication.amends !== null && !isExplanation(publication.amends.reason)) return REFUSALS.needsReason();
  return { edition: await keep(stores, publication, report.id), repeated: false };
}

async function obligationOf({ reports }: { readonly reports: ReportsStore }, { obligation, now }: JudgedPublication): Promise<ReportRow> {
  const { agencyId, year } = obligation;
  const standing = await reports.ofAgencyYear(agencyId, year, now);
  if (standing !== null) return standing;
  await reports.oblige(obligation);
  const made = await reports.ofAgencyYear(agencyId, year, now);
  if (made === null) throw new Error(`no obligation of agency ${agencyId} for ${year} could be made`);
  return made;
}

async function keep(
  { editions, sectionTexts }: StoresOf<typeof KEEPING>,
  publication: JudgedPublication,
  reportId: string,
): Promise<EditionRow> {
  const { caller, office, obligation, content, contentSha256, texts, document, findings, source, amends, lastYearId, now } = publication;
  await editions.keepDocument(document);
  const id = await editions.keep({
    ...{ reportId, content, contentSha256, document, findings, source, amends, lastYearId },
    explanations: [],
    idempotencyKey: null,
    accountId: caller.accountId,
    receivedAt: now,
  });
  await sectionTexts.keep(id, obligation.year, texts);
  const why = amends === null ? null : amends.reason;
  await editions.append({ editionId: id, state: 'published', at: now, byAccount: caller.accountId, byOffice: office, why, comments: [] });
  const [edition] = await editions.editions([id]);
  if (edition === undefined) throw new Error('an edition just kept cannot be read');
  return edition;
}

function refuseFiled({ receiptNumber }: EditionRow): Refusal {
  return refuse('ALREADY_FILED', {
    zh: `该年度报告已在本平台报送，回执 ${receiptNumber}，不能由导入件代替。`,
    en: `The report of this year was filed here, receipt ${receiptNumber}; nothing imported replaces it.`,
  });
}

function refuseReplacement({ receiptNumber }: EditionRow): Refusal {
  return refuse('NEEDS_REASON', {
    zh: `已导入过内容不同的一版（${receiptNumber}），再次导入即为更正，请选择更正类别并说明原因。`,
    en: `An edition with other content was imported already (${receiptNumber}); this one replaces it, so say the class of reason and the reason.`,
  });
}
