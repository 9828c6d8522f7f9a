import { type Refusal, refuse } from '../requests/refusal';

/** A hundred times what section one may have: nobody reads more, and checking it would hold up everybody else. */
const LONGEST_NARRATIVE = 100_000;

export function refuseLength(narrative: readonly { readonly text: string }[]): Refusal | null {
  const characters = narrative.reduce((sum, { text }) => sum + text.length, 0);
  if (characters <= LONGEST_NARRATIVE) return null;
  return refuse('FILE_TOO_LARGE', {
    zh: `正文共 ${characters} 字，超过 ${LONGEST_NARRATIVE} 字，不像是年度报告。`,
    en: `The text has ${characters} characters, more than ${LONGEST_NARRATIVE}: no annual report has.`,
  });
}
