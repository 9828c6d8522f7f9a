import { isInScope } from '../requests/token-scope';
import { type Caller, keepsRegisters, supervises } from '../database/caller';
import { isRefusal } from '../requests/refusal';
import { clerkOf, filerOf } from './filer-of';
import { type Movable, type Step, refuseMove } from './refuse-move';
import type { ReportRow } from './reports.store';

/** What the caller may do with an edition now; the mutations refuse everything else. */
export interface EditionRights {
  readonly accept: boolean;
  readonly return: boolean;
  readonly publish: boolean;
  readonly withdraw: boolean;
}

/** The same for a report, of which only the decidable edition moves. */
export interface ReportRights extends EditionRights {
  readonly submit: boolean;
  readonly draft: boolean;
  readonly amend: boolean;
}

const MUTATIONS: Readonly<Record<Step, string>> = {
  accepted: 'acceptReport',
  returned: 'returnReport',
  published: 'publishReport',
  withdrawn: 'withdrawReport',
};

/** Whether the caller reads what agency and reviewers write to each other: reasons, notes and comments stay in the file when a report is published. */
export function readsTheFile(caller: Caller, report: ReportRow): boolean {
  const isItsOwn = caller.kind === 'account' && caller.agencyId !== null && caller.agencyId === report.agencyId;
  return isItsOwn || keepsRegisters(caller) || supervises(caller, report.regionPath);
}

export function editionRights(caller: Caller, report: ReportRow, edition: Movable | null): EditionRights {
  const may = (to: Step): boolean =>
    edition !== null && isInScope(caller, MUTATIONS[to]) && refuseMove(caller, report, edition, to) === null;
  return { accept: may('accepted'), return: may('returned'), publish: may('published'), withdraw: may('withdrawn') };
}

export function reportRights(caller: Caller, report: ReportRow, now: Date): ReportRights {
  const submit = isInScope(caller, 'submitReport') && !isRefusal(filerOf(caller, report, now));
  const draft = isInScope(caller, 'saveDraft') && !isRefusal(clerkOf(caller, report.agencyId));
  return { submit, draft, amend: submit && report.inForce, ...editionRights(caller, report, decidableOf(report)) };
}

function decidableOf({ decidableId, decidableState, decidableBy }: ReportRow): Movable | null {
  if (decidableId === null || decidableState === null || decidableBy === null) return null;
  return { id: decidableId, state: decidableState, submittedBy: decidableBy };
}
