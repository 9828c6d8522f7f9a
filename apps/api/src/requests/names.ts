import { type Refusal, refuse } from './refusal';

/** Characters that are not of a name: control characters, those that turn the direction of what follows, and what stands for a byte that was none. */
const NOT_OF_NAMES = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u;

/** Whether a text can stand in a list, a letter or a log as a name or a number does: in one line, as it reads. */
export function readsAsName(text: string): boolean {
  return !NOT_OF_NAMES.test(text);
}

/** Says which of the texts cannot be a name; null where all can. `at`: where they stand. */
export function refuseNames(
  texts: readonly string[],
  at: { readonly zh: string; readonly en: string } = { zh: '', en: '' },
): Refusal | null {
  const wrong = texts.find((text) => !readsAsName(text));
  if (wrong === undefined) return null;
  const shown = wrong.replace(new RegExp(NOT_OF_NAMES, 'gu'), '□');
  return refuse('BAD_NAME', {
    zh: `${at.zh}“${shown}”含有换行、控制字符或者改变文字方向的字符。`,
    en: `${at.en}“${shown}” holds line ends, control characters or characters that turn the direction of text.`,
  });
}
