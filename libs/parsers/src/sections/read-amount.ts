import { readFigure, type Cell, type DoubtCode, type Unit } from '@gongkai/model';
import { figureText, isMark } from '../labels/figure-text';

/** An amount (分 for money) with the unit it was printed in, or why there is none. */
export type Amount =
  | { readonly state: 'number'; readonly amount: bigint; readonly unit: Unit; readonly doubt: null }
  | { readonly state: 'blank' | 'mark' | 'unreadable' | 'unit_unknown'; readonly doubt: DoubtCode | null };

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\D*)$/;
const COUNT_UNIT = /^(?:件次|件|条|份|个|项|宗|起|次|例)?$/;
const MONEY_UNIT = /^(?:人民币)?(元|万元|亿元)$/;
/** Decimal places from a money unit to 分. */
const PLACES = { 元: 2, 万元: 6, 亿元: 10 } as const;
type MoneyUnit = keyof typeof PLACES;
/** Larger figures do not fit the columns they are kept in. */
const MOST_DIGITS = 18;

/**
 * Reads one cell as printed. Money takes the unit in the cell, else the one in its column's heading, else 万元 where the form fixes it;
 * money without any unit is `unit_unknown`, unless it is zero. Nothing is rounded: what is finer than 分 is unreadable.
 */
export function readAmount(raw: string, cell: Pick<Cell, 'unit' | 'signed'>, heading: string): Amount {
  const text = raw.length > 200 ? '?' : figureText(raw);
  if (text === '') return { state: 'blank', doubt: null };
  if (isMark(text)) return { state: 'mark', doubt: null };
  const match = NUMBER.exec(text);
  if (!match) return unreadable('number_unreadable');
  const [, sign = '', whole = '', fraction = '', unit = ''] = match;
  if (sign !== '' && !cell.signed) return unreadable('number_unreadable');
  const decimal = sign + whole.replaceAll(',', '') + fraction;
  return cell.unit === 'cny' || cell.unit === 'cny_10k'
    ? readMoney(decimal, unit, cell.unit, heading)
    : readCount(decimal, unit, cell.unit);
}

function readCount(decimal: string, printedUnit: string, unit: Unit): Amount {
  const amount = COUNT_UNIT.test(printedUnit) ? readFigure(decimal, unit) : null;
  return amount === null || isTooLong(amount) ? unreadable('number_unreadable') : { state: 'number', amount, unit, doubt: null };
}

function readMoney(decimal: string, printedUnit: string, fixed: 'cny' | 'cny_10k', heading: string): Amount {
  const unit = printedUnit === '' ? (unitIn(heading) ?? (fixed === 'cny_10k' ? '万元' : null)) : moneyUnit(printedUnit);
  if (unit === null && printedUnit !== '') return unreadable('number_unreadable');
  if (unit === null && !/[1-9]/.test(decimal)) return { state: 'number', amount: 0n, unit: fixed, doubt: null };
  if (unit === null) return { state: 'unit_unknown', doubt: 'money_without_unit' };
  const amount = toFen(decimal, PLACES[unit]);
  if (amount === null) return unreadable('money_too_fine');
  if (isTooLong(amount)) return unreadable('number_unreadable');
  return { state: 'number', amount, unit: unit === '元' ? 'cny' : 'cny_10k', doubt: null };
}

function moneyUnit(text: string): MoneyUnit | null {
  return (MONEY_UNIT.exec(text)?.[1] as MoneyUnit | undefined) ?? null;
}

/** A unit in a heading stands in brackets or at its end: 采购总金额（万元）, 本年收费金额（单位：元）. */
function unitIn(heading: string): MoneyUnit | null {
  return (/[(:](?:人民币)?(元|万元|亿元)\)?$/.exec(figureText(heading))?.[1] as MoneyUnit | undefined) ?? null;
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
