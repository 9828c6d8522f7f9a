import { cellAt } from '@gongkai/model';
import type { Consequence } from '@gongkai/model';
import type { Examination } from './examine';
import { PARTIAL_ONCE, partialOnceMessage } from './i18n/content-words';
import type { WeighedEquation } from './weigh-equations';

/** S3-PARTIAL-ONCE: a hint under a broken S3-COL whose excess is exactly what was partially granted; said once for a cause. */
export function hintPartialOnce(examination: Examination, broken: readonly WeighedEquation[]): readonly Consequence[] {
  const sheet = examination.sheet('s3');
  const hints = broken.flatMap(({ equation, expected, found }): readonly Consequence[] => {
    if (equation.rule.id !== 'S3-COL') return [];
    const cell = cellAt(equation, 'partially_granted', equation.along.code);
    const excess = expected - found;
    if (excess <= 0n || sheet?.worthOf(cell) !== excess) return [];
    const path = examination.cellPath(cell);
    const message = partialOnceMessage(path, excess.toString());
    const { code } = PARTIAL_ONCE;
    return [{ code, severity: 'warning', cells: [cell], path, message, expected: null, found: null, difference: null }];
  });
  return hints.slice(0, 1);
}
