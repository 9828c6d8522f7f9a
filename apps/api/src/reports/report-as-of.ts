import type { EditionState } from '@gongkai/model';
import type { EditionRow, EventRow } from './editions.store';

export interface EditionAsOf {
  readonly edition: EditionRow;
  readonly state: EditionState;
  readonly since: Date;
}

export interface ReportAsOf {
  readonly editions: readonly EditionAsOf[];
  readonly latest: EditionRow | null;
  readonly published: EditionRow | null;
}

/** What had become of editions, newest first, at a moment: only events up to it count. */
export function reportAsOf(
  editions: readonly { readonly edition: EditionRow; readonly events: readonly EventRow[] }[],
  moment: Date,
): ReportAsOf {
  const known = editions.flatMap(({ edition, events }): readonly EditionAsOf[] => {
    const last = events.filter(({ at }) => at <= moment).at(-1);
    return last === undefined ? [] : [{ edition, state: last.state, since: last.at }];
  });
  return {
    editions: known,
    latest: known[0]?.edition ?? null,
    published: known.find(({ state }) => state === 'published')?.edition ?? null,
  };
}
