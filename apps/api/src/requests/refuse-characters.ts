import { type Refusal, refuse } from './refusal';

/** Half a surrogate pair, or the character no text may hold: nobody typed it, and no database keeps it. */
export function refuseCharacters(texts: readonly string[]): Refusal | null {
  if (!texts.some((text) => text.includes('\0') || /\p{Surrogate}/u.test(text))) return null;
  return refuse('NOT_TEXT', { zh: '内容含有不是文字的字符。', en: 'It holds characters that are not text.' });
}
