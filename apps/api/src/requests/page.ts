import { isId } from './is-id';

const PAGE_AT_MOST = 200;

/** A part of a list, and how long the whole is; `after` asks for the next part, null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly after: string | null;
}

export interface PageAsked {
  readonly first: number;
  readonly after: string | null;
}

/** Where a page begins in its list and how long it may be. */
export interface PageBounds {
  readonly limit: number;
  readonly offset: number;
}

/** From where the page before ended, at most `most`; what names no place begins the list. */
export function boundsOf({ first, after }: PageAsked, most = PAGE_AT_MOST): PageBounds {
  return { limit: Math.min(Math.max(first, 1), most), offset: after === null || !isId(after) ? 0 : Number(after) };
}

/** What was found within the bounds; where nothing was, the list has ended. */
export function pageOf<Item>(items: readonly Item[], total: number, { offset }: Pick<PageBounds, 'offset'>): Page<Item> {
  const end = offset + items.length;
  return { items, total, after: items.length > 0 && end < total ? String(end) : null };
}
