import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  DiscardDraftResult,
  DraftRights,
  MutationDiscardDraftArgs,
  MutationReadIntoDraftArgs,
  MutationRestoreDraftArgs,
  MutationSaveDraftArgs,
  QueryDraftArgs,
  ReadIntoDraftResult,
  RestoreDraftResult,
  SaveDraftResult,
} from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { agencyById } from '../organisations/organisations.loaders';
import type { AgencyRow } from '../organisations/organisations.store';
import { Asking, HangingUp, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { isRefusal } from '../requests/refusal';
import type { CarriedCell } from './draft-content';
import { type DraftFileValue, draftFileValue } from './draft-file-value';
import { type CellTyping, typingsOf } from './draft-reading';
import type { DraftResult } from './draft-result';
import { type DraftConflict, DraftsService } from './drafts.service';
import { ReadIntoDraftService } from './read-into-draft.service';
import type { ResultOf } from '../requests/result-of';

@Resolver('Draft')
export class DraftsResolver {
  constructor(
    private readonly drafts: DraftsService,
    private readonly files: ReadIntoDraftService,
  ) {}

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

  @Mutation()
  async restoreDraft(
    @Asking() caller: Caller,
    @Args() asked: MutationRestoreDraftArgs,
  ): Promise<ResultOf<RestoreDraftResult, DraftResult>> {
    const result = await this.drafts.restore(caller, asked);
    return isRefusal(result) ? result : { __typename: 'Draft', ...result };
  }

  @Mutation()
  async readIntoDraft(
    @Asking() caller: Caller,
    @Args() { input }: MutationReadIntoDraftArgs,
    @HangingUp() signal: AbortSignal,
  ): Promise<ResultOf<ReadIntoDraftResult, DraftResult>> {
    const result = await this.files.read(caller, input, signal);
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
  file(@Parent() draft: DraftResult): DraftFileValue | null {
    return draft.file === null ? null : draftFileValue(draft.file, draft);
  }

  @ResolveField()
  typed(@Parent() { content, file, typists }: DraftResult): readonly CellTyping[] {
    return typingsOf(content, file === null ? null : file.said, typists);
  }

  @ResolveField()
  may(@Asking() caller: Caller, @Parent() draft: DraftResult): DraftRights {
    return this.drafts.rightsOf(caller, draft);
  }
}
