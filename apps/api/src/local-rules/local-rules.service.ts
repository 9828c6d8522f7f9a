import { Inject, Injectable } from '@nestjs/common';
import { formOf } from '@gongkai/catalogue';
import { type FormId, isExplanation } from '@gongkai/model';
import { readRule } from '@gongkai/rules';
import { CLOCK, type Clock } from '../config-token';
import { type AccountCaller, type Caller, supervises } from '../database/caller';
import { Database } from '../database/database';
import { OrganisationsStore } from '../organisations/organisations.store';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { type LocalRuleRow, LocalRulesStore, type WrittenRule } from './local-rules.store';
import { codeOf } from './rules-of';

export interface RuleAsked {
  /** Of the rule this is the next version of. */
  readonly id: string | null;
  readonly why: string | null;
  readonly regionId: string;
  readonly form: FormId;
  readonly rule: WrittenRule;
}

/** Rules that a supervisor adds for a region: hints in the term language of the forms, versioned with their author, never changed or deleted. */
@Injectable()
export class LocalRulesService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In force in a region, its own and those from above. */
  inForce(caller: Caller, regionId: string): Promise<readonly LocalRuleRow[]> {
    if (!isId(regionId)) return Promise.resolve([]);
    return this.database.read(
      caller,
      { organisations: OrganisationsStore, localRules: LocalRulesStore },
      async ({ organisations, localRules }) => localRules.inForce(await organisations.pathOf(regionId)),
    );
  }

  versions(caller: Caller, id: string): Promise<readonly LocalRuleRow[]> {
    return this.database.read(caller, { localRules: LocalRulesStore }, ({ localRules }) => localRules.versions([id]));
  }

  /** Adds a rule, or the next version of one, which says why it changes. */
  async save(caller: Caller, asked: RuleAsked): Promise<LocalRuleRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    return this.database.write(caller, { localRules: LocalRulesStore, organisations: OrganisationsStore }, async (stores) => {
      const office = await officeOver(stores, caller, asked.regionId);
      if (isRefusal(office)) return office;
      const wrong = refuseWritten(asked);
      if (wrong !== null) return wrong;
      const before = asked.id === null ? null : await stores.localRules.lockedLatest(asked.id);
      if (asked.id !== null && (before === null || before.regionId !== asked.regionId || before.form !== asked.form)) return unknownRule();
      if (before !== null && (asked.why === null || !isExplanation(asked.why))) return REFUSALS.needsReason();
      const id = before?.id ?? (await stores.localRules.add(asked.regionId, asked.form));
      const { rule, why } = asked;
      return this.keep(stores, caller, { id, rule, retired: false, why: before === null ? null : why, authorOffice: office });
    });
  }

  async retire(caller: Caller, id: string, reason: string): Promise<LocalRuleRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (!isId(id)) return unknownRule();
    if (!isExplanation(reason)) return REFUSALS.needsReason();
    return this.database.write(caller, { localRules: LocalRulesStore, organisations: OrganisationsStore }, async (stores) => {
      const before = await stores.localRules.lockedLatest(id);
      if (before === null || before.retired) return unknownRule();
      const office = await officeOver(stores, caller, before.regionId);
      if (isRefusal(office)) return office;
      return this.keep(stores, caller, { id, rule: before.rule, retired: true, why: reason.trim(), authorOffice: office });
    });
  }

  private async keep(
    { localRules }: { readonly localRules: LocalRulesStore },
    caller: AccountCaller,
    version: Pick<LocalRuleRow, 'id' | 'rule' | 'retired' | 'why' | 'authorOffice'>,
  ): Promise<LocalRuleRow> {
    await localRules.addVersion({ ...version, authorId: caller.accountId, recordedAt: this.clock() });
    const kept = await localRules.latest(version.id);
    if (kept === null) throw new Error('a rule just kept cannot be read');
    return kept;
  }
}

/** The office of a supervisor over a region; refused for everybody else. */
async function officeOver(
  { organisations }: { readonly organisations: OrganisationsStore },
  caller: AccountCaller,
  regionId: string,
): Promise<string | Refusal> {
  if (!isId(regionId)) return REFUSALS.unknownRegion();
  const path = await organisations.pathOf(regionId);
  if (path.length === 0) return REFUSALS.unknownRegion();
  if (!supervises(caller, path)) return REFUSALS.notAllowed();
  const [office] = await organisations.regions([caller.regionId]);
  return `${office === undefined ? '' : office.name}政府信息公开工作主管部门`;
}

function refuseWritten({ id, form, rule }: RuleAsked): Refusal | null {
  if (id !== null && !isId(id)) return unknownRule();
  if (rule.basis.trim() === '') return refuse('BAD_RULE', { zh: '请写明依据。', en: 'Say on what basis.' });
  const { problems } = readRule({ id: id === null ? 'LR-NEW' : codeOf({ id }), ...rule }, formOf(form));
  if (problems.length === 0) return null;
  const said = (language: 'zh' | 'en'): string => problems.map(({ message }) => message[language]).join(language === 'zh' ? '' : ' ');
  return refuse('BAD_RULE', { zh: said('zh'), en: said('en') });
}

function unknownRule(): Refusal {
  return refuse('UNKNOWN_RULE', { zh: '没有这条规则。', en: 'There is no such rule.' });
}
