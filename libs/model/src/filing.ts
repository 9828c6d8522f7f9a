/** What has happened to an edition, the last event being its state. */
export type EditionState = 'submitted' | 'returned' | 'accepted' | 'published' | 'withdrawn';

/** Why an edition replaces a filed one: 勘误, 口径调整, 机构调整, 补报. */
export type ReasonClass = 'correction' | 'definition_change' | 'reorganisation' | 'late_addition';

export type AccountRole = 'agency' | 'supervisor' | 'analyst' | 'administrator';

/** Characters of a note on a cell or a section at the most. */
export const LONGEST_NOTE = 500;
/** Letters and digits of a written explanation or reason at the least; fewer explain nothing. */
export const SHORTEST_EXPLANATION = 5;
/** So many different letters, or one was held down. */
const FEWEST_LETTERS = 3;
/** What is written where nothing is to be said. */
const FILLERS =
  /^(?:暂?无|没有|有|不知道|不清楚|不详|未知|不明|略|同上|如题|如上|原因|理由|说明|情况|问题|其他|没什么|测试|none|nothing|nil|na|no|idontknow|dontknow|unknown|idk|test|reason|tbd)+$/u;
const REPETITION = /^(.{1,6}?)\1+$/u;

/**
 * Whether words are a reason at all, for every act that asks for one: explanations of findings, returns, withdrawals, amendments, nil returns,
 * rules changed or ended. Digits, marks, one word over and over and what stands for nothing (无, 不知道) are none.
 */
export function isExplanation(text: string): boolean {
  const said = text.normalize('NFKC').toLowerCase();
  if ((said.match(/[\p{L}\p{N}]/gu) ?? []).length < SHORTEST_EXPLANATION) return false;
  const letters = said.match(/\p{L}/gu) ?? [];
  const words = letters.join('');
  return new Set(letters).size >= FEWEST_LETTERS && !REPETITION.test(words) && !FILLERS.test(words);
}
