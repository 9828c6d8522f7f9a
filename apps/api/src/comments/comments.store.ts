import type { Sql } from '../database/sql';
import { QueueStore } from '../queue/queue.store';
import type { CommentPlace } from '../reports/cell-comment';

/** What the agency says to a comment. */
export interface AnswerRow extends CommentPlace {
  readonly text: string;
  readonly at: Date;
  /** Null to those who may not know the person. */
  readonly byName: string | null;
  readonly byOffice: string;
}

export type NewAnswer = Omit<AnswerRow, 'byName'> & { readonly byAccount: string };

/** Answers to comments: appended, never changed. */
export class CommentsStore {
  constructor(private readonly sql: Sql) {}

  /** Oldest first. */
  answers(editionIds: readonly string[]): Promise<readonly AnswerRow[]> {
    return this.sql(
      `SELECT c.edition_id AS "editionId", c.sequence, c.comment AS number, c.text, c.at, a.name AS "byName", c.by_office AS "byOffice"
       FROM comment_answers c LEFT JOIN accounts a ON a.id = c.by_account WHERE c.edition_id = ANY (:editionIds) ORDER BY c.id`,
      { editionIds },
    );
  }

  /** And rings for who tells it. */
  async answer({ editionId, sequence, number, text, at, byAccount, byOffice }: NewAnswer): Promise<void> {
    await this.sql(
      `INSERT INTO comment_answers (edition_id, sequence, comment, text, at, by_account, by_office) VALUES (:editionId, :sequence, :number, :text, :at, :byAccount, :byOffice)`,
      { editionId, sequence, number, text, at, byAccount, byOffice },
    );
    await new QueueStore(this.sql).send('outbox', `edition:${editionId}`);
  }
}
