import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Caller } from '../database/caller';
import type { DraftResult } from '../drafts/draft-result';
import { regionById } from '../organisations/organisations.loaders';
import type { RegionRow } from '../organisations/organisations.store';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { AmendmentEffectsService, type SeriesEffectRow } from './amendment-effects.service';

@Resolver('Draft')
export class AmendmentEffectsResolver {
  constructor(private readonly service: AmendmentEffectsService) {}

  @ResolveField()
  effects(@Asking() caller: Caller, @Parent() draft: DraftResult): Promise<readonly SeriesEffectRow[] | null> {
    return this.service.effectsOf(caller, draft);
  }
}

@Resolver('SeriesEffect')
export class SeriesEffectResolver {
  @ResolveField()
  async region(@Parent() { regionId }: SeriesEffectRow, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return regionId === null ? null : regionById(loaders).load(regionId);
  }
}
