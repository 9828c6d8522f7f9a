import type { Finding } from '@gongkai/model';
import { cannotHave } from './agency-facts';
import { checkEquations } from './check-equations';
import { TABLES, expectedCells } from './examine';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { BLANK, blankMessage } from './i18n/format-words';
import { isNothing } from './open-sheet';
import { sectionWords } from './place-words';

/**
 * FMT-BLANK: one finding a section for cells left blank or marked. Typed cells must say 0; a document may pass with a warning.
 * A blank that the sums show to be the missing figure has a finding of its own already.
 */
export function checkBlanks(examination: Examination): readonly Finding[] {
  const told = checkEquations(examination).flatMap(({ cells, found }) => (found === null ? cells : []));
  return TABLES.flatMap((section) => {
    const sheet = examination.sheet(section);
    const cells = expectedCells(examination, section).filter(
      (cell) => isNothing(sheet?.readingOf(cell)) && !cannotHave(examination, cell) && !told.includes(cell),
    );
    if (cells.length === 0) return [];
    const blanks = cells.filter((cell) => sheet?.readingOf(cell)?.state === 'blank').length;
    const derived = cells.filter((cell) => sheet?.derivedOf(cell) !== null).length;
    const path = sectionWords(examination.anyForm, section);
    return findingOf({
      code: 'FMT-BLANK',
      severity: examination.filing === 'online' ? 'error' : 'warning',
      section,
      path,
      message: blankMessage(path, blanks, cells.length - blanks, derived),
      rule: BLANK,
      cells,
    });
  });
}
