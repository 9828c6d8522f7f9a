import { type EditionState, MOVES } from '@gongkai/model';
import { type AccountCaller, type Caller, supervises } from '../database/caller';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import type { EditionRow } from './editions.store';
import type { ReportRow } from './reports.store';

/** A state that can be taken by an act; being submitted is filing. */
export type Step = Exclude<EditionState, 'submitted'>;

/** What is asked of an edition before it moves. */
export type Movable = Pick<EditionRow, 'id' | 'state' | 'submittedBy'>;

const STATE_NAMES: Readonly<Record<EditionState, string>> = {
  submitted: '待审核',
  returned: '已退回',
  accepted: '已通过',
  published: '已公布',
  withdrawn: '已撤回',
};

const REPLACED = refuse('ILLEGAL_MOVE', { zh: '这一版已被后来的版本取代。', en: 'This edition is replaced by a later one.' });

/** Why the caller cannot take the edition to a state now; null where it can. The flags of `may` and the mutations ask the same. */
export function refuseMove(caller: Caller, report: ReportRow, edition: Movable, to: Step): Refusal | null {
  if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
  const moves = MOVES.filter((move) => move.to === to && move.by === caller.role);
  if (moves.length === 0 || !isResponsible(caller, report)) return REFUSALS.notAllowed();
  if (edition.submittedBy === caller.accountId && moves.some((move) => move.fourEyes)) return REFUSALS.fourEyes();
  if (report.decidableId !== null && report.decidableId !== edition.id) return REPLACED;
  return moves.some((move) => move.from === edition.state) ? null : illegal(edition.state, to);
}

/** The agency that owes the report; a supervisor of a region above it. */
function isResponsible(caller: AccountCaller, report: Pick<ReportRow, 'agencyId' | 'regionPath'>): boolean {
  if (caller.role === 'agency') return caller.agencyId === report.agencyId;
  return supervises(caller, report.regionPath);
}

function illegal(from: EditionState, to: Step): Refusal {
  if (from === to) {
    return refuse('ILLEGAL_MOVE', {
      zh: `此事已由他人办理，报告现为“${STATE_NAMES[to]}”。`,
      en: `Somebody else did this already; the report is ${to}.`,
    });
  }
  return refuse('ILLEGAL_MOVE', {
    zh: `报告现为“${STATE_NAMES[from]}”，不能改为“${STATE_NAMES[to]}”。`,
    en: `The report is ${from} and cannot become ${to}.`,
  });
}
