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
const NOTHING = /[\s\u200B-\u200F\u2060\uFEFF\u00AD]/;
/** Nothing to change: ASCII, the ideographic comma and full stop, and Chinese characters except 戶. */
const PLAIN = /^[\u0000-\u007F\u3001\u3002\u4E00-\u6235\u6237-\u9FFF]*$/;
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g;

/** Full width, compatibility and radical glyphs become the ordinary characters; invisible ones go. White space stays. */
export function plainText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(GLYPH, (glyph) => GLYPHS[glyph] ?? glyph)
    .normalize('NFKC')
    .replace(INVISIBLE, '');
}

/** As `plainText`, with all white space removed. */
export function solidText(text: string): string {
  return plainText(text).replace(/\s+/g, '');
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
  return NOTHING.test(text.charAt(index));
}
