import type { Relation, Words } from '@gongkai/model';

/** One side of a relation: its sum and the addends worth naming. */
export interface EquationSide {
  readonly sum: string;
  readonly parts: readonly Part[];
  /** The addends that hold nothing. */
  readonly nothings: readonly Nothing[];
}

interface Nothing extends Pick<Part, 'label' | 'year'> {
  /** A mark stands there in place of a figure; else it is blank. Which mark, a kept report does not say. */
  readonly isMark: boolean;
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
  readonly expected: EquationSide;
  readonly found: EquationSide;
  readonly difference: string;
  readonly thisYear: number | null;
  readonly lastYear: number | null;
}

const MOST_PARTS = 8;
const MOST_NOTHINGS = 3;

const EXPECTED: Readonly<Record<Relation, Words>> = {
  '=': { zh: '应为', en: 'expected' },
  '<=': { zh: '应不小于', en: 'expected at least' },
  '>=': { zh: '应不大于', en: 'expected at most' },
};

type Years = Pick<Comparison, 'thisYear' | 'lastYear'>;

/** 四·行政复议 × 总计：应为 11（结果维持 10 + 结果纠正 1），报告为 0，相差 -11。 */
export function equationMessage({ path, relation, expected, found, difference, ...years }: Comparison): Words {
  const wanted = EXPECTED[relation];
  const across = [...expected.parts, ...expected.nothings].some((part) => part.year === 'last') && years.thisYear !== null;
  const year = across ? { zh: `${years.thisYear}年度`, en: `for ${years.thisYear} ` } : { zh: '', en: '' };
  return {
    zh: `${path.zh}：${year.zh}${wanted.zh} ${sumZh(expected, years)}，报告为 ${sumZh(found, years)}，相差 ${difference}。`,
    en: `${path.en}: ${year.en}${wanted.en} ${sumEn(expected, years)}, the report says ${sumEn(found, years)}, difference ${difference}.`,
  };
}

function sumZh({ sum, parts, nothings }: EquationSide, { lastYear }: Years): string {
  const before = lastYear === null ? '上年度报告' : `${lastYear}年度报告`;
  const named = (part: Pick<Part, 'label' | 'year'>): string => (part.year === 'last' ? before : '') + part.label.zh;
  const told = isWorthListing(parts) ? [chained(parts, named)] : [];
  if (nothings.length > MOST_NOTHINGS) told.push(countedZh(nothings));
  else told.push(...byMark(nothings).map(([isMark, own]) => `${own.map(named).join('、')}${isMark ? '以符号代替数字' : '空白'}`));
  return told.length > 0 ? `${sum}（${told.join('；')}）` : sum;
}

function sumEn({ sum, parts, nothings }: EquationSide, { lastYear }: Years): string {
  const before = lastYear === null ? "last year's report: " : `report of ${lastYear}: `;
  const named = (part: Pick<Part, 'label' | 'year'>): string => (part.year === 'last' ? before : '') + part.label.en;
  const told = isWorthListing(parts) ? [chained(parts, named)] : [];
  if (nothings.length > MOST_NOTHINGS) told.push(countedEn(nothings));
  else told.push(...byMark(nothings).map(([isMark, own]) => `${isMark ? 'marked' : 'blank'}: ${own.map(named).join(', ')}`));
  return told.length > 0 ? `${sum} (${told.join('; ')})` : sum;
}

/** Those that hold the same, together, in the order in which they come. */
function byMark(nothings: readonly Nothing[]): readonly (readonly [boolean, readonly Nothing[]])[] {
  const kinds = [...new Set(nothings.map(({ isMark }) => isMark))];
  return kinds.map((isMark) => [isMark, nothings.filter((one) => one.isMark === isMark)]);
}

function countedZh(nothings: readonly Nothing[]): string {
  const { blanks, marks } = countsOf(nothings);
  return `其中${[...(blanks > 0 ? [`${blanks}处空白`] : []), ...(marks > 0 ? [`${marks}处以符号代替数字`] : [])].join('、')}`;
}

function countedEn(nothings: readonly Nothing[]): string {
  const { blanks, marks } = countsOf(nothings);
  return [...(blanks > 0 ? [`${blanks} blank`] : []), ...(marks > 0 ? [`${marks} marked`] : [])].join(' and ');
}

function countsOf(nothings: readonly Nothing[]): { readonly blanks: number; readonly marks: number } {
  const blanks = nothings.filter(({ isMark }) => !isMark).length;
  return { blanks, marks: nothings.length - blanks };
}

/** `a 3 + b 2 - c 1`: what is taken away has its sign before its name. */
function chained(parts: readonly Part[], labelOf: (part: Part) => string): string {
  return parts.map((part, at) => `${at === 0 && !part.taken ? '' : part.taken ? ' - ' : ' + '}${labelOf(part)} ${part.amount}`).join('');
}

/** One addend of this year only repeats the sum; a long list is in the contributors. */
function isWorthListing(parts: EquationSide['parts']): boolean {
  return parts.length > 1 ? parts.length <= MOST_PARTS : parts.some((part) => part.year === 'last');
}
