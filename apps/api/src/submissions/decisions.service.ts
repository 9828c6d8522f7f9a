import { Inject, Injectable } from '@nestjs/common';
import { findCell } from '@gongkai/catalogue';
import type { CellCommentInput } from '@gongkai/contract';
import { type CellId, type EditionState, canMove } from '@gongkai/model';
import { CLOCK, type Clock } from '../config-token';
import type { AccountCaller, Caller } from '../database/caller';
import { Database } from '../database/database';
import type { Stores } from '../database/stores';
import { isId } from '../requests/loaders';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import type { EditionRow } from './editions.store';
import { recheckFollowers } from './recheck';

/** What a supervisor says of an edition. */
export interface Decision {
  readonly editionId: string;
  readonly to: Extract<EditionState, 'accepted' | 'returned' | 'published'>;
  readonly why: string | null;
  readonly comments: readonly CellCommentInput[];
}

const STATE_NAMES: Readonly<Record<EditionState, string>> = {
  submitted: '待审核',
  returned: '已退回',
  accepted: '已通过',
  published: '已公布',
  withdrawn: '已撤回',
};

/** Accepting, returning, publishing: by a supervisor of a region above the agency who did not file it. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async decide(caller: Caller, decision: Decision): Promise<EditionRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (!isId(decision.editionId)) return REFUSALS.unknownEdition();
    const unknown = decision.comments.find((comment) => findCell(comment.cell) === undefined);
    if (unknown !== undefined)
      return refuse('UNKNOWN_CELL', { zh: `没有单元格 ${unknown.cell}。`, en: `There is no cell ${unknown.cell}.` });
    if (decision.to === 'returned' && decision.why === null) {
      return refuse('NEEDS_REASON', { zh: '退回须说明理由。', en: 'Say why it is returned.' });
    }
    const moved = await this.database.write(caller, (stores) => this.move(stores, caller, decision));
    if (!isRefusal(moved)) await recheckFollowers(this.database, this.clock(), moved.reportId);
    return moved;
  }

  private async move(stores: Stores, caller: AccountCaller, decision: Decision): Promise<EditionRow | Refusal> {
    const { editions, reports, organisations } = stores;
    const [seen] = await editions.editions([decision.editionId]);
    if (seen === undefined) return REFUSALS.unknownEdition();
    await reports.lock(seen.reportId);
    const [report] = await reports.reports([seen.reportId], this.clock());
    const all = await editions.ofReports([seen.reportId]);
    const latest = all.find(isDecidable) ?? all[0];
    if (report === undefined || latest === undefined) return REFUSALS.unknownEdition();
    if (caller.role !== 'supervisor' || caller.regionId === null || !report.regionPath.includes(caller.regionId))
      return REFUSALS.notAllowed();
    if (latest.submittedBy === caller.accountId) return REFUSALS.fourEyes();
    if (latest.id !== seen.id || !canMove(latest.state, decision.to)) return illegal(seen, latest, decision.to);
    const [office] = await organisations.regions([caller.regionId]);
    await editions.append({
      editionId: latest.id,
      state: decision.to,
      at: this.clock(),
      byAccount: caller.accountId,
      byOffice: `${office === undefined ? '' : office.name}政府信息公开工作主管部门`,
      why: decision.why,
      comments: decision.comments.map(({ cell, text }) => ({ cell: cell as CellId, text })),
    });
    return { ...latest, state: decision.to };
  }
}

/** A returned or withdrawn edition leaves the one before it to be decided about. */
function isDecidable(edition: EditionRow): boolean {
  return edition.state !== 'returned' && edition.state !== 'withdrawn';
}

function illegal(seen: EditionRow, latest: EditionRow, to: EditionState): Refusal {
  if (latest.id !== seen.id) {
    return refuse('ILLEGAL_MOVE', {
      zh: `第 ${seen.number} 版已被第 ${latest.number} 版取代。`,
      en: `Edition ${seen.number} is replaced by edition ${latest.number}.`,
    });
  }
  if (latest.state === to) {
    return refuse('ILLEGAL_MOVE', {
      zh: `此事已由他人办理，报告现为“${STATE_NAMES[to]}”。`,
      en: `Somebody else did this already; the report is ${to}.`,
    });
  }
  return refuse('ILLEGAL_MOVE', {
    zh: `报告现为“${STATE_NAMES[latest.state]}”，不能改为“${STATE_NAMES[to]}”。`,
    en: `The report is ${latest.state} and cannot become ${to}.`,
  });
}
