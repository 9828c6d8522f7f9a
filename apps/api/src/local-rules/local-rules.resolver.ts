import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  LocalRuleInput,
  LocalRuleResult,
  LocalRuleRights,
  MutationRetireLocalRuleArgs,
  MutationSaveLocalRuleArgs,
  QueryLocalRulesArgs,
  Relation as RelationName,
} from '@gongkai/contract';
import type { Relation } from '@gongkai/model';
import { isInScope } from '../requests/token-scope';
import { type Caller, supervises } from '../database/caller';
import { pathOfRegion, regionById } from '../organisations/organisations.loaders';
import type { RegionRow } from '../organisations/organisations.store';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { isRefusal } from '../requests/refusal';
import { LocalRulesService } from './local-rules.service';
import type { LocalRuleRow, WrittenRule } from './local-rules.store';
import { codeOf } from './rules-of';
import type { ResultOf } from '../requests/result-of';

const RELATIONS: Readonly<Record<RelationName, Relation>> = { equal: '=', at_most: '<=', at_least: '>=' };
const NAMES: Readonly<Record<Relation, RelationName>> = { '=': 'equal', '<=': 'at_most', '>=': 'at_least' };

@Resolver('LocalRule')
export class LocalRulesResolver {
  constructor(private readonly rules: LocalRulesService) {}

  @Query()
  async localRules(@Asking() caller: Caller, @Args() { regionId }: QueryLocalRulesArgs): Promise<readonly ShownRule[]> {
    return (await this.rules.inForce(caller, regionId)).map((row) => shown(row));
  }

  @Mutation()
  async saveLocalRule(
    @Asking() caller: Caller,
    @Args() { input }: MutationSaveLocalRuleArgs,
  ): Promise<ResultOf<LocalRuleResult, ShownRule>> {
    const { id, why, regionId, form } = input;
    const kept = await this.rules.save(caller, { id: id ?? null, why: why?.trim() || null, regionId, form, rule: writtenRule(input) });
    return isRefusal(kept) ? kept : { __typename: 'LocalRule', ...shown(kept) };
  }

  @Mutation()
  async retireLocalRule(
    @Asking() caller: Caller,
    @Args() { id, reason }: MutationRetireLocalRuleArgs,
  ): Promise<ResultOf<LocalRuleResult, ShownRule>> {
    const kept = await this.rules.retire(caller, id, reason);
    return isRefusal(kept) ? kept : { __typename: 'LocalRule', ...shown(kept) };
  }

  @ResolveField()
  region(@Parent() rule: LocalRuleRow, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return regionById(loaders).load(rule.regionId);
  }

  @ResolveField()
  async versions(@Asking() caller: Caller, @Parent() rule: LocalRuleRow): Promise<readonly ShownRule[]> {
    const [latest, ...before] = await this.rules.versions(caller, rule.id);
    return latest === undefined ? [] : [latest, ...before].map((version) => shown(version, latest.retired));
  }

  @ResolveField()
  async may(@Asking() caller: Caller, @Parent() rule: ShownRule, @Loading() loaders: Loaders): Promise<LocalRuleRights> {
    const supervised = supervises(caller, await pathOfRegion(loaders).load(rule.regionId));
    return {
      change: supervised && isInScope(caller, 'saveLocalRule'),
      retire: supervised && !rule.ended && isInScope(caller, 'retireLocalRule'),
    };
  }
}

/** A severity that binds is left for the rule language to refuse. */
function writtenRule(input: LocalRuleInput): WrittenRule {
  const { grid, each, only, relation, left, right, severity, missing, says, basis, remedy } = input;
  const binding = { grid, each, missing, says, basis, remedy, severity: (severity ?? 'warning') as WrittenRule['severity'] };
  return { ...binding, only: only ?? null, relation: RELATIONS[relation ?? 'equal'], left, right };
}

type ShownRule = ReturnType<typeof shown>;

/** `ended`: whatever this version says, the rule is in force no more. */
function shown(row: LocalRuleRow, ended = row.retired) {
  const { rule, authorName, authorOffice, ...rest } = row;
  return { ...rest, ...rule, ended, relation: NAMES[rule.relation], findingCode: codeOf(row), author: authorName ?? authorOffice };
}
