import { plainText } from '@gongkai/model';
import { remembered } from './remembered';

/** What stands in a cell for figures: the figure itself, and what stands beside it and is no part of it. */
export interface FigureParts {
  /** In plain characters and without white space, except one blank where it parts digits. Whole where not everything can be told apart. */
  readonly figure: string;
  /** Note marks and remarks in plain characters; empty where there are none. */
  readonly note: string;
}

/** Units of counts and of money that may be printed behind a figure. */
export const UNIT = '(?:件次|件|条|份|个|项|宗|起|次|例|(?:人民币)?(?:亿|万)?元)';
/** More or less, as a sign, an arrow or a word. */
export const SIGN = '(?:[+↑↓-]|净?增加?|新增|净?减少?|负)';

const SMALL = '[⁰¹²³⁴-⁹₀-₉]';
const SMALL_MARK = `[⁽₍]?${SMALL}{1,3}(?:[,、·-]${SMALL}{1,3}){0,5}[⁾₎]?`;
/** ① ⑴ Ⓐ ㈠ ㊀ ❶, and a digit in a ring or a key. */
const ENCLOSED =
  '(?:[\\u2460-\\u2487\\u249C-\\u24FF\\u2776-\\u2793\\u3220-\\u3229\\u3280-\\u3289\\u3251-\\u325F\\u32B1-\\u32BF]|\\d[\\u20DD-\\u20E3])';
const NUMERAL = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2}|[A-Za-z])';
const BRACKETED = `[[【〔](?:注|备注|附注|脚注)?:?(?:${NUMERAL}|${ENCLOSED}|${SMALL}|[*※])?(?:[,、]\\d{1,2}){0,3}[\\]】〕]`;
const MARK = `(?:${SMALL_MARK}|${ENCLOSED}|${BRACKETED}|[*※†‡§★☆#]{1,4})`;
/** ⒈ before digits may be a decimal point: only behind a figure it is a mark. So are words, and digits in round brackets on the same line. */
const MARK_BEHIND = `(?:${MARK}|[\\u2488-\\u249B]|(?:详?见|参见)?(?:备注|附注|脚注|注释|注)(?!:)(?:${NUMERAL}|${ENCLOSED}|${SMALL_MARK})?(?!\\d)|(?<!\\n\\s{0,20})\\(\\d{1,2}\\))`;
const BRACKETS = '(?:\\((?:[^()]|\\([^()]{0,80}\\)){1,160}\\)|\\[[^[\\]]{1,160}\\]|【[^【】]{1,160}】|〔[^〔〕]{1,160}〕)';
const WORDS = '(?:[,;:。、]\\s{0,5})?(?:其中|含|包括|均为|均系|全部为|皆为|备注|注:|说明:).{0,160}';
const GAP = '\\s{0,20}';

const BEGINNING = new RegExp(
  `^(?<before>(?!#)(?:${MARK}${GAP}){1,3}(?=[+-]?\\d))?(?<figure>(?:${SIGN}${GAP})?\\d(?:[\\d,.\\s]{0,60}\\d)?(?!\\d?[\\u20DD-\\u20E3]|[₀-₉]{2})|[-/\\\\]{1,4}|无)(?<within>(?:${GAP}${MARK}){1,3}(?=${GAP}${UNIT}))?(?:${GAP}(?<unit>${UNIT}))?`,
  'u',
);
const NEXT = new RegExp(`^${GAP}(?:(?<mark>${MARK_BEHIND})|(?<remark>${BRACKETS}|${WORDS}))`, 'su');
/** Remarks that leave open what the figure is. */
const OPEN =
  /约|大概|左右|估|预计|暂定|应为|应是|实为|更正|(?<!无)误|待核|待定|未核|不详|不明|\?|^[十百千万亿]|[%‰]|^(?:上年|去年|往年|累计|[正负增减]|增加|减少|上升|下降)数?$|^[\d,.\s-]+$/;
const ONLY_UNIT = new RegExp(`^(?:单位:?)?(?<unit>${UNIT})$`, 'u');
/** Where something is struck out the digits around it stay apart. */
const STRUCK = /(?:\S[\u0335\u0336]){1,60}/gu;
/** -(1) may be a loss. */
const NOTHING_IN_BRACKETS = /^[^\d]{1,4}\s{0,20}\(\d/;
const SIMPLE = /^[\d/-]{0,20}$/;
const LONGEST = 300;

/**
 * Parts the text of a cell for figures from the marks of notes (`128①`, `37¹`, `2[2]`, `*5`, `6注1`) and from remarks (`22（其中修订16件）`).
 * Digits that stand apart stay apart; struck-out ones are gone.
 */
export const figureParts = remembered((raw): FigureParts => {
  if (SIMPLE.test(raw)) return { figure: raw, note: '' };
  const text = raw.length > LONGEST ? '?' : sameSigns(plainText(raw.replace(STRUCK, ' '))).trim();
  const beginning = BEGINNING.exec(text);
  const { before = '', figure = '', within = '', unit = '' } = beginning?.groups ?? {};
  const behind = beginning && behindFigure(text.slice(beginning[0].length), unit);
  if (!behind || NOTHING_IN_BRACKETS.test(text)) return { figure: withoutGaps(text), note: '' };
  const notes = [before, within, ...behind.notes].map((note) => note.trim()).filter((note) => note !== '');
  return { figure: withoutGaps(figure + behind.unit), note: notes.join(' ') };
});

/** What is printed beside a figure; null where nothing is. A text is never kept without it, so that it need not be kept apart. */
export function noteIn(raw: string): string | null {
  const { note } = figureParts(raw);
  return note === '' ? null : note;
}

/** Dashes, slashes and zeros made alike. */
function sameSigns(text: string): string {
  return text
    .replace(/^\s*[零〇○]\s*$/, '0')
    .replace(/[\u2010-\u2015\u2212\u2500\u2E3A\u2E3B\uFE58\uFE63]/g, '-')
    .replace(/[\u2044\u2215]/g, '/');
}

/** The unit and the notes behind a figure; null where something else stands there too. */
function behindFigure(text: string, printed: string): { readonly unit: string; readonly notes: readonly string[] } | null {
  const notes: string[] = [];
  let unit = printed;
  for (let rest = text; rest.trim() !== '';) {
    const next = NEXT.exec(rest);
    const { mark, remark = '' } = next?.groups ?? {};
    const words = withoutGaps(/^[([【〔]/.test(remark) ? remark.slice(1, -1) : remark);
    const own = ONLY_UNIT.exec(words)?.groups?.['unit'];
    if (!next || (own !== undefined && unit !== '')) return null;
    if (own === undefined && mark === undefined && OPEN.test(words)) return null;
    if (own === undefined) notes.push(mark ?? remark);
    else unit = own;
    rest = rest.slice(next[0].length);
  }
  return { unit, notes };
}

/** White space between digits becomes one blank, all other goes. */
function withoutGaps(text: string): string {
  return text.replace(/\s+/g, (gap, at: number) => {
    const between = /[\d.,]/.test(text.charAt(at - 1)) && /[\d.,]/.test(text.charAt(at + gap.length));
    return between ? ' ' : '';
  });
}
