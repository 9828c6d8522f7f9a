import { trimmedText, type Cell, type Unit } from '@gongkai/model';
import { readAmount, type NotedAmount } from '../sections/read-amount';

/** What a form that is typed into prints above its amounts of money. */
const UNITS: Partial<Readonly<Record<Unit, string>>> = { cny: '（元）', cny_10k: '（万元）' };

/** Reads what was typed into a cell of a form, wherever it is typed: `1,204`, `１２`, `/`, `3.5万元`. */
export function readTyped(text: string, cell: Pick<Cell, 'unit' | 'signed'>): NotedAmount {
  return readAmount(trimmedText(text), cell, UNITS[cell.unit] ?? '');
}
