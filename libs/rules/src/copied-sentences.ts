import { plainText } from '@gongkai/model';

/** Where a sentence stands in its text, in code units; the end is behind its last character. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

/** Characters and digits from which on the same sentence is no chance. */
const SHORTEST = 8;
const SENTENCE = /[^。！？；!?;\n]+[。！？；!?;]*/g;

/** The sentences of a text that another one says word for word; white space, punctuation and ways of writing a character do not count. */
export function copiedSentences(text: string, before: string): readonly SentenceSpan[] {
  const said = new Set(sentencesIn(before).map(({ words }) => words));
  return sentencesIn(text)
    .filter(({ words }) => said.has(words))
    .map(({ start, end }) => ({ start, end }));
}

/** Sentences long enough to mean something. */
function sentencesIn(text: string): readonly (SentenceSpan & { readonly words: string })[] {
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) => {
    const words = plainText(sentence).replace(/[^\p{L}\p{N}]/gu, '');
    if (words.length < SHORTEST) return [];
    const start = index + sentence.length - sentence.trimStart().length;
    return [{ words, start, end: index + sentence.trimEnd().length }];
  });
}
