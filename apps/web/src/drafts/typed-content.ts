import type { DraftContentPartsFragment } from '../generated/graphql';

/** What a report is going to say, as typed: cells, sections, explanations, the reason of an amendment and notes, right or wrong. */
export type TypedContent = DraftContentPartsFragment;

/** One spelling for one content; the api compares the same parts in the same order. */
function spell({ form, cells, narrative, explanations, reasonClass, reason, notes }: TypedContent): string {
  return JSON.stringify([
    form,
    cells.map(({ cell, text }) => [cell, text]),
    narrative.map(({ section, text }) => [section, text]),
    explanations.map(({ code, cell, text }) => [code, cell, text]),
    reasonClass,
    reason,
    notes.map(({ on, text }) => [on, text]),
  ]);
}

/** Whether both say the same. */
export function isSameContent(one: TypedContent, other: TypedContent): boolean {
  return one === other || spell(one) === spell(other);
}
