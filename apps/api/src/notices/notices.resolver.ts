import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryNoticesArgs } from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import type { EditionRow } from '../submissions/editions.store';
import { type NoticeResult, NoticesService } from './notices.service';
import type { RecheckRow } from './notices.store';

@Resolver('Recheck')
export class NoticesResolver {
  constructor(private readonly noticesService: NoticesService) {}

  @Query()
  notices(
    @Asking() caller: Caller,
    @Args() { first }: QueryNoticesArgs,
  ): Promise<{ readonly items: readonly NoticeResult[]; readonly total: number }> {
    return this.noticesService.toCaller(caller, first ?? 20);
  }

  @ResolveField()
  edition(@Parent() recheck: RecheckRow, @Loading() loaders: Loaders): Promise<EditionRow | null> {
    return loaders.edition.load(recheck.editionId);
  }

  @ResolveField()
  against(@Parent() recheck: RecheckRow, @Loading() loaders: Loaders): Promise<EditionRow | null> {
    return loaders.edition.load(recheck.againstEditionId);
  }
}
