import type { Indicator, Language } from '@gongkai/model';
import { wordsOf } from './words';

/** A decimal string with its thousands parted, digit for digit as it came: `1234.50` is `1,234.50`. */
export function printExact(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const parted = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}

/** A figure with its unit for reading: exact for counts and money, two digits of a percent for shares. */
export function printWithUnit(value: string, unit: Indicator['unit'], language: Language): string {
  if (unit === 'share') return `${(Number(value) * 100).toFixed(2)}%`;
  return `${printExact(value)} ${wordsOf(language).units[unit]}`;
}

const SCALES: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, 'bn'],
    [1e6, 'm'],
    [1e3, 'k'],
  ],
};

/** A tick of an axis, shortened: 万 and 亿, or k, m and bn. Money is turned into 元 first, so that 万 is never said of 万元. */
export function printTick(value: number, unit: Indicator['unit'], language: Language): string {
  if (unit === 'share') return `${trim(value * 100)}%`;
  const amount = unit === 'cny_10k' ? value * 1e4 : value;
  const scale = SCALES[language].find(([size]) => Math.abs(amount) >= size);
  const short = scale ? trim(amount / scale[0]) + scale[1] : trim(amount);
  if (unit !== 'cny_10k' && unit !== 'cny') return short;
  return language === 'zh' ? `${short}元` : `CNY ${short}`;
}

function trim(value: number): string {
  return String(Number(value.toFixed(2)));
}
