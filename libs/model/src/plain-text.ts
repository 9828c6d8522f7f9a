import { simplifiedText, TRADITIONAL } from './traditional';

/** Radicals and variants that NFKC leaves alone or turns into traditional characters, as PDF copies print them. */
const GLYPHS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
  '⼾': '户',
  戶: '户',
};
const GLYPH = new RegExp(`[${Object.keys(GLYPHS).join('')}]`, 'g');
/** Marks of direction, joiners, soft hyphens, variation selectors: nothing of it is seen. What turns the order of digits round (U+202E) stays. */
const UNSEEN = '\\u00AD\\u034F\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202D\\u2060-\\u2064\\u2066-\\u206F\\uFE00-\\uFE0F\\uFEFF';
const NOTHING = new RegExp(`[\\s${UNSEEN}]`);
const INVISIBLE = new RegExp(`[${UNSEEN}]`, 'g');
/** By UTF-16 code unit, whether nothing of it is changed: ASCII, the ideographic comma and full stop, simplified characters. */
const PLAIN = new Uint8Array(0x10000);
PLAIN.fill(1, 0, 0x80).fill(1, 0x3001, 0x3003).fill(1, 0x4e00, 0xa000);
for (const changed of [...TRADITIONAL, ...Object.keys(GLYPHS)]) PLAIN[changed.charCodeAt(0)] = 0;
/** Raised, lowered and enclosed digits are marks and numbering; as ordinary digits they would run together with a figure (128① is not 1281). */
const COMPATIBLE = /[^\p{No}\u249C-\u24E9\u32C0-\u32CB\u3358-\u3370\u33E0-\u33FE]+/gu;
/** A character with a stroke through it, as readers of marked up formats hand it over. */
const STRUCK = /\S[\u0335\u0336]/gu;

/**
 * Full width, compatibility and radical glyphs become the ordinary characters, traditional ones simplified, but digits that are marks stay what they are; what is
 * invisible or struck out goes. White space stays.
 */
export function plainText(printed: string): string {
  if (isPlain(printed)) return printed;
  return simplifiedText(printed)
    .replace(STRUCK, '')
    .replace(GLYPH, (glyph) => GLYPHS[glyph] ?? glyph)
    .replace(COMPATIBLE, (part) => part.normalize('NFKC'))
    .replace(INVISIBLE, '');
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (PLAIN[text.charCodeAt(at)] === 0) return false;
  return true;
}

/** As `plainText`, with all white space removed. */
export function solidText(text: string): string {
  const plain = plainText(text);
  return /\s/.test(plain) ? plain.replace(/\s+/g, '') : plain;
}

/** Outer white space and invisible characters removed, nothing else. */
export function trimmedText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isNothing(text, start)) start += 1;
  while (end > start && isNothing(text, end - 1)) end -= 1;
  return text.slice(start, end);
}

function isNothing(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code > 0x20 && code < 0x7f) return false;
  return NOTHING.test(text.charAt(index));
}
