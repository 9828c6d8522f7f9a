import type { AccountCaller, Caller } from '../database/caller';
import type { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import { OrganisationsStore } from '../organisations/organisations.store';
import { type OwedReport, clerkOf } from '../reports/filer-of';
import { type ReportRow, ReportsStore } from '../reports/reports.store';
import { REFUSALS, type Refusal, isRefusal } from '../requests/refusal';
import { DRAFT_STORES } from './draft-result';
import type { DraftAct } from './drafts.store';

const STORES = { ...DRAFT_STORES, organisations: OrganisationsStore, reports: ReportsStore };

/** One change of a draft: the stores of its transaction, the obligation, who changes it. */
export interface DraftChange {
  readonly stores: StoresOf<typeof STORES>;
  readonly obligation: ReportRow;
  readonly owed: OwedReport;
  readonly act: DraftAct;
}

/** One transaction of who works for the agency, while nobody else changes or files its report. */
export async function changeDraft<Result>(
  { database, now }: { readonly database: Database; readonly now: Date },
  caller: Caller,
  owed: OwedReport,
  work: (change: DraftChange) => Promise<Result>,
): Promise<Result | Refusal> {
  const clerk = clerkOf(caller, owed.agencyId);
  if (isRefusal(clerk)) return clerk;
  return database.write(clerk, STORES, async (stores) => {
    const obligation = await stores.reports.ofAgencyYear(owed.agencyId, owed.year, now);
    if (obligation === null) return noObligation(stores, owed);
    await stores.reports.lock(obligation.id);
    const { agencyId, year } = obligation;
    return work({ stores, obligation, owed: { agencyId, year }, act: actOf(clerk, now) });
  });
}

function actOf({ accountId, name }: AccountCaller, at: Date): DraftAct {
  return { at, accountId, accountName: name };
}

/** Why nothing can be written for a year: there is no such agency, or it owes nothing. */
export async function noObligation(
  { organisations }: { readonly organisations: OrganisationsStore },
  { agencyId, year }: OwedReport,
): Promise<Refusal> {
  const [agency] = await organisations.agencies([agencyId]);
  return agency === undefined ? REFUSALS.unknownAgency() : REFUSALS.noObligation(agency.name, year);
}
