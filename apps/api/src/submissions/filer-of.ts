import type { AccountCaller, Caller } from '../database/caller';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import { yearInChina } from '../year-in-china';

/** What is owed: a report of an agency for a year. */
export interface Owed {
  readonly agencyId: string;
  readonly year: number;
}

/** The caller where it can file the report now, else why not. The flags of `may` and the mutations ask the same. */
export function filerOf(caller: Caller, { agencyId, year }: Owed, now: Date): AccountCaller | Refusal {
  if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
  if (caller.role !== 'agency' || caller.agencyId !== agencyId) return REFUSALS.notAllowed();
  if (year < yearInChina(now)) return caller;
  return refuse('TOO_EARLY', {
    zh: `${year} 年度的数据截至 12 月 31 日，次年才能报送。`,
    en: `Data of ${year} ends on 31 December; it is filed in the year after.`,
  });
}
