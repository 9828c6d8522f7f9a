import { readFigure, type Cell, type DoubtCode, type Unit } from '@gongkai/model';
import { figureParts, UNIT } from '../labels/figure-parts';
import { isMark } from '../labels/figure-text';
import { isStruck } from '../labels/printed-marks';
import { countsOtherwise, isMoneyUnit, moneyUnitIn, PLACES, type MoneyUnit } from '../labels/printed-units';

/** An amount (分 for money) with the unit it was printed in, or why there is none. */
export type Amount =
  | { readonly state: 'number'; readonly amount: bigint; readonly unit: Unit; readonly doubt: null }
  | { readonly state: 'blank' | 'mark' | 'unreadable' | 'unit_unknown'; readonly doubt: DoubtCode | null };

/** With what stands beside the figure; absent where nothing does. */
export type NotedAmount = Amount & { readonly note?: string };

const NUMBER = /^(?:([+↑]|净?增加?|新增)|([-↓]|净?减少?|负))?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([^\d.,]*)$/;
/** What bookkeepers write for a loss. */
const IN_BRACKETS = /^\((\d[\d,]*)\)$/;
const COUNT_UNIT = /^(?:件次|件|条|份|个|项|宗|起|次|例)?$/;
const MONEY_UNIT = /^(?:人民币)?(元|万元|亿元)$/;
/** Two or more figures with nothing but blanks and punctuation between them. */
const APART = new RegExp(`^[-+]?\\d[\\d,.]*(?:(?:${UNIT}|[^\\d\\p{L}.,])[^\\d\\p{L}.,]*\\d[\\d,.]*)+${UNIT}?$`, 'u');
const ESTIMATED = /^(?:约|近|将近|大约|大概|超过?|逾|不足|不到|至少|至多|[<>≤≥~≈])\d|\d(?:余|多|左右|上下|以上|以下|以内|许|\+)/;
/** Larger figures do not fit the columns they are kept in. */
const MOST_DIGITS = 18;

/**
 * Reads one cell as printed. Money takes the unit in the cell, else the one in the headings over it, else 万元 where the form fixes it;
 * money without any unit, or under several, is `unit_unknown`, unless it is zero. Counts under 千件 or 人次 are no counts of one. Nothing is rounded: what is finer than 分 is unreadable. What a mark or a remark
 * adds is told as `note`; digits that stand apart are never put together.
 */
export function readAmount(raw: string, cell: Pick<Cell, 'unit' | 'signed'>, heading: string): NotedAmount {
  const { figure, note } = figureParts(raw);
  const amount = readParted(figure, cell, heading);
  if (amount.state === 'blank' && isStruck(raw)) return unreadable('number_unreadable');
  return note === '' || amount.state === 'unreadable' ? amount : { ...amount, note };
}

function readParted(figure: string, cell: Pick<Cell, 'unit' | 'signed'>, heading: string): Amount {
  if (figure === '') return { state: 'blank', doubt: null };
  if (isMark(figure)) return { state: 'mark', doubt: null };
  const match = NUMBER.exec(figure.replace(IN_BRACKETS, '-$1'));
  if (!match) return unreadable(doubtOf(figure));
  const [, more, less, whole = '', fraction = '', unit = ''] = match;
  const isSigned = more !== undefined || less !== undefined;
  if (isSigned && !cell.signed) return unreadable('figure_signed');
  const decimal = (less === undefined ? '' : '-') + whole.replaceAll(',', '') + fraction;
  return cell.unit === 'cny' || cell.unit === 'cny_10k'
    ? readMoney(decimal, unit, cell.unit, heading)
    : readCount(decimal, unit, cell.unit, heading);
}

function doubtOf(figure: string): DoubtCode {
  if (ESTIMATED.test(figure)) return 'figure_estimated';
  return APART.test(figure) ? 'figures_apart' : 'number_unreadable';
}

function readCount(decimal: string, printedUnit: string, unit: Unit, heading: string): Amount {
  if (printedUnit === '' && countsOtherwise(heading)) return unreadable('number_unreadable');
  if (!COUNT_UNIT.test(printedUnit)) return unreadable(doubtOf(decimal + printedUnit));
  const amount = readFigure(decimal, unit);
  if (amount !== null && !isTooLong(amount)) return { state: 'number', amount, unit, doubt: null };
  return unreadable(/\.\d*[1-9]/.test(decimal) ? 'count_not_whole' : 'number_unreadable');
}

function readMoney(decimal: string, printedUnit: string, fixed: 'cny' | 'cny_10k', heading: string): Amount {
  const said = printedUnit === '' ? (moneyUnitIn(heading) ?? (fixed === 'cny_10k' ? '万元' : null)) : moneyUnit(printedUnit);
  const unit = said === 'unclear' ? null : said;
  if (unit === null && printedUnit !== '') return unreadable(doubtOf(decimal + printedUnit));
  if (unit === null && !/[1-9]/.test(decimal)) return { state: 'number', amount: 0n, unit: fixed, doubt: null };
  if (unit === null) return { state: 'unit_unknown', doubt: 'money_without_unit' };
  const amount = toFen(decimal, PLACES[unit]);
  if (amount === null) return unreadable('money_too_fine');
  if (isTooLong(amount)) return unreadable('number_unreadable');
  return { state: 'number', amount, unit: PLACES[unit] < PLACES.万元 ? 'cny' : 'cny_10k', doubt: null };
}

function moneyUnit(text: string): MoneyUnit | null {
  const unit = MONEY_UNIT.exec(text)?.[1] ?? '';
  return isMoneyUnit(unit) ? unit : null;
}

/** Null where the figure is finer than 分. */
function toFen(decimal: string, places: number): bigint | null {
  const [whole = '', fraction = ''] = decimal.split('.');
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > places) return null;
  return readFigure(whole + kept.padEnd(places, '0'), 'piece');
}

function isTooLong(amount: bigint): boolean {
  return amount.toString().replace('-', '').length > MOST_DIGITS;
}

function unreadable(doubt: DoubtCode): Amount {
  return { state: 'unreadable', doubt };
}
