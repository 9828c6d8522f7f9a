import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  AgencyCannotHaveArgs,
  AgencyRights,
  ApplicabilityResult,
  MutationStateApplicabilityArgs,
  QueryAgencyArgs,
} from '@gongkai/contract';
import type { Words } from '@gongkai/model';
import { CLOCK, type Clock } from '../config-token';
import { isInScope } from '../requests/token-scope';
import { type Caller, keepsRegisters } from '../database/caller';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { isRefusal } from '../requests/refusal';
import { yearInChina } from '../year-in-china';
import { ApplicabilityService, inapplicableIn, mayState, titleOfRow } from './applicability.service';
import type { ApplicabilityRow } from './applicability.store';
import { agencyById, applicabilityOfAgency, pathOfRegion, regionById, successionsOfAgency } from './organisations.loaders';
import type { AgencyRow, RegionRow, SuccessionRow } from './organisations.store';
import type { ResultOf } from '../requests/result-of';

type SuccessionResult = Omit<SuccessionRow, 'predecessorId' | 'successorId'> & { readonly agency: AgencyRow };

@Resolver('Agency')
export class AgenciesResolver {
  constructor(
    private readonly applicability: ApplicabilityService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query()
  agency(@Args() { id }: QueryAgencyArgs, @Loading() loaders: Loaders): Promise<AgencyRow | null> {
    return agencyById(loaders).load(id);
  }

  @Mutation()
  async stateApplicability(
    @Asking() caller: Caller,
    @Args() args: MutationStateApplicabilityArgs,
  ): Promise<ResultOf<ApplicabilityResult, AgencyRow>> {
    const agency = await this.applicability.state(caller, args);
    return isRefusal(agency) ? agency : { __typename: 'Agency', ...agency };
  }

  /** For the year that is reported on today, unless another is named. */
  @ResolveField()
  async cannotHave(
    @Parent() agency: AgencyRow,
    @Args() { year }: AgencyCannotHaveArgs,
    @Loading() loaders: Loaders,
  ): Promise<readonly (ApplicabilityRow & { readonly title: Words })[]> {
    const statements = await applicabilityOfAgency(loaders).load(agency.id);
    return inapplicableIn(year ?? yearInChina(this.clock()) - 1, statements).map((one) => ({ ...one, title: titleOfRow(one.row) }));
  }

  @ResolveField()
  async may(@Asking() caller: Caller, @Parent() agency: AgencyRow, @Loading() loaders: Loaders): Promise<AgencyRights> {
    const path = await pathOfRegion(loaders).load(agency.regionId);
    return {
      stateApplicability: mayState(caller, path) && isInScope(caller, 'stateApplicability'),
      reorganise: keepsRegisters(caller) && agency.validTo === null && isInScope(caller, 'reorganise'),
    };
  }

  @ResolveField()
  region(@Parent() agency: AgencyRow, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return regionById(loaders).load(agency.regionId);
  }

  @ResolveField()
  async successors(@Parent() agency: AgencyRow, @Loading() loaders: Loaders): Promise<readonly SuccessionResult[]> {
    const rows = await successionsOfAgency(loaders).load(agency.id);
    return withAgencies(
      rows.filter((row) => row.predecessorId === agency.id),
      (row) => row.successorId,
      loaders,
    );
  }

  @ResolveField()
  async predecessors(@Parent() agency: AgencyRow, @Loading() loaders: Loaders): Promise<readonly SuccessionResult[]> {
    const rows = await successionsOfAgency(loaders).load(agency.id);
    return withAgencies(
      rows.filter((row) => row.successorId === agency.id),
      (row) => row.predecessorId,
      loaders,
    );
  }
}

async function withAgencies(
  rows: readonly SuccessionRow[],
  otherId: (row: SuccessionRow) => string | null,
  loaders: Loaders,
): Promise<readonly SuccessionResult[]> {
  const results = await Promise.all(
    rows.map(async (row) => {
      const id = otherId(row);
      const agency = id === null ? null : await agencyById(loaders).load(id);
      return agency === null ? null : { kind: row.kind, on: row.on, basis: row.basis, agency };
    }),
  );
  return results.filter((result) => result !== null);
}
