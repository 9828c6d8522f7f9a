import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  DiscardDraftResult,
  DraftRights,
  MutationDiscardDraftArgs,
  MutationSaveDraftArgs,
  QueryDraftArgs,
  SaveDraftResult,
} from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { agencyById } from '../organisations/organisations.loaders';
import type { AgencyRow } from '../organisations/organisations.store';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { isRefusal } from '../requests/refusal';
import type { CarriedCell } from './draft-content';
import { type DraftConflict, type DraftResult, DraftsService } from './drafts.service';
import type { ResultOf } from '../requests/result-of';

@Resolver('Draft')
export class DraftsResolver {
  constructor(private readonly drafts: DraftsService) {}

  @Query()
  draft(@Asking() caller: Caller, @Args() owed: QueryDraftArgs): Promise<DraftResult | null> {
    return this.drafts.open(caller, owed);
  }

  @Mutation()
  async saveDraft(
    @Asking() caller: Caller,
    @Args() { input }: MutationSaveDraftArgs,
  ): Promise<ResultOf<SaveDraftResult, DraftResult | DraftConflict>> {
    const result = await this.drafts.save(caller, input);
    if (isRefusal(result)) return result;
    return { __typename: 'theirs' in result ? 'DraftConflict' : 'Draft', ...result };
  }

  @Mutation()
  async discardDraft(
    @Asking() caller: Caller,
    @Args() asked: MutationDiscardDraftArgs,
  ): Promise<ResultOf<DiscardDraftResult, DraftResult>> {
    const result = await this.drafts.discard(caller, asked);
    return isRefusal(result) ? result : { __typename: 'Draft', ...result };
  }

  @ResolveField()
  id(@Parent() { agencyId, year }: DraftResult): string {
    return `${agencyId}-${year}`;
  }

  @ResolveField()
  agency(@Parent() { agencyId }: DraftResult, @Loading() loaders: Loaders): Promise<AgencyRow | null> {
    return agencyById(loaders).load(agencyId);
  }

  @ResolveField()
  carried(@Parent() { carried, content }: DraftResult): readonly (CarriedCell & { readonly changed: boolean })[] {
    const typed = new Map(content.cells.map(({ cell, text }) => [cell, text === null ? '' : text.trim()]));
    return carried.map((one) => ({ ...one, changed: typed.get(one.cell) !== one.amount }));
  }

  @ResolveField()
  may(@Asking() caller: Caller, @Parent() draft: DraftResult): DraftRights {
    return this.drafts.rightsOf(caller, draft);
  }
}
