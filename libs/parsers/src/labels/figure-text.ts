import { solidText } from './plain-text';

const UNIT = '(?:件次|件|条|份|个|项|宗|起|次|例|(?:人民币)?(?:亿|万)?元)';
const FIGURE = new RegExp(`^[+-]?\\d[\\d,.]{0,40}${UNIT}?$`);
const MARK = /^(?:[-/\\]{1,4}|无)$/;

/** A cell's text for reading a figure: widths, dashes and zeros made alike, no white space. */
export function figureText(text: string): string {
  return solidText(text)
    .replace(/^[零〇○]$/, '0')
    .replace(/[\u2010-\u2015\u2212\u2500\u2E3A\u2E3B\uFE58\uFE63]/g, '-')
    .replace(/[\u2044\u2215]/g, '/');
}

/** `/`, `-`, `—`, `无` and their like, which stand for nothing. */
export function isMark(text: string): boolean {
  return MARK.test(figureText(text));
}

/** Digits, with or without unit, or a mark: what may stand in a cell for figures. Blanks are not figures. */
export function isFigure(text: string): boolean {
  if (text.length > 120) return false;
  return FIGURE.test(figureText(text)) || isMark(text);
}

/** As `isFigure`, with at least one digit. */
export function holdsNumber(text: string): boolean {
  return isFigure(text) && !isMark(text);
}
