import { cellOf } from '@gongkai/catalogue';
import type { CellId } from '@gongkai/model';
import type { EditionRow, EventRow } from './editions.store';

/** One comment of a return, and what the edition after it made of its cell. */
export interface CommentRow extends CommentPlace {
  readonly cell: CellId;
  readonly text: string;
  readonly reportId: string;
  /** The cell says something else in the edition it is held against; false where there is none yet. */
  readonly isChanged: boolean;
}

/** Where a comment stands; its number counts from 1 in its event. */
export interface CommentPlace {
  readonly editionId: string;
  readonly sequence: number;
  readonly number: number;
}

/** The comments of an edition's events, each held against a later edition. */
export function commentsOf(edition: EditionRow, events: readonly EventRow[], later: EditionRow | null): readonly CommentRow[] {
  return events.flatMap(({ sequence, comments }) =>
    comments.map(({ cell, text }, at) => ({
      editionId: edition.id,
      sequence,
      number: at + 1,
      cell,
      text,
      reportId: edition.reportId,
      isChanged: later !== null && !saysTheSame(edition, later, cell),
    })),
  );
}

/** The edition that answers a returned one: the latest after it that was not taken back. */
export function answerTo(edition: EditionRow, editions: readonly EditionRow[]): EditionRow | null {
  const later = editions.filter(({ number, state }) => number > edition.number && state !== 'withdrawn');
  return newest(later);
}

/** The returned edition that this one answers: the one before it, not counting those taken back; null where that was not returned. */
export function answeredBy(edition: EditionRow, editions: readonly EditionRow[]): EditionRow | null {
  return openReturn(editions.filter(({ number }) => number < edition.number));
}

/** The returned edition that the next one answers; null where the latest that was not taken back is not returned. */
export function openReturn(editions: readonly EditionRow[]): EditionRow | null {
  const latest = newest(editions.filter(({ state }) => state !== 'withdrawn'));
  return latest?.state === 'returned' ? latest : null;
}

/** `edition-event-number`, as clients name a comment. */
export function idOfComment({ editionId, sequence, number }: CommentPlace): string {
  return `${editionId}-${sequence}-${number}`;
}

/** Null for what is no id of a comment. */
export function placeOfComment(id: string): CommentPlace | null {
  const [, editionId, sequence, number] = /^(\d{1,18})-(\d{1,9})-(\d{1,9})$/.exec(id) ?? [];
  if (editionId === undefined) return null;
  return { editionId, sequence: Number(sequence), number: Number(number) };
}

function newest(editions: readonly EditionRow[]): EditionRow | null {
  return editions.reduce<EditionRow | null>((last, one) => (last === null || one.number > last.number ? one : last), null);
}

function saysTheSame(one: EditionRow, other: EditionRow, cell: CellId): boolean {
  const { position } = cellOf(cell);
  return one.figures[position - 1] === other.figures[position - 1] && one.states[position] === other.states[position];
}
