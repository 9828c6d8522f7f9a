import { solidText } from '@gongkai/model';

const DIGITS = '零一二三四五六七八九';
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
/** Words that count what a report counts; 个月 and 万元 are none. */
const COUNTER = '(?:余|多)?(?:件|条|篇|项|则|份|期|宗|起|例|元|万元)';
const NUMERAL = new RegExp(`(?<![第几数\\d零〇一二两三四五六七八九十百千万])[零〇一二两三四五六七八九十百千万]{1,9}(?=${COUNTER})`, 'gu');

/**
 * A text without white space whose Chinese numerals before a counter are digits: 十二件 becomes 12件, 三百余件 becomes 300余件.
 * Ordinals (第二十条), estimates (几十件, 数百件) and what is no numeral (一一件) stay as they are.
 */
export function arabicText(text: string): string {
  return solidText(text).replace(NUMERAL, (numeral) => {
    const amount = chineseAmount(numeral);
    return amount === null ? numeral : String(amount);
  });
}

/** 三千零五 is 3005; null for what is no well-formed numeral below 一亿. */
export function chineseAmount(numeral: string): number | null {
  const text = numeral.replace(/〇/g, '零').replace(/两/g, '二');
  const [high, low, ...more] = text.split('万');
  if (more.length > 0) return null;
  if (low === undefined) return belowTenThousand(high ?? '');
  const tenThousands = belowTenThousand(high ?? '');
  const rest = low === '' ? 0 : belowTenThousand(low);
  return tenThousands === null || rest === null ? null : tenThousands * 10_000 + rest;
}

function belowTenThousand(text: string): number | null {
  if (text === '零') return 0;
  if (!/^(?:[一二三四五六七八九]千)?零?(?:[一二三四五六七八九]百)?零?(?:[一二三四五六七八九]?十)?零?[一二三四五六七八九]?$/.test(text))
    return null;
  if (text === '' || text.endsWith('零')) return null;
  return [...text.matchAll(/([一二三四五六七八九]?)([十百千])|([一二三四五六七八九])/g)].reduce(
    (sum, [, many = '', unit = '', one = '']) =>
      sum + (one === '' ? (many === '' ? 1 : DIGITS.indexOf(many)) * (TENS[unit] ?? 1) : DIGITS.indexOf(one)),
    0,
  );
}
