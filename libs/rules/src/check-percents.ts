import type { CellId, Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { PERCENT, percentMessage } from './i18n/narrative-words';
import { sectionWords } from './place-words';
import { numberOfDigits, sentencesOf } from './sentences-of';
import type { Sentence } from './sentences-of';

/** 258件，占33.9% and 258件，占申请总数的33.9%. */
const SHARE = /(?<!\d)(\d[\d,]*)件[,(]?占(?<of>[^\d,。;%]{0,12})(\d{1,3}(?:\.\d+)?)%/g;
/** 不予公开占7.3%: the number is in the table only. */
const OUTCOME =
  /(予以公开(?:及|或|和|与|、)(?:予以)?部分公开|予以公开|部分公开|不予公开|无法提供|不予处理|其[他它]处理)(?:的)?(?:约)?占(?:比)?(?<of>[^\d,。;%]{0,12})(\d{1,3}(?:\.\d+)?)%/g;
/** The groups of rows that an outcome adds up. */
const GROUPS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^予以公开.+部分公开$/, ['granted', 'partially_granted']],
  [/^予以公开$/, ['granted']],
  [/^部分公开$/, ['partially_granted']],
  [/^不予公开$/, ['denied']],
  [/^无法提供$/, ['unable']],
  [/^不予处理$/, ['not_processed']],
  [/^其[他它]处理$/, ['other']],
];
const COUNT = /(?<![\d.,])(\d[\d,]*)件/g;
const NAMES_ITS_WHOLE = /总数|总量|总件数|全部/;
/** So many shares of one whole must fit before another is called wrong. */
const FITTING = 2;
/** More in one paragraph are a table that lost its cells. */
const MOST_SHARES = 60;
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
    const shares = paragraph.flatMap((sentence) =>
      [...sharesIn(sentence), ...outcomesIn(examination, sentence)].map((share) => ({ share, sentence })),
    );
    if (shares.length === 0 || shares.length > MOST_SHARES) return [];
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
  return [...text.matchAll(SHARE)].map((match) => ({
    count: numberOfDigits(match[1]),
    percent: match[3] ?? '',
    of: match.groups?.of ?? '',
  }));
}

/** Shares of outcomes that the text gives without a number, the number being that of the table. */
function outcomesIn(examination: Examination, { text }: Sentence): readonly Share[] {
  return [...text.matchAll(OUTCOME)].flatMap((match) => {
    const groups = GROUPS.find(([label]) => label.test(match[1] ?? ''))?.[1] ?? [];
    const count = groupSum(examination, groups);
    return count === null ? [] : [{ count, percent: match[3] ?? '', of: match.groups?.of ?? '' }];
  });
}

/** Requests with an outcome in the table; null where a row of it could not be read or all are blank. */
function groupSum(examination: Examination, groups: readonly string[]): number | null {
  const grid = examination.formOf('s3')?.grids.find(({ section }) => section === 's3');
  const rows = grid?.rows.filter(({ group }) => group !== null && groups.includes(group)) ?? [];
  const worths = rows.map((row) => examination.sheet('s3')?.worthOf(`s3/${row.code}/total`) ?? 'unknown');
  const amounts = worths.filter((worth) => typeof worth === 'bigint');
  return worths.includes('unknown') || amounts.length === 0 ? null : Number(amounts.reduce((sum, amount) => sum + amount, 0n));
}

/** Every number of requests in the paragraph, and those of the table. */
function wholesFor(examination: Examination, paragraph: readonly Sentence[]): readonly number[] {
  const said = paragraph.flatMap(({ text }) => [...text.matchAll(COUNT)].map((match) => numberOfDigits(match[1])));
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
