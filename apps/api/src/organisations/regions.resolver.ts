import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryFindPlacesArgs, QueryRegionArgs, RegionAgenciesArgs, RegionRights } from '@gongkai/contract';
import { isInScope } from '../requests/token-scope';
import { type Caller, supervises } from '../database/caller';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { childrenOfRegion, pathOfRegion, regionById } from './organisations.loaders';
import { OrganisationsService, type PlaceResult } from './organisations.service';
import type { AgencyRow, RegionRow } from './organisations.store';

@Resolver('Region')
export class RegionsResolver {
  constructor(private readonly organisations: OrganisationsService) {}

  @Query()
  rootRegions(@Asking() caller: Caller): Promise<readonly RegionRow[]> {
    return this.organisations.rootRegions(caller);
  }

  @Query()
  region(@Args() { id }: QueryRegionArgs, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return regionById(loaders).load(id);
  }

  @Query()
  findPlaces(
    @Asking() caller: Caller,
    @Loading() loaders: Loaders,
    @Args() { text, first }: QueryFindPlacesArgs,
  ): Promise<{ readonly items: readonly PlaceResult[]; readonly total: number }> {
    return this.organisations.findPlaces(caller, loaders, { text, first: first ?? 20 });
  }

  @ResolveField()
  async may(@Asking() caller: Caller, @Parent() region: RegionRow, @Loading() loaders: Loaders): Promise<RegionRights> {
    return { addRule: supervises(caller, await pathOfRegion(loaders).load(region.id)) && isInScope(caller, 'saveLocalRule') };
  }

  @ResolveField()
  parent(@Parent() region: RegionRow, @Loading() loaders: Loaders): Promise<RegionRow | null> | null {
    return region.parentId === null ? null : regionById(loaders).load(region.parentId);
  }

  @ResolveField()
  async ancestors(@Parent() region: RegionRow, @Loading() loaders: Loaders): Promise<readonly RegionRow[]> {
    const above: RegionRow[] = [];
    let parentId = region.parentId;
    while (parentId !== null && above.length < 10) {
      const parent: RegionRow | null = await regionById(loaders).load(parentId);
      if (parent === null) break;
      above.unshift(parent);
      parentId = parent.parentId;
    }
    return above;
  }

  @ResolveField()
  children(@Parent() region: RegionRow, @Loading() loaders: Loaders): Promise<readonly RegionRow[]> {
    return childrenOfRegion(loaders).load(region.id);
  }

  @ResolveField()
  agencies(@Asking() caller: Caller, @Parent() region: RegionRow, @Args() { year }: RegionAgenciesArgs): Promise<readonly AgencyRow[]> {
    return this.organisations.agenciesOf(caller, region.id, year ?? null);
  }
}
