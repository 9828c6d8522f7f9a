import { TABLE_SECTIONS, type CellId, type Finding, type TableSection, type Words } from '@gongkai/model';
import { cannotHave, makesNoRules } from './agency-facts';
import { checkEquations } from './check-equations';
import { definitionsOf } from './equations-of';
import { expectedCells } from './examine';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { BLANK_CELLS, blankMessage } from './i18n/format-words';
import { isNothing } from './open-sheet';
import { cellWords, sectionWords } from './place-words';

/** More than these are counted and not named. */
const MOST_NAMED = 3;

/**
 * FMT-BLANK: one finding a section for cells left blank or marked. Typed cells must say 0; a document may pass with a warning.
 * A blank that the sums show to be the missing figure has a finding of its own already.
 */
export function checkBlanks(examination: Examination): readonly Finding[] {
  const told = checkEquations(examination).flatMap(({ cells, found }) => (found === null ? cells : []));
  return TABLE_SECTIONS.flatMap((section) => {
    const sheet = examination.sheet(section);
    const cells = expectedCells(examination, section).filter(
      (cell) =>
        isNothing(sheet?.readingOf(cell)) &&
        !isRight(examination, section, cell) &&
        !told.includes(cell) &&
        !waitsForParts(examination, section, cell),
    );
    if (cells.length === 0) return [];
    const blanks = cells.filter((cell) => sheet?.readingOf(cell)?.state === 'blank').length;
    const derived = cells.filter((cell) => sheet?.derivedOf(cell) !== null).length;
    const path = sectionWords(examination.anyForm, section);
    return findingOf({
      severity: examination.filing === 'online' ? 'error' : 'warning',
      section,
      path,
      message: blankMessage(path, { blanks, marks: cells.length - blanks, derived }, placesOf(examination, section, cells)),
      rule: BLANK_CELLS,
      cells,
    });
  });
}

/** Nothing is said of a cell that cannot apply to the agency; a mark says so of 规章 where its name does. */
function isRight(examination: Examination, section: TableSection, cell: CellId): boolean {
  const isMarked = examination.sheet(section)?.readingOf(cell)?.state === 'mark';
  return cannotHave(examination, cell) || (isMarked && cell.startsWith('s2/regulations/') && makesNoRules(examination));
}

/** Whoever types the parts of a total has it worked out: while a part is blank, the total is not told too. */
function waitsForParts(examination: Examination, section: TableSection, cell: CellId): boolean {
  const [form, sheet] = [examination.formOf(section), examination.sheet(section)];
  if (examination.filing !== 'online' || form === null) return false;
  return definitionsOf(form, cell).some(({ left }) => left.some((part) => isNothing(sheet?.readingOf(part.cell))));
}

function placesOf(examination: Examination, section: TableSection, cells: readonly CellId[]): readonly Words[] {
  const form = examination.formOf(section) ?? examination.anyForm;
  return cells.length > MOST_NAMED ? [] : cells.map((cell) => cellWords(form, cell));
}
