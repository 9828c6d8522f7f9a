import type { Finding, TableSection } from '@gongkai/model';
import { TABLES, expectedCells } from './examine';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import {
  MISSING_CELLS,
  REPEATED,
  UNKNOWN_LABEL,
  UNRECOGNISED,
  missingCellsMessage,
  repeatedMessage,
  unknownLabelMessage,
  unrecognisedMessage,
} from './i18n/format-words';
import { WHOLE_REPORT } from './i18n/content-words';
import { cellWords, sectionWords } from './place-words';

/** FMT-MISSING and S4-COLS: cells of the form that the report does not have at all; one finding a section. */
export function checkMissingCells(examination: Examination): readonly Finding[] {
  return TABLES.flatMap((section) => {
    const sheet = examination.sheet(section);
    const cells = expectedCells(examination, section).filter((cell) => sheet?.readingOf(cell) === undefined);
    const [first] = cells;
    if (first === undefined) return [];
    const path = sectionWords(examination.anyForm, section);
    return findingOf({
      code: codeOfMissing(section),
      severity: 'error',
      section,
      path,
      message: missingCellsMessage(path, cells.length, cellWords(examination.formOf(section) ?? examination.anyForm, first)),
      rule: MISSING_CELLS,
      cells,
    });
  });
}

function codeOfMissing(section: TableSection): string {
  return section === 's4' ? 'S4-COLS' : 'FMT-MISSING';
}

/** FMT-FORM, FMT-LABEL, FMT-REPEATED: what the reader saw in the tables and could not place. */
export function checkLayout(examination: Examination): readonly Finding[] {
  return examination.report.doubts.flatMap((doubt) => {
    const { section, text } = doubt;
    const path = section === null ? WHOLE_REPORT : sectionWords(examination.anyForm, section);
    if (doubt.code === 'form_unrecognised')
      return findingOf({
        code: 'FMT-FORM',
        severity: 'error',
        section,
        path,
        message: unrecognisedMessage(path, text),
        rule: UNRECOGNISED,
      });
    if (doubt.code === 'row_unrecognised' || doubt.code === 'column_unrecognised')
      return findingOf({
        code: 'FMT-LABEL',
        severity: 'warning',
        section,
        path,
        message: unknownLabelMessage(path, text),
        rule: UNKNOWN_LABEL,
      });
    if (doubt.code === 'cell_repeated') {
      const cells = doubt.cell === null ? [] : [doubt.cell];
      return findingOf({
        code: 'FMT-REPEATED',
        severity: 'warning',
        section,
        path,
        message: repeatedMessage(path, text),
        rule: REPEATED,
        cells,
      });
    }
    return [];
  });
}
