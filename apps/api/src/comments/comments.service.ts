import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../config-token';
import type { AccountCaller, Caller } from '../database/caller';
import { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { refuseCharacters } from '../requests/refuse-characters';
import { EditionsStore } from '../reports/editions.store';
import { clerkOf } from '../reports/filer-of';
import { ReportsStore } from '../reports/reports.store';
import { type CommentPlace, type CommentRow, answerTo, commentsOf, placeOfComment } from '../reports/cell-comment';
import { CommentsStore } from './comments.store';

const STORES = { editions: EditionsStore, reports: ReportsStore, comments: CommentsStore };

const LONGEST_ANSWER = 2_000;

/** The agency answers the comments of a return one by one. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async answer(caller: Caller, commentId: string, words: string): Promise<CommentRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    const text = words.trim();
    const refusal = refuseAnswer(text);
    if (refusal !== null) return refusal;
    const place = placeOfComment(commentId);
    if (place === null) return REFUSALS.unknownComment();
    return this.database.write(caller, STORES, (stores) => this.keep(stores, caller, place, text));
  }

  private async keep(
    stores: StoresOf<typeof STORES>,
    caller: AccountCaller,
    place: CommentPlace,
    text: string,
  ): Promise<CommentRow | Refusal> {
    const { editions, reports, comments } = stores;
    const [edition] = await editions.editions([place.editionId]);
    if (edition === undefined) return REFUSALS.unknownComment();
    const [report] = await reports.reports([edition.reportId], this.clock());
    if (report === undefined) return REFUSALS.unknownComment();
    const clerk = clerkOf(caller, report.agencyId);
    if (isRefusal(clerk)) return clerk;
    const later = answerTo(edition, await editions.ofReports([report.id]));
    const all = commentsOf(edition, await editions.events([edition.id]), later);
    const asked = all.find(({ sequence, number }) => sequence === place.sequence && number === place.number);
    if (asked === undefined) return REFUSALS.unknownComment();
    await comments.answer({ ...place, text, at: this.clock(), byAccount: clerk.accountId, byOffice: report.agencyName });
    return asked;
  }
}

function refuseAnswer(text: string): Refusal | null {
  if (text.length > 0 && text.length <= LONGEST_ANSWER) return refuseCharacters([text]);
  return refuse('BAD_REQUEST', {
    zh: `答复不能为空，也不能超过 ${LONGEST_ANSWER} 字。`,
    en: `An answer says something, in at most ${LONGEST_ANSWER} characters.`,
  });
}
