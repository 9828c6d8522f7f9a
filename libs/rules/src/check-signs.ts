import { printFigure, TABLE_SECTIONS } from '@gongkai/model';
import type { Finding } from '@gongkai/model';
import { expectedCells } from './examine';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { NEGATIVE, negativeMessage } from './i18n/format-words';
import { cellWords } from './place-words';

/** S2-NONNEG, S3-INT, S4-INT: no amount is negative but 本年增/减 of the 2019 form. That counts are whole is the reader's business. */
export function checkSigns(examination: Examination): readonly Finding[] {
  return TABLE_SECTIONS.flatMap((section) =>
    expectedCells(examination, section).flatMap((cell) => {
      const reading = examination.sheet(section)?.readingOf(cell);
      const { signed, unit } = examination.cellOf(cell);
      if (signed || reading?.state !== 'number' || reading.amount >= 0n) return [];
      const path = cellWords(examination.formOf(section) ?? examination.anyForm, cell);
      const found = printFigure(reading.amount, unit);
      const message = negativeMessage(path, found);
      return findingOf({ severity: 'error', section, path, message, rule: NEGATIVE[section], cells: [cell], found });
    }),
  );
}
