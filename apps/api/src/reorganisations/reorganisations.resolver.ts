import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { MutationReorganiseArgs, QueryReorganisationsArgs, ReorganisationResult } from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { agencyById, regionById } from '../organisations/organisations.loaders';
import type { AgencyRow, RegionRow } from '../organisations/organisations.store';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { isRefusal } from '../requests/refusal';
import { versionsOfAgency } from './reorganisations.loaders';
import { ReorganisationsService } from './reorganisations.service';
import type { ReorganisationRow, VersionRow } from './reorganisations.store';
import type { ResultOf } from '../requests/result-of';
import type { Page } from '../requests/page';

@Resolver('Reorganisation')
export class ReorganisationsResolver {
  constructor(private readonly reorganisationsService: ReorganisationsService) {}

  @Mutation()
  async reorganise(
    @Asking() caller: Caller,
    @Args() { input }: MutationReorganiseArgs,
  ): Promise<ResultOf<ReorganisationResult, ReorganisationRow>> {
    const act = await this.reorganisationsService.reorganise(caller, input);
    return isRefusal(act) ? act : { __typename: 'Reorganisation', ...act };
  }

  @Query()
  reorganisations(
    @Asking() caller: Caller,
    @Args() { agencyId, first, after }: QueryReorganisationsArgs,
  ): Promise<Page<ReorganisationRow>> {
    return this.reorganisationsService.acts(caller, agencyId ?? null, { first: first ?? 50, after: after ?? null });
  }

  @ResolveField()
  agencies(@Parent() act: ReorganisationRow, @Loading() loaders: Loaders): Promise<readonly (AgencyRow | Error | null)[]> {
    return agencyById(loaders).loadMany(act.agencyIds);
  }

  @ResolveField()
  successors(@Parent() act: ReorganisationRow, @Loading() loaders: Loaders): Promise<readonly (AgencyRow | Error | null)[]> {
    return agencyById(loaders).loadMany(act.successorIds);
  }
}

@Resolver('Agency')
export class AgencyVersionsResolver {
  @ResolveField()
  versions(@Parent() agency: AgencyRow, @Loading() loaders: Loaders): Promise<readonly VersionRow[]> {
    return versionsOfAgency(loaders).load(agency.id);
  }
}

@Resolver('AgencyVersion')
export class AgencyVersionRegionResolver {
  @ResolveField()
  region(@Parent() version: VersionRow, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return regionById(loaders).load(version.regionId);
  }
}
