import { Inject, Injectable } from '@nestjs/common';
import type { ReorganisationInput } from '@gongkai/contract';
import { CLOCK, type Clock } from '../config-token';
import { type Caller, keepsRegisters } from '../database/caller';
import { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import { type AgencyRow, OrganisationsStore } from '../organisations/organisations.store';
import { spell } from '../organisations/pinyin';
import { isId } from '../requests/is-id';
import { type Page, type PageAsked, boundsOf, pageOf } from '../requests/page';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { dayInChina } from '../year-in-china';
import { type Act, type Successor, actOf } from './act-of';
import { type AffectedAgencies, REORGANISING, endsThem, mayHappen } from './may-happen';
import { type ReorganisationRow, ReorganisationsStore } from './reorganisations.store';

/** Carries a refusal out of a transaction that has written already. */
class Undone extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/**
 * Organisations in time. An act ends versions of agencies, begins others and says who follows whom, with its day and its basis; reports,
 * editions and sums of years that ended before it stay byte for byte. By an administrator.
 */
@Injectable()
export class ReorganisationsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async reorganise(caller: Caller, input: ReorganisationInput): Promise<ReorganisationRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (!keepsRegisters(caller)) return REFUSALS.notAllowed();
    const now = this.clock();
    const act = actOf(input, dayInChina(now));
    if (isRefusal(act)) return act;
    try {
      return await this.database.write(caller, REORGANISING, async (stores) => {
        await stores.reorganisations.lock();
        const affected = await mayHappen(stores, act);
        if (isRefusal(affected)) return affected;
        const { kind, on, basis } = act;
        const id = await stores.reorganisations.keep({ kind, on, basis, recordedBy: caller.accountId, recordedAt: now });
        await carryOut(stores, id, act, affected);
        const { items } = await stores.reorganisations.acts({ id, limit: 1, offset: 0 });
        const [kept] = items;
        if (kept === undefined) throw new Error('an act that was just kept is gone');
        return kept;
      });
    } catch (error) {
      if (error instanceof Undone) return error.refusal;
      throw error;
    }
  }

  async acts(caller: Caller, agencyId: string | null, page: PageAsked): Promise<Page<ReorganisationRow>> {
    if (agencyId !== null && !isId(agencyId)) return { items: [], total: 0, after: null };
    const bounds = boundsOf(page);
    const { items, total } = await this.database.read(caller, { reorganisations: ReorganisationsStore }, ({ reorganisations }) =>
      reorganisations.acts({ agencyId, ...bounds }),
    );
    return pageOf(items, total, bounds);
  }
}

async function carryOut(stores: StoresOf<typeof REORGANISING>, id: string, act: Act, affected: AffectedAgencies): Promise<void> {
  const { reorganisations } = stores;
  const [first] = affected.agencies;
  const successorIds: string[] = [];
  for (const successor of act.successors) successorIds.push(await successorIdOf(stores, { id, act, first }, successor));
  if (endsThem(act)) for (const agency of act.agencyIds) await reorganisations.end(agency, act.on, id);
  if (first !== undefined && act.name !== null)
    await reorganisations.change(first.id, act.on, { named: { name: act.name, ...spell(act.name) } }, id);
  if (first !== undefined && act.kind === 'move') await reorganisations.change(first.id, act.on, act, id);
  await reorganisations.link(id, edgesOf(act, successorIds));
  if (act.kind === 'rename' || act.kind === 'move') {
    await reorganisations.replace(affected.obligations.filter(({ accepted }) => !accepted).map(({ reportId }) => reportId));
  }
  await decideObligations(stores, id, act, { obligations: affected.obligations, successorIds });
}

async function successorIdOf(
  stores: { readonly organisations: OrganisationsStore },
  by: { readonly id: string; readonly act: Act; readonly first: AgencyRow | undefined },
  successor: Successor,
): Promise<string> {
  if ('agencyId' in successor) return successor.agencyId;
  const { name } = successor;
  const kind = successor.kind ?? by.first?.kind;
  const regionId = successor.regionId ?? by.first?.regionId;
  if (kind === undefined || regionId === undefined) throw new Error('a new agency without kind or region');
  const system = successor.system ?? by.first?.system ?? null;
  return stores.organisations.addAgency({
    regionId,
    kind,
    name,
    system,
    ...spell(name),
    validFrom: by.act.on,
    validTo: null,
    begunBy: by.id,
  });
}

function edgesOf(
  act: Act,
  successorIds: readonly string[],
): readonly { readonly predecessorId: string; readonly successorId: string | null }[] {
  if (act.kind === 'abolish') return act.agencyIds.map((predecessorId) => ({ predecessorId, successorId: null }));
  return act.agencyIds.flatMap((predecessorId) => successorIds.map((successorId) => ({ predecessorId, successorId })));
}

async function decideObligations(
  { reorganisations }: { readonly reorganisations: ReorganisationsStore },
  id: string,
  act: Act,
  { obligations, successorIds }: Pick<AffectedAgencies, 'obligations'> & { readonly successorIds: readonly string[] },
): Promise<void> {
  for (const { agencyId, year, decision } of act.decisions) {
    const open = obligations.find((one) => one.agencyId === agencyId && one.year === year);
    if (open === undefined) throw new Error('a decision about no obligation');
    await reorganisations.decide(id, open.reportId, decision);
    if (decision === 'hand_over' && (await reorganisations.handOver(open.reportId, successorIds)) === 0) {
      throw new Undone(
        refuse('BAD_REQUEST', {
          zh: `没有单位可以承接 ${year} 年度的报告任务。`,
          en: `Nobody follows who could owe the report for ${year}.`,
        }),
      );
    }
  }
}
