import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { PARTS, partsMessage } from './i18n/narrative-words';
import { sectionWords } from './place-words';
import { numberOfDigits, sentencesOf } from './sentences-of';
import type { Sentence } from './sentences-of';

const ITEM = '(?:条|件|篇|项|则|份|起|宗|例|人)';
const WHOLE = new RegExp(`(?<![\\d.,约近超])(\\d[\\d,]*)${ITEM}(?!次)[,;:(。]?(?:其中|包括|包含|分别为)[,:]?`, 'g');
const EARLIER = new RegExp(`(?<![\\d.,])(\\d[\\d,]*)(?:余|多)?${ITEM}`, 'g');
const PART = new RegExp(`^([^\\d,;。]{1,30}?)(\\d[\\d,]*)(余|多)?${ITEM}(?!次)(?:\\([^()]{0,60}\\))?(?<end>[,、;和及]?)`);
/** 40件均按期办结，13件由申请人撤回: the number before what it counts. */
const NUMBER_FIRST = new RegExp(`^(\\d[\\d,]*)${ITEM}([^\\d,;。]{2,20})(?<end>[,、;]?)`);
/** Words that begin something new instead of naming another part. */
const NEW_MATTER = /答复(?!形式)|办结|收到|受理|办理(?!教|结)|结转|回复|上年|去年|同期|全年|累计|共|另|此外|同时|还|占|[。)]/;
/** A list that ends so names every part. */
const THE_REST = /^(?:和|及|以及)?其[他它余](?!处理|组织|结果)/;

interface Part {
  readonly amount: number;
  readonly isAtLeast: boolean;
  readonly isRest: boolean;
}

interface Parts {
  readonly whole: number;
  readonly parts: readonly number[];
  /** Some part is printed as 100余: the sum is at least this. */
  readonly isAtLeast: boolean;
  /** The last part is what remains. */
  readonly isComplete: boolean;
}

/**
 * NV-PARTS: parts that the text itself lists after 其中 or 包括 and that come to more than their whole, or to less where the last of them is the rest.
 * Parts may run over semicolons, until they make the whole or another whole begins.
 */
export function checkParts(examination: Examination): readonly Finding[] {
  return sentencesOf(examination.report, ['s1', 's2', 's3', 's4'])
    .flat()
    .flatMap((sentence) => partsIn(sentence.text).flatMap((found) => findingsFor(examination, sentence, found)));
}

function partsIn(text: string): readonly Parts[] {
  return [...text.matchAll(WHOLE)].flatMap((match) => {
    const clause = text.slice(0, match.index).split(';').at(-1) ?? '';
    const before = [...clause.matchAll(EARLIER)].map((earlier) => numberOfDigits(earlier[1]));
    // What precedes may belong to the whole: 收到9件，上年结转1件，其中…
    const whole = before.reduce((sum, amount) => sum + amount, numberOfDigits(match[1]));
    const listed = partsFrom(text.slice(match.index + match[0].length), [numberOfDigits(match[1]), whole]);
    if (listed.length < 2) return [];
    const isAtLeast = listed.some((part) => part.isAtLeast);
    const isComplete = before.length === 0 && !isAtLeast && listed.at(-1)?.isRest === true;
    return [{ whole, parts: listed.map(({ amount }) => amount), isAtLeast, isComplete }];
  });
}

/** The parts of one whole; those behind a semicolon only as long as the whole is not made and nothing else is told to have parts. */
function partsFrom(text: string, wholes: readonly number[]): readonly Part[] {
  const parts: Part[] = [];
  let sum = 0;
  for (let rest = text, match = partAt(rest); match !== null; match = partAt(rest)) {
    parts.push(match.part);
    sum += match.part.amount;
    rest = rest.slice(match.length);
    if (wholes.includes(sum)) break;
    if (match.end === ';' && /其中|包括|包含|分别/.test(rest.split(';')[0] ?? '')) break;
  }
  return parts;
}

function partAt(text: string): { readonly part: Part; readonly length: number; readonly end: string } | null {
  const named = PART.exec(text);
  const match = named ?? NUMBER_FIRST.exec(text);
  if (match === null) return null;
  const [name = '', amount] = named ? [named[1], named[2]] : [match[2], match[1]];
  if (named && NEW_MATTER.test(name)) return null;
  const part = { amount: numberOfDigits(amount), isAtLeast: named?.[3] !== undefined, isRest: named !== null && THE_REST.test(name) };
  return { part, length: match[0].length, end: match.groups?.['end'] ?? '' };
}

function findingsFor(examination: Examination, sentence: Sentence, { whole, parts, isAtLeast, isComplete }: Parts): readonly Finding[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (isComplete ? sum === whole : sum <= whole) return [];
  const path = sectionWords(examination.anyForm, sentence.section);
  const said = { whole: String(whole), sum: String(sum), parts: parts.map(String), isAtLeast, quotation: sentence.quotation };
  return [
    findingOf({
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
