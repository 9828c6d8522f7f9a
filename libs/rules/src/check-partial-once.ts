import { cellAt } from '@gongkai/model';
import type { Finding } from '@gongkai/model';
import { brokenEquations } from './check-equations';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { PARTIAL_ONCE, partialOnceMessage } from './i18n/content-words';
import { cellWords } from './place-words';

/** S3-PARTIAL-ONCE: a hint beside a broken S3-COL whose excess is exactly what was partially granted. */
export function checkPartialOnce(examination: Examination): readonly Finding[] {
  const form = examination.formOf('s3');
  const sheet = examination.sheet('s3');
  if (!form || !sheet) return [];
  return brokenEquations(examination).flatMap(({ equation, expected, found }) => {
    if (equation.rule.id !== 'S3-COL') return [];
    const cell = cellAt(equation, 'partially_granted', equation.along.code);
    const excess = expected - found;
    if (excess <= 0n || sheet.worthOf(cell) !== excess) return [];
    const path = cellWords(form, cell);
    const message = partialOnceMessage(path, excess.toString());
    return findingOf({ code: 'S3-PARTIAL-ONCE', severity: 'warning', section: 's3', path, message, rule: PARTIAL_ONCE, cells: [cell] });
  });
}
