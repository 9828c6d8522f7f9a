import type { AccountCaller, Caller } from '../database/caller';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { yearInChina } from '../year-in-china';

/** What is owed: a report of an agency for a year. */
export interface OwedReport {
  readonly agencyId: string;
  readonly year: number;
}

/** The caller where it works for the agency, else why not. */
export function clerkOf(caller: Caller, agencyId: string): AccountCaller | Refusal {
  if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
  return caller.role === 'agency' && caller.agencyId === agencyId ? caller : REFUSALS.notAllowed();
}

/** The caller where it can file the report now, else why not. The flags of `may` and the mutations ask the same. */
export function filerOf(caller: Caller, { agencyId, year }: OwedReport, now: Date): AccountCaller | Refusal {
  const clerk = clerkOf(caller, agencyId);
  if (isRefusal(clerk) || year < yearInChina(now)) return clerk;
  return refuse('TOO_EARLY', {
    zh: `${year} 年度的数据截至 12 月 31 日，次年才能报送。`,
    en: `Data of ${year} ends on 31 December; it is filed in the year after.`,
  });
}
