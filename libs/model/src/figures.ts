import type { Unit } from './cells';

/** Digits behind the point that a unit can hold exactly: six for 万元, two for 元, none for counts. */
const DECIMALS: Readonly<Record<Unit, number>> = { piece: 0, request: 0, case: 0, item: 0, cny_10k: 6, cny: 2 };

/** No cell of these reports comes near; with a million of them a sum still fits 64 bits. */
const LIMIT = 1_000_000_000_000_000n;

/**
 * An amount as it travels and is printed: a decimal string in the cell's unit, without trailing zeros behind the point.
 * `printFigure(772_350_000n, 'cny_10k')` is `"772.35"`.
 */
export function printFigure(amount: bigint, unit: Unit): string {
  const decimals = DECIMALS[unit];
  if (decimals === 0) return amount.toString();
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return sign + digits.slice(0, -decimals) + (fraction === '' ? '' : `.${fraction}`);
}

/**
 * A decimal string in a unit as an exact amount (分 for money).
 * Returns null where it is not a plain decimal or is finer than the unit can hold or has more than fifteen digits: nothing is ever rounded or cut.
 */
export function readFigure(text: string, unit: Unit): bigint | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > DECIMALS[unit]) return null;
  const amount = BigInt(whole + kept.padEnd(DECIMALS[unit], '0'));
  if (amount >= LIMIT) return null;
  return sign === '-' ? -amount : amount;
}

/** A quotient of two sums as a decimal string with six digits behind the point, rounded half away from zero; the denominator is not zero. */
export function divideFigures(numerator: bigint, denominator: bigint): string {
  const scaled = numerator * 2_000_000n;
  const half = denominator < 0n ? -denominator : denominator;
  const signed = denominator < 0n ? -scaled : scaled;
  const rounded = signed < 0n ? -((-signed + half) / (2n * half)) : (signed + half) / (2n * half);
  const sign = rounded < 0n ? '-' : '';
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(7, '0');
  return `${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
