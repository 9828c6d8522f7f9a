import type { CellId, Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { PERCENT, percentMessage } from './i18n/narrative-words';
import { sectionWords } from './place-words';
import { numberIn, sentencesOf } from './sentences-of';
import type { Sentence } from './sentences-of';

/** 258件，占33.9% and 占申请总数的33.9%. */
const SHARE = /(?<!\d)(\d[\d,]*)件[,(]?占(?<of>[^\d,。;%]{0,12})(\d{1,3}(?:\.\d+)?)%/g;
const COUNT = /(?<![\d.,])(\d[\d,]*)件/g;
const NAMES_ITS_WHOLE = /总数|总量|总件数|全部/;
/** So many shares of one whole must fit before another is called wrong. */
const FITTING = 2;
const WHOLES: readonly (readonly CellId[])[] = [
  ['s3/total_processed/total'],
  ['s3/new_received/total'],
  ['s3/new_received/total', 's3/carried_in/total'],
];

interface Share {
  readonly count: number;
  readonly percent: string;
  readonly of: string;
}

/**
 * NV-PCT: a percentage that is not the share of any whole named in its paragraph or in the table. One that stands among others is only doubted
 * where at least two of them fit one whole; one that stands alone only where it names its whole (占申请总数的). Cut or rounded is the same.
 */
export function checkPercents(examination: Examination): readonly Finding[] {
  return sentencesOf(examination.report, ['s1']).flatMap((paragraph) => {
    const shares = paragraph.flatMap((sentence) => sharesIn(sentence).map((share) => ({ share, sentence })));
    if (shares.length === 0) return [];
    const wholes = wholesFor(examination, paragraph);
    const [best] = [...wholes].sort((a, b) => fitting(b) - fitting(a));
    function fitting(whole: number): number {
      return shares.filter(({ share }) => fits(share, whole)).length;
    }
    if (best === undefined) return [];
    return shares
      .filter(({ share }) => !wholes.some((whole) => fits(share, whole)))
      .filter(({ share }) => fitting(best) >= FITTING || NAMES_ITS_WHOLE.test(share.of))
      .map(({ share, sentence }) => findingFor(examination, share, { sentence, whole: best, isSure: fitting(best) >= FITTING }));
  });
}

function sharesIn({ text }: Sentence): readonly Share[] {
  return [...text.matchAll(SHARE)].map((match) => ({ count: numberIn(match[1]), percent: match[3] ?? '', of: match.groups?.of ?? '' }));
}

/** Every number of requests in the paragraph, and those of the table. */
function wholesFor(examination: Examination, paragraph: readonly Sentence[]): readonly number[] {
  const said = paragraph.flatMap(({ text }) => [...text.matchAll(COUNT)].map((match) => numberIn(match[1])));
  const sheet = examination.sheet('s3');
  const printed = WHOLES.flatMap((cells) => {
    const worths = cells.map((cell) => sheet?.worthOf(cell));
    return worths.every((worth) => typeof worth === 'bigint') ? [Number(worths.reduce((sum, worth) => sum + worth, 0n))] : [];
  });
  return [...new Set([...printed, ...said])].filter((whole) => whole > 0);
}

/** Whether the percentage is the share of the whole, rounded or cut to the digits printed. */
function fits({ count, percent }: Share, whole: number): boolean {
  const [, decimals = ''] = percent.split('.');
  return count <= whole && Math.abs((count / whole) * 100 - Number(percent)) < 10 ** -decimals.length;
}

interface Against {
  readonly sentence: Sentence;
  readonly whole: number;
  /** Whether other shares fit the same whole. */
  readonly isSure: boolean;
}

function findingFor(examination: Examination, { count, percent }: Share, { sentence, whole, isSure }: Against): Finding {
  const [, decimals = ''] = percent.split('.');
  const expected = isSure ? ((count / whole) * 100).toFixed(decimals.length) : null;
  const path = sectionWords(examination.anyForm, sentence.section);
  return findingOf({
    code: 'NV-PCT',
    severity: 'warning',
    section: sentence.section,
    path,
    message: percentMessage({
      count: String(count),
      percent,
      whole: isSure ? String(whole) : null,
      expected,
      quotation: sentence.quotation,
    }),
    rule: PERCENT,
    expected,
    found: percent,
  });
}
