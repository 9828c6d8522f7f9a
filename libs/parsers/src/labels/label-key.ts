import { solidText } from '@gongkai/model';
import { remembered } from './remembered';

const NUMBERING =
  /^(?:\p{No}{1,3}[、.,:)]?|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.,:]|\(\d{1,2}\)|\d{1,2}[、.,:)]|\d{1,2}(?=\p{Script=Han}))/u;
/** Longer texts are sentences, not labels. */
const LONGEST = 80;

/** A label as it is compared: without width variants, white space, numbering and punctuation. `（四）无 法提供` is `无法提供`. */
export const labelKey = remembered((text) => withoutPunctuation(unnumbered(text)));

/** The keys a printed label may be known by: whole, and without what stands in brackets. None for blanks and sentences. */
export const labelKeys = remembered((text): readonly string[] => {
  if (text.length > LONGEST * 2) return [];
  const label = unnumbered(text);
  if (label.length > LONGEST) return [];
  const whole = withoutPunctuation(label);
  const short = withoutPunctuation(label.replace(/\([^()]*\)|[[【〔][^[\]【】〔〕]{0,20}[\]】〕]|注\d{0,2}$/g, ''));
  return [...new Set([whole, short])].filter((key) => key !== '');
});

/** 1 for equal keys, 0 for nothing in common: twice the longest common subsequence over both lengths. */
export function likeness(left: string, right: string): number {
  if (left === '' || right === '' || left.length > LONGEST || right.length > LONGEST) return 0;
  let previous = new Array<number>(right.length + 1).fill(0);
  for (const character of left) {
    const current = [0];
    for (let index = 1; index <= right.length; index += 1) {
      const same = character === right[index - 1];
      current.push(same ? at(previous, index - 1) + 1 : Math.max(at(previous, index), at(current, index - 1)));
    }
    previous = current;
  }
  return (2 * at(previous, right.length)) / (left.length + right.length);
}

function unnumbered(text: string): string {
  return solidText(text).replace(NUMBERING, '');
}

function withoutPunctuation(text: string): string {
  return text.replace(/[\p{P}\p{S}\p{No}]+/gu, '');
}

function at(row: readonly number[], index: number): number {
  return row[index] as number;
}
