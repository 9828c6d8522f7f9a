/** What has happened to an edition, the last event being its state. */
export type EditionState = 'submitted' | 'returned' | 'accepted' | 'published' | 'withdrawn';

/** Why an edition replaces a filed one: 勘误, 口径调整, 机构调整, 补报. */
export type ReasonClass = 'correction' | 'definition_change' | 'reorganisation' | 'late_addition';

export type AccountRole = 'agency' | 'supervisor' | 'analyst' | 'administrator';

/** Characters of a written explanation at the least; fewer explain nothing. */
export const SHORTEST_EXPLANATION = 5;

export function isExplanation(text: string): boolean {
  return [...text.trim()].length >= SHORTEST_EXPLANATION;
}
