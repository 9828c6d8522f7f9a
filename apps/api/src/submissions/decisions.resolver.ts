import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  MutationAcceptReportArgs,
  MutationAcceptReportsArgs,
  MutationPublishReportArgs,
  MutationPublishReportsArgs,
  MutationReturnReportArgs,
  MutationWithdrawReportArgs,
} from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { type Refusal, isRefusal } from '../requests/refusal';
import { DecisionsService, type ItemOutcome, type DecisionOutcome } from './decisions.service';
import type { EditionResult } from '../reports/editions.resolver';
import type { EditionRow } from '../reports/editions.store';
import { editionById } from '../reports/reports.loaders';

type OutcomeResult = DecisionOutcome & { readonly __typename: 'BulkOutcome' };

/** Steps of editions, one at a time or many in one call. */
@Resolver('BulkItem')
export class DecisionsResolver {
  constructor(private readonly decisions: DecisionsService) {}

  @Mutation()
  async acceptReport(@Asking() caller: Caller, @Args() { editionId, note }: MutationAcceptReportArgs): Promise<EditionResult | Refusal> {
    return moved(await this.decisions.decide(caller, { editionId, to: 'accepted', why: said(note), comments: [] }));
  }

  @Mutation()
  async returnReport(
    @Asking() caller: Caller,
    @Args() { editionId, reason, comments }: MutationReturnReportArgs,
  ): Promise<EditionResult | Refusal> {
    return moved(await this.decisions.decide(caller, { editionId, to: 'returned', why: said(reason), comments: comments ?? [] }));
  }

  @Mutation()
  async publishReport(@Asking() caller: Caller, @Args() { editionId, note }: MutationPublishReportArgs): Promise<EditionResult | Refusal> {
    return moved(await this.decisions.decide(caller, { editionId, to: 'published', why: said(note), comments: [] }));
  }

  @Mutation()
  async withdrawReport(
    @Asking() caller: Caller,
    @Args() { editionId, reason }: MutationWithdrawReportArgs,
  ): Promise<EditionResult | Refusal> {
    return moved(await this.decisions.decide(caller, { editionId, to: 'withdrawn', why: said(reason), comments: [] }));
  }

  @Mutation()
  async acceptReports(@Asking() caller: Caller, @Args() { editionIds, note }: MutationAcceptReportsArgs): Promise<OutcomeResult | Refusal> {
    return outcome(await this.decisions.decideEach(caller, editionIds, { to: 'accepted', why: said(note) }));
  }

  @Mutation()
  async publishReports(
    @Asking() caller: Caller,
    @Args() { editionIds, note }: MutationPublishReportsArgs,
  ): Promise<OutcomeResult | Refusal> {
    return outcome(await this.decisions.decideEach(caller, editionIds, { to: 'published', why: said(note) }));
  }

  @ResolveField()
  edition(@Parent() { editionId }: ItemOutcome, @Loading() loaders: Loaders): Promise<EditionRow | null> {
    return editionById(loaders).load(editionId);
  }

  @ResolveField()
  result(@Parent() item: ItemOutcome): EditionResult | Refusal {
    return moved(item.result);
  }
}

function moved(result: EditionRow | Refusal): EditionResult | Refusal {
  return isRefusal(result) ? result : { __typename: 'Edition', ...result };
}

function outcome(result: DecisionOutcome | Refusal): OutcomeResult | Refusal {
  return isRefusal(result) ? result : { __typename: 'BulkOutcome', ...result };
}

/** Empty words are none. */
function said(text: string | null | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? null : trimmed;
}
