import { struckText } from '../labels/printed-marks';

/** Digits Excel itself keeps of a number. */
const DIGITS = 15;
/** Words and signs a format may print around a number: quoted, escaped, or such as need neither. */
const AROUND = String.raw`(?:"[^"]{0,20}"|\\.|_.|\*.|[\s¥￥件条份个项宗起次例元万亿人民币])*`;
/** Formats that leave a number as it is. */
const AS_IT_IS = new Set(['', 'general', '@', 'g/通用格式']);
const WHITE = /\[(?:white|白色|color ?2)\]/i;
const PATTERN = new RegExp(`^(${AROUND})([#0?,]+)(?:\\.([0#?]+))?(${AROUND})$`);

/**
 * A number as its cell prints it, with thousands separators, decimals and words of its format. Nothing is rounded: where the format hides
 * digits the number stands in full, and where it hides the number it stands struck out. A format that prints something else than the number
 * itself (percent, thousands, fractions, dates) is named behind it, so that the cell cannot be read as that number.
 */
export function printNumber(value: number, format: string | undefined): string {
  const plain = plainDecimal(value);
  if (plain === null) return `${value}`;
  if (isUnseen(value, format)) return struckText(plain);
  const pattern = patternOf(format);
  if (pattern === '') return plain;
  const match = PATTERN.exec(pattern);
  if (!match || /,$/.test(match[2] ?? '')) return `${plain} [?${format}]`;
  const [, before = '', whole = '', decimals = '', after = ''] = match;
  const sign = plain.startsWith('-') ? '-' : '';
  const [digits = '', fraction = ''] = plain.replace('-', '').split('.');
  const least = [...decimals].filter((place) => place === '0').length;
  const padded = fraction.padEnd(least, '0');
  const grouped = whole.includes(',') ? inThousands(digits) : digits;
  return words(before) + sign + grouped + (padded === '' ? '' : `.${padded}`) + words(after);
}

function inThousands(digits: string): string {
  const first = digits.length % 3;
  const groups = Array.from({ length: Math.floor(digits.length / 3) }, (_, index) =>
    digits.slice(first + index * 3, first + index * 3 + 3),
  );
  return (first > 0 ? [digits.slice(0, first), ...groups] : groups).join(',');
}

/** Whether the part of a format for this number leaves it out (`;;;`) or prints it in the colour of the paper. */
function isUnseen(value: number, format = ''): boolean {
  const parts = format.split(';');
  const own = parts[value < 0 ? 1 : value === 0 ? 2 : 0] ?? parts[0] ?? '';
  return WHITE.test(own) || (parts.length > 1 && words(own.replace(/\[[^\]]*\]/g, '')) === '');
}

/** The part of a format for positive numbers, without colours and conditions; empty where numbers stand as they are. */
function patternOf(format: string | undefined): string {
  const first = (format ?? '').split(';')[0] ?? '';
  const pattern = first.replace(/\[(?:[A-Za-z]{3,9}|DBNum\d|\$[^\]]{0,12})\]/g, '');
  return AS_IT_IS.has(pattern.trim().toLowerCase()) ? '' : pattern;
}

/** `_x` and `*x` only leave room, `\x` is x. */
function words(text: string): string {
  return text
    .replace(/"([^"]*)"|\\(.)|[_*]./g, (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '')
    .trim();
}

/** Digits without exponent; null where there is no such number. 0.1 + 0.2 is 0.3, as Excel shows it. */
function plainDecimal(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  const rounded = Number(value.toPrecision(DIGITS));
  if (Number.isInteger(rounded)) return BigInt(rounded).toString();
  const text = String(rounded);
  return text.includes('e') ? null : text;
}
