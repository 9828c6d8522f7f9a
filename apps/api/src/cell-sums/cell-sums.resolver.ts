import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryCellSumsArgs } from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { regionById } from '../organisations/organisations.loaders';
import type { RegionRow } from '../organisations/organisations.store';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { type Refusal, isRefusal } from '../requests/refusal';
import { type CellSums, CellSumsService } from './cell-sums.service';

@Resolver('CellSums')
export class CellSumsResolver {
  constructor(private readonly cellSumsService: CellSumsService) {}

  @Query()
  async cellSums(
    @Asking() caller: Caller,
    @Args() { regionId, year, state }: QueryCellSumsArgs,
  ): Promise<({ readonly __typename: 'CellSums' } & CellSums) | Refusal> {
    const sums = await this.cellSumsService.ofRegion(caller, { regionId, year, state: state ?? 'published' });
    return isRefusal(sums) ? sums : { __typename: 'CellSums', ...sums };
  }

  @ResolveField()
  region(@Parent() { regionId }: CellSums, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return regionById(loaders).load(regionId);
  }
}
