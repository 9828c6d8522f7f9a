import { trimmedText } from '@gongkai/model';
import type { HtmlNode } from '../html/html-nodes';
import { childOf } from '../office/office-xml';
import type { OpenFormula } from './open-formulas';
import { printNumber } from './sheet-number';
import { struckText } from '../labels/printed-marks';
import { childrenIn, FIGURES, inFont, isWhite, spelledOut, stringIn, textIn } from './sheet-xml';

/** A format whose part for text is blank. */
const HIDES_TEXT = /^(?:[^;]*;){3}\s*$/;
/** Of a cell that names none. */
const FIRST_STYLE = '0';

/** What the cells of a workbook refer to. */
export interface WorkbookValues {
  /** Elements of the shared table. */
  readonly strings: readonly HtmlNode[];
  /** The number format of each cell style. */
  readonly formats: readonly string[];
  /** The font of each cell style. */
  readonly fonts: readonly CellFont[];
  /** Whether days are counted from 1904, as old versions for Macintosh did. */
  readonly from1904: boolean;
}

export interface CellFont {
  readonly font: HtmlNode | undefined;
  readonly shaded: boolean;
  /** Drawn in the colour of the paper. */
  readonly faint: boolean;
}

/** Formats that a workbook does not spell out (ECMA-376 part 1, 18.8.30), as far as they change what a number looks like. */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: 'fraction', 13: 'fraction' },
  ...{ 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 41: '#,##0', 42: '#,##0', 43: '#,##0.00', 44: '#,##0.00' },
  ...{ 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mmss.0', 48: '##0.0E+0', 49: '@' },
};
/** Days, times and the Chinese ones among them. */
const isDay = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const DAY = 'yyyy-mm-dd';
/** Day 0 of a workbook, in milliseconds; 1904 begins 1462 days later. */
const [FROM_1900, FROM_1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];
const DAY_LENGTH = 24 * 60 * 60 * 1000;

/** Strings of the shared table; how they look depends on the cell, too. */
export function sharedStrings(part: HtmlNode): readonly HtmlNode[] {
  return childrenIn(part, 'sst', 'si');
}

/** Number formats by cell style. */
export function cellFormats(part: HtmlNode): readonly string[] {
  const sheet = childOf(part, 'styleSheet');
  const own = new Map(
    childrenIn(sheet, 'numFmts', 'numFmt').map(({ attribs = {} }) => [Number(attribs['numFmtId']), attribs['formatCode'] ?? '']),
  );
  return childrenIn(sheet, 'cellXfs', 'xf').map(({ attribs: { numFmtId = '0' } = {} }) => {
    const id = Number(numFmtId);
    return own.get(id) ?? (isDay(id) ? DAY : (BUILT_IN[id] ?? ''));
  });
}

/** Fonts by cell style. */
export function cellFonts(part: HtmlNode): readonly CellFont[] {
  const sheet = childOf(part, 'styleSheet');
  const fonts = childrenIn(sheet, 'fonts', 'font');
  const shaded = childrenIn(sheet, 'fills', 'fill').map(isShaded);
  return childrenIn(sheet, 'cellXfs', 'xf').map(({ attribs: { fontId = '0', fillId = '0' } = {} }) => {
    const [font, isShadedCell] = [fonts[Number(fontId)], shaded[Number(fillId)] ?? false];
    return { font, shaded: isShadedCell, faint: !isShadedCell && isWhite(childOf(font, 'color')) };
  });
}

function isShaded(fill: HtmlNode): boolean {
  const pattern = childOf(fill, 'patternFill');
  const type = pattern ? (pattern.attribs?.['patternType'] ?? 'none') : childOf(fill, 'gradientFill') ? 'gradient' : 'none';
  return type === 'solid' ? !isWhite(childOf(pattern, 'fgColor')) : type !== 'none';
}

/** What stands in a cell. */
export interface CellSeen {
  /** What it prints, outer white space removed; a formula without a result stands as the formula, which is no number. */
  readonly text: string;
  /** What a formula that refers to it reckons with; null where that is no number. */
  readonly number: number | null;
  /** The formula, where the file keeps no result of it. */
  readonly formula: OpenFormula | null;
}

const NO_FONT: CellFont = { font: undefined, shaded: false, faint: false };

export function seeCell(cell: HtmlNode, values: WorkbookValues): CellSeen {
  const { t: type = 'n', s: style = FIRST_STYLE } = cell.attribs ?? {};
  const look = values.fonts[Number(style)] ?? NO_FONT;
  const format = values.formats[Number(style)] ?? '';
  const shown = (text: string): string => {
    const isFaint = look.faint || HIDES_TEXT.test(format);
    return isFaint && FIGURES.test(text) ? struckText(text) : inFont(text, look.font);
  };
  const [formula, value] = [childOf(cell, 'f'), childOf(cell, 'v')];
  if (type === 'inlineStr') return words(shown(trimmedText(stringIn(childOf(cell, 'is'), look))));
  const text = textIn(value);
  const isKept = value !== undefined && (text !== '' || type === 'str');
  if (!isKept)
    return formula ? openFormula(textIn(formula), (number) => shown(trimmedText(printValue(`${number}`, 'n', values, format)))) : words('');
  if (type === 's') return words(shown(trimmedText(values.strings[Number(text)] ? stringIn(values.strings[Number(text)], look) : '?')));
  const number = type === 'n' && text.trim() !== '' ? Number(text) : NaN;
  return {
    text: shown(trimmedText(printValue(text, type, values, format))),
    number: Number.isFinite(number) ? number : null,
    formula: null,
  };
}

const words = (text: string): CellSeen => ({ text, number: null, formula: null });
const openFormula = (text: string, print: OpenFormula['print']): CellSeen => ({
  text: trimmedText(`=${text}`),
  number: null,
  formula: { text, print },
});

function printValue(text: string, type: string, { from1904 }: WorkbookValues, format: string): string {
  if (type === 'str') return spelledOut(text);
  if (type === 'b') return text === '1' || text === 'true' ? 'true' : 'false';
  if (type === 'd') return text.slice(0, 10);
  const number = Number(text);
  if (type !== 'n' || text.trim() === '' || Number.isNaN(number)) return text;
  return isDate(format) ? printDate(number, from1904) : printNumber(number, format);
}

/** A format is one of days or times by its letters, outside brackets and quotes. */
function isDate(format: string): boolean {
  return /[ymdhsb]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|[\\_*]./g, '').replace(/general|red|black|blue/gi, ''));
}

/** A day as ISO date; a number that is no day stands as it is. */
function printDate(number: number, from1904: boolean): string {
  const day = new Date((from1904 ? FROM_1904 : FROM_1900) + Math.round(number * DAY_LENGTH));
  return Number.isNaN(day.getTime()) ? `${number}` : day.toISOString().slice(0, 10);
}
