// Words that claims are made of, as sources of regular expressions over text without white space and with plain digits.

/** An exact number: 100余, 约100 and 1.2万 are estimates and no claims. */
const NUMBER = '(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,9})(?![\\d.])';
const TOTAL = '(?:数量|总数|总量|条数|件数|数|金额)?(?:分别)?(?:共计|总计|合计|累计|共有|共|计|为|是|:|达到|达|有)?';
const EXACTLY = '(?!次|套|左右|以上|以内|余|多)';

/** 共计12件 without a name, where a pattern passes by a number that it does not claim. */
export const PASSED = `${TOTAL}${NUMBER}(?:件|条|份|项|宗|起|例)`;

/** 共计12件, the number being the claim. */
export const COUNT = `${TOTAL}(?<figure>${NUMBER})(?:条|件|篇|项|则|份|宗|起|例|期)${EXACTLY}`;

/** 12件 with nothing between it and what precedes. */
export const FIGURE = `(?<figure>${NUMBER})(?:条|件|篇|项|则|份|宗|起|例|期)${EXACTLY}`;

/** 共计3940.5元 or 0.394万元. */
export const MONEY =
  `${TOTAL}(?:人民币)?(?<figure>(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,9}))` +
  `(?<decimals>\\.\\d{1,6})?(?<money>万元|元)(?!左右|以上|以内|/|每)`;

export const THE_CASE = '(?:的)?(?:情况|事项|情形|问题|案件|案例)?';

/** Where a statement about nothing ends. */
export const END = '(?=[,。;:)!?]|$)';

/** A request for government information, in the wordings reports use for it. */
export const REQUEST =
  '(?:政府信息依申请公开|依申请公开政府信息|依申请公开信息|依申请信息公开|依申请政府信息公开|政府信息公开依申请|依申请公开|' +
  '(?:政府|政务)?信息公开的?申请|公开政府信息的?申请|申请公开政府信息|申请政府信息公开|政府信息申请公开)' +
  '(?:公开)?(?:的)?(?:申请)?(?:表|书|案件|事项|办件|信件|件)?(?:数量|总数|总量|数|量)?';

/** Words between a verb and its object, as few as will do. */
export function upTo(length: number): string {
  return `[^,。;:\\d]{0,${length}}?`;
}

/** Each source as a pattern that is matched all over a sentence. */
export const any = (...sources: readonly string[]): readonly RegExp[] => sources.map((source) => new RegExp(source, 'gu'));

/** Words behind others in their sentence. A search begins at the words themselves, which are rare, and looks back from there. */
export function behind(before: string, words: string): string {
  return `${words}(?<=${before}${words})`;
}
