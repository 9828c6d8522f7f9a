import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AnswerCommentResult, CommentOutcome, CommentRights, MutationAnswerCommentArgs } from '@gongkai/contract';
import { isInScope } from '../requests/token-scope';
import type { Caller } from '../database/caller';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { isRefusal } from '../requests/refusal';
import type { EditionRow, EventRow } from '../reports/editions.store';
import { readsTheFile } from '../reports/rights';
import { clerkOf } from '../reports/filer-of';
import { editionsOfReport, eventsOfEdition, reportById } from '../reports/reports.loaders';
import { type CommentPlace, type CommentRow, answeredBy, commentsOf, idOfComment, openReturn } from '../reports/cell-comment';
import { answersOfEdition } from './comments.loaders';
import { CommentsService } from './comments.service';
import type { AnswerRow } from './comments.store';
import type { ResultOf } from '../requests/result-of';

@Resolver('CellComment')
export class CommentsResolver {
  constructor(private readonly comments: CommentsService) {}

  @Mutation()
  async answerComment(
    @Asking() caller: Caller,
    @Args() { commentId, text }: MutationAnswerCommentArgs,
  ): Promise<ResultOf<AnswerCommentResult, CommentRow>> {
    const comment = await this.comments.answer(caller, commentId, text);
    return isRefusal(comment) ? comment : { __typename: 'CellComment', ...comment };
  }

  @ResolveField()
  id(@Parent() comment: CommentRow): string {
    return idOfComment(comment);
  }

  @ResolveField()
  async at(@Parent() comment: CommentRow, @Loading() loaders: Loaders): Promise<Date> {
    return (await returnOf(comment, loaders)).at;
  }

  @ResolveField()
  async by(@Parent() comment: CommentRow, @Loading() loaders: Loaders): Promise<string> {
    const { byName, byOffice } = await returnOf(comment, loaders);
    return byName ?? byOffice;
  }

  @ResolveField()
  async answers(@Parent() comment: CommentRow, @Loading() loaders: Loaders): Promise<readonly (AnswerRow & { readonly by: string })[]> {
    return (await answersTo(comment, loaders)).map((answer) => ({ ...answer, by: answer.byName ?? answer.byOffice }));
  }

  @ResolveField()
  async outcome(@Parent() comment: CommentRow, @Loading() loaders: Loaders): Promise<CommentOutcome> {
    if (comment.isChanged) return 'resolved';
    return (await answersTo(comment, loaders)).length > 0 ? 'answered' : 'open';
  }

  @ResolveField()
  async may(@Asking() caller: Caller, @Parent() comment: CommentRow, @Loading() loaders: Loaders): Promise<CommentRights> {
    const report = await reportById(loaders).load(comment.reportId);
    return { answer: report !== null && !isRefusal(clerkOf(caller, report.agencyId)) && isInScope(caller, 'answerComment') };
  }
}

@Resolver('Edition')
export class AnsweredCommentsResolver {
  @ResolveField()
  async respondsTo(@Asking() caller: Caller, @Parent() edition: EditionRow, @Loading() loaders: Loaders): Promise<readonly CommentRow[]> {
    const report = await reportById(loaders).load(edition.reportId);
    if (report === null || !readsTheFile(caller, report)) return [];
    const returned = answeredBy(edition, await editionsOfReport(loaders).load(edition.reportId));
    return returned === null ? [] : commentsOf(returned, await eventsOfEdition(loaders).load(returned.id), edition);
  }
}

@Resolver('Draft')
export class DraftCommentsResolver {
  /** A draft is seen by its agency alone, which reads the whole file. */
  @ResolveField()
  async respondsTo(@Parent() { reportId }: { readonly reportId: string }, @Loading() loaders: Loaders): Promise<readonly CommentRow[]> {
    const returned = openReturn(await editionsOfReport(loaders).load(reportId));
    return returned === null ? [] : commentsOf(returned, await eventsOfEdition(loaders).load(returned.id), null);
  }
}

/** The event that the comment was sent with. */
async function returnOf({ editionId, sequence }: CommentPlace, loaders: Loaders): Promise<EventRow> {
  const event = (await eventsOfEdition(loaders).load(editionId)).find((one) => one.sequence === sequence);
  if (event === undefined) throw new Error(`no event ${sequence} of edition ${editionId}`);
  return event;
}

async function answersTo(comment: CommentPlace, loaders: Loaders): Promise<readonly AnswerRow[]> {
  const all = await answersOfEdition(loaders).load(comment.editionId);
  return all.filter(({ sequence, number }) => sequence === comment.sequence && number === comment.number);
}
