import { solidText } from '@gongkai/model';

const DIGITS = '〇一二三四五六七八九';
const FULL_DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const SHORT_DATE = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const CHINESE_DATE = /^([〇零○O一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/;

/** A text that is one whole date (2024年1月15日, 二〇二四年一月十五日, 2024-01-15) as ISO date; null otherwise. */
export function readDate(text: string): string | null {
  const solid =
    text.length > 60
      ? ''
      : solidText(text)
          .replace(/^\((.+)\)$/, '$1')
          .replace(/(?<=\d年)元(?=月)/, '1')
          .replace(/元(?=月)/, '一');
  const full = FULL_DATE.exec(solid);
  if (full) return isoDate(full[1], full[2], full[3]);
  const short = SHORT_DATE.exec(solid);
  if (short) return isoDate(short[1], short[3], short[4]);
  const chinese = CHINESE_DATE.exec(solid);
  return chinese ? isoDate(chineseYear(chinese[1]), chineseNumber(chinese[2]), chineseNumber(chinese[3])) : null;
}

/** Calendar dates only: 2月30日 is refused. */
export function isoDate(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** 二〇二三 is 2023. */
export function chineseYear(text: string | undefined): string {
  return [...(text ?? '')].map((digit) => (/[零○O]/.test(digit) ? '0' : String(DIGITS.indexOf(digit)))).join('');
}

/** 一 to 三十一. */
export function chineseNumber(text: string | undefined): string {
  const [tens = '', ones = ''] = (text ?? '').includes('十') ? (text ?? '').split('十') : ['-', text];
  if (tens === '-') return String(DIGITS.indexOf(ones));
  return String((tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones)));
}
