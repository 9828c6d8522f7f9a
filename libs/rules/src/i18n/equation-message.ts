import type { Relation, Words } from '@gongkai/model';

/** One side of a relation: its sum and the addends worth naming. */
export interface Side {
  readonly sum: string;
  readonly parts: readonly Part[];
}

interface Part {
  readonly label: Words;
  readonly amount: string;
  /** Taken away, not added. */
  readonly taken: boolean;
  readonly year: 'this' | 'last';
}

interface Comparison {
  readonly path: Words;
  readonly relation: Relation;
  readonly expected: Side;
  readonly found: Side;
  readonly difference: string;
}

const MOST_PARTS = 8;

const EXPECTED: Readonly<Record<Relation, Words>> = {
  '=': { zh: '应为', en: 'expected' },
  '<=': { zh: '应不小于', en: 'expected at least' },
  '>=': { zh: '应不大于', en: 'expected at most' },
};

/** 第四部分 行政复议 × 总计：应为 11（结果维持 10 + 结果纠正 1），报告为 0，相差 -11。 */
export function equationMessage({ path, relation, expected, found, difference }: Comparison): Words {
  const wanted = EXPECTED[relation];
  return {
    zh: `${path.zh}：${wanted.zh} ${sumZh(expected)}，报告为 ${sumZh(found)}，相差 ${difference}。`,
    en: `${path.en}: ${wanted.en} ${sumEn(expected)}, the report says ${sumEn(found)}, difference ${difference}.`,
  };
}

function sumZh({ sum, parts }: Side): string {
  return isWorthListing(parts)
    ? `${sum}（${chained(parts, (part) => `${part.year === 'last' ? '上年度报告' : ''}${part.label.zh}`)}）`
    : sum;
}

function sumEn({ sum, parts }: Side): string {
  return isWorthListing(parts)
    ? `${sum} (${chained(parts, (part) => `${part.year === 'last' ? "last year's report: " : ''}${part.label.en}`)})`
    : sum;
}

/** `a 3 + b 2 - c 1`: what is taken away has its sign before its name. */
function chained(parts: readonly Part[], labelOf: (part: Part) => string): string {
  return parts.map((part, at) => `${at === 0 && !part.taken ? '' : part.taken ? ' - ' : ' + '}${labelOf(part)} ${part.amount}`).join('');
}

/** One addend of this year only repeats the sum; a long list is in the contributors. */
function isWorthListing(parts: Side['parts']): boolean {
  return parts.length > 1 ? parts.length <= MOST_PARTS : parts.some((part) => part.year === 'last');
}
