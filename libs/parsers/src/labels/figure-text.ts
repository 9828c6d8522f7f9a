import { figureParts, SIGN, UNIT } from './figure-parts';

const FIGURE = new RegExp(`^${SIGN}?\\d[\\d,. ]{0,60}${UNIT}?$`);
const MARK = /^(?:[-/\\]{1,4}|无)$/;

/** `/`, `-`, `—`, `无` and their like, which stand for nothing. */
export function isMark(text: string): boolean {
  return MARK.test(figureParts(text).figure);
}

/** Digits, with or without unit, note marks and remarks, or a mark for nothing: what may stand in a cell for figures. Blanks are not figures. */
export function isFigure(text: string): boolean {
  const { figure } = figureParts(text);
  return FIGURE.test(figure) || MARK.test(figure);
}

/** As `isFigure`, with at least one digit. */
export function holdsNumber(text: string): boolean {
  return FIGURE.test(figureParts(text).figure);
}
