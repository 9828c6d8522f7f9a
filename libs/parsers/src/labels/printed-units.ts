import { solidText } from '@gongkai/model';
import { UNIT } from './figure-parts';
import { remembered } from './remembered';

/** Decimal places from a money unit to 分. */
export const PLACES = { 元: 2, 十元: 3, 百元: 4, 千元: 5, 万元: 6, 十万元: 7, 百万元: 8, 千万元: 9, 亿元: 10 } as const;
export type MoneyUnit = keyof typeof PLACES;

const LINE_OF_UNITS = /^[^。;]{0,30}单位:?(?:均?为)?[十百千万亿人民币港美欧日元件条份个项宗起次例篇、,/和及]{1,20}\)?$/;
const MONEY = /(?:人民币)?([^\d\p{P}\p{S}]?[十百千万亿]{0,3})元/gu;
const WRITTEN = /^[十百千万亿]{0,3}$/;
const FOREIGN = /[港美欧日澳韩台外]元|[港台外]币|美金|日圆|英镑|卢布|法郎|HKD|USD|EUR|JPY|GBP|[$€£]/i;
/** 第二十条 is no unit. */
const SCALED = new RegExp(
  `人次|人数|(?<!第[一二三四五六七八九十百]{0,3})[十百千万亿]{1,3}(?:${UNIT.replace('|(?:人民币)?(?:亿|万)?元', '')})|单位:?[十百千万亿]{1,3}(?:[^\\p{L}]|$)`,
  'u',
);

/** The lines of a caption that say in which units the table beneath is printed: 单位：件、万元. */
export function unitLines(caption: readonly string[]): readonly string[] {
  return caption.filter((text) => LINE_OF_UNITS.test(solidText(text)));
}

/** The only unit of money that headings name; null where they name none, `unclear` where they name several, or one of another currency. */
export const moneyUnitIn = remembered((headings): MoneyUnit | 'unclear' | null => {
  const text = solidText(headings);
  if (FOREIGN.test(text)) return 'unclear';
  const named = new Set([...text.matchAll(MONEY)].map(([, scale = '']) => `${scaleOf(scale)}元`));
  const [only] = named;
  if (only === undefined) return null;
  return named.size === 1 && isMoneyUnit(only) ? only : 'unclear';
});

/** Whether headings say that the counts beneath are thousands, or persons. */
export const countsOtherwise = remembered((headings) => SCALED.test(solidText(headings)));

export function isMoneyUnit(text: string): text is MoneyUnit {
  return Object.hasOwn(PLACES, text);
}

/** Without the word before it: 按元, 为万元. */
function scaleOf(printed: string): string {
  return WRITTEN.test(printed) ? printed : printed.slice(1);
}
