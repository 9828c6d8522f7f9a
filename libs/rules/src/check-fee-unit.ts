import { printFigure } from '@gongkai/model';
import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { FEE_UNIT, feeJumpMessage, feeLargeMessage } from './i18n/change-words';
import { cellWords } from './place-words';

const CELL = 's2/administrative_fees/amount_10k_cny';
/** In 分, as money is kept: 1,000,000万元, and 1万元 below which a year says nothing about the unit. */
const LARGE = 1_000_000n * 1_000_000n;
const SMALLEST = 1_000_000n;
const FACTOR = 100n;

/** S2-FEE-UNIT: fees of 万元 that look like 元, or the reverse: a hundred times last year's or a hundredth, or a million 万元 and more. */
export function checkFeeUnit(examination: Examination): readonly Finding[] {
  const now = examination.sheet('s2')?.worthOf(CELL);
  const form = examination.formOf('s2');
  if (!form || typeof now !== 'bigint') return [];
  const path = cellWords(form, CELL);
  const said = { severity: 'warning', section: 's2', path, rule: FEE_UNIT, cells: [CELL] } as const;
  const found = printFigure(now, 'cny_10k');
  const before = examination.lastSheet('s2')?.worthOf(CELL);
  if (typeof before === 'bigint' && isOtherUnit(now, before)) {
    const last = printFigure(before, 'cny_10k');
    return [findingOf({ ...said, message: feeJumpMessage(path, last, found), found })];
  }
  return now >= LARGE ? [findingOf({ ...said, message: feeLargeMessage(path, found), found })] : [];
}

function isOtherUnit(now: bigint, before: bigint): boolean {
  const [smaller, larger] = now < before ? [now, before] : [before, now];
  return smaller >= SMALLEST && larger > smaller * FACTOR;
}
