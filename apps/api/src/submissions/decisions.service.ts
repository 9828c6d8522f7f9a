import { Inject, Injectable } from '@nestjs/common';
import { findCell } from '@gongkai/catalogue';
import type { CellCommentInput } from '@gongkai/contract';
import { type CellId, MOVES, isExplanation } from '@gongkai/model';
import { AuditStore } from '../audit/audit.store';
import { CLOCK, type Clock } from '../config-token';
import type { AccountCaller, Caller } from '../database/caller';
import { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import { OrganisationsStore } from '../organisations/organisations.store';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { type EditionRow, EditionsStore } from '../reports/editions.store';
import { type Step, refuseMove } from '../reports/refuse-move';
import { type ReportRow, ReportsStore } from '../reports/reports.store';

/** What somebody wants to become of an edition. */
export interface Decision {
  readonly editionId: string;
  readonly to: Step;
  readonly why: string | null;
  readonly comments: readonly CellCommentInput[];
}

/** How many editions one call may move. */
const MOST_AT_ONCE = 200;

/** What became of one of many. */
export interface ItemOutcome {
  readonly editionId: string;
  readonly result: EditionRow | Refusal;
}

/** What became of many, each for itself. */
export interface DecisionOutcome {
  readonly items: readonly ItemOutcome[];
  readonly done: number;
  readonly refused: number;
  readonly most: number;
  /** Beyond the most: nothing was done about them. */
  readonly left: readonly string[];
}

const STORES = { editions: EditionsStore, reports: ReportsStore, audit: AuditStore, organisations: OrganisationsStore };

/** Taking an edition from state to state: by the agency that filed it or by a supervisor above, as MOVES says. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async decide(caller: Caller, decision: Decision): Promise<EditionRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (!isId(decision.editionId)) return REFUSALS.unknownEdition();
    const unsaid = refuseWords(decision);
    if (unsaid !== null) return unsaid;
    return this.database.write(caller, STORES, (stores) => this.move(stores, caller, decision));
  }

  /** The same step for many, each a transaction of its own: what is refused holds up no other. */
  async decideEach(caller: Caller, editionIds: readonly string[], step: Pick<Decision, 'to' | 'why'>): Promise<DecisionOutcome | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    const asked = [...new Set(editionIds)];
    if (asked.length === 0) return refuse('BAD_REQUEST', { zh: '没有选中任何报告。', en: 'No report is selected.' });
    const items: ItemOutcome[] = [];
    for (const editionId of asked.slice(0, MOST_AT_ONCE)) {
      items.push({ editionId, result: await this.decide(caller, { ...step, editionId, comments: [] }) });
    }
    const refused = items.filter(({ result }) => isRefusal(result)).length;
    return { items, done: items.length - refused, refused, most: MOST_AT_ONCE, left: asked.slice(MOST_AT_ONCE) };
  }

  private async move(stores: StoresOf<typeof STORES>, caller: AccountCaller, decision: Decision): Promise<EditionRow | Refusal> {
    const { editions, reports, audit } = stores;
    const [seen] = await editions.editions([decision.editionId]);
    if (seen === undefined) return REFUSALS.unknownEdition();
    await reports.lock(seen.reportId);
    const [report] = await reports.reports([seen.reportId], this.clock());
    const [edition] = await editions.editions([seen.id]);
    if (report === undefined || edition === undefined) return REFUSALS.unknownEdition();
    const refusal = refuseMove(caller, report, edition, decision.to);
    if (refusal?.code === 'FOUR_EYES') await audit.note('four_eyes.refused', `editions:${edition.id}`, { to: decision.to });
    if (refusal !== null) return refusal;
    await editions.append({
      editionId: edition.id,
      state: decision.to,
      at: this.clock(),
      byAccount: caller.accountId,
      byOffice: await officeOf(stores, caller, report),
      why: decision.why,
      comments: decision.comments.map(({ cell, text }) => ({ cell: cell as CellId, text })),
    });
    return { ...edition, state: decision.to };
  }
}

function refuseWords({ to, why, comments }: Decision): Refusal | null {
  const unknown = comments.find((comment) => findCell(comment.cell) === undefined);
  if (unknown !== undefined) return REFUSALS.unknownCell(unknown.cell);
  if (!MOVES.some((move) => move.to === to && move.needsReason)) return null;
  return why !== null && isExplanation(why) ? null : REFUSALS.needsReason();
}

async function officeOf(
  { organisations }: { readonly organisations: OrganisationsStore },
  caller: AccountCaller,
  report: ReportRow,
): Promise<string> {
  if (caller.regionId === null) return report.agencyName;
  const [region] = await organisations.regions([caller.regionId]);
  return `${region === undefined ? '' : region.name}政府信息公开工作主管部门`;
}
