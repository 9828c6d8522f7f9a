import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { PARTS, partsMessage } from './i18n/narrative-words';
import { sectionWords } from './place-words';
import { numberIn, sentencesOf } from './sentences-of';
import type { Sentence } from './sentences-of';

const ITEM = '(?:条|件|篇|项|则|份)';
const WHOLE = new RegExp(`(?<![\\d.,约近超])(\\d[\\d,]*)${ITEM}(?!次)[,;:(]?(?:其中|包括|包含|分别为)[,:]?`, 'g');
const EARLIER = new RegExp(`(?<![\\d.,])(\\d[\\d,]*)(?:余|多)?${ITEM}`, 'g');
const PART = new RegExp(`^([^\\d,;。]{1,30}?)(\\d[\\d,]*)(余|多)?${ITEM}(?!次)(?:\\([^()]{0,60}\\))?[,、;和及]?`);
/** Words that begin something new instead of naming another part. */
const NEW_MATTER = /答复|办结|收到|受理|办理|结转|回复|上年|去年|同期|全年|累计|共|另|此外|同时|还|占|[。)]/;

interface Parts {
  readonly whole: number;
  readonly parts: readonly number[];
  /** Some part is printed as 100余: the sum is at least this. */
  readonly isAtLeast: boolean;
}

/** NV-PARTS: parts that a sentence itself lists after 其中 or 包括 and that come to more than their whole. Fewer may be a choice of parts. */
export function checkParts(examination: Examination): readonly Finding[] {
  return sentencesOf(examination.report, ['s1'])
    .flat()
    .flatMap((sentence) => partsIn(sentence.text).flatMap((found) => findingsFor(examination, sentence, found)));
}

function partsIn(text: string): readonly Parts[] {
  return [...text.matchAll(WHOLE)].flatMap((match) => {
    const listed = partsFrom(text.slice(match.index + match[0].length));
    if (listed.length < 2) return [];
    const before = [...text.slice(0, match.index).matchAll(EARLIER)].map((earlier) => numberIn(earlier[1]));
    // What precedes may belong to the whole: 收到9件，上年结转1件，其中…
    const whole = before.reduce((sum, amount) => sum + amount, numberIn(match[1]));
    return [{ whole, parts: listed.map(({ amount }) => amount), isAtLeast: listed.some(({ isAtLeast }) => isAtLeast) }];
  });
}

function partsFrom(text: string): readonly { readonly amount: number; readonly isAtLeast: boolean }[] {
  const parts: { readonly amount: number; readonly isAtLeast: boolean }[] = [];
  for (let rest = text, match = PART.exec(rest); match !== null && !NEW_MATTER.test(match[1] ?? ''); match = PART.exec(rest)) {
    parts.push({ amount: numberIn(match[2]), isAtLeast: match[3] !== undefined });
    rest = rest.slice(match[0].length);
  }
  return parts;
}

function findingsFor(examination: Examination, sentence: Sentence, { whole, parts, isAtLeast }: Parts): readonly Finding[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum <= whole) return [];
  const path = sectionWords(examination.anyForm, sentence.section);
  const said = { whole: String(whole), sum: String(sum), parts: parts.map(String), isAtLeast, quotation: sentence.quotation };
  return [
    findingOf({
      code: 'NV-PARTS',
      severity: 'warning',
      section: sentence.section,
      path,
      message: partsMessage(said),
      rule: PARTS,
      expected: said.sum,
      found: said.whole,
      difference: String(whole - sum),
    }),
  ];
}
