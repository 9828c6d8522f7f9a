import { TABLE_SECTIONS, type Doubt, type DoubtCode, type Finding, type Severity, type Words } from '@gongkai/model';
import type { CodedRule } from './coded-rule';
import { expectedCells } from './examine';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import {
  ALIKE_LABEL,
  CUT,
  LOST_HEADS,
  PART_OF_YEAR,
  OTHER_YEAR,
  UNKNOWN_CELL,
  UNKNOWN_LABEL,
  UNREAD_TABLE,
  UNRECOGNISED,
  alikeMessage,
  cutMessage,
  lostHeadsMessage,
  otherYearMessage,
  uncutMessage,
  unknownCellMessage,
  unknownLabelMessage,
  unreadTableMessage,
  unrecognisedMessage,
  partOfYearMessage,
} from './i18n/format-words';
import { MISSING_CELLS, missingCellsMessage } from './i18n/completeness-words';
import { WHOLE_REPORT } from './i18n/content-words';
import { groupCells } from './group-cells';
import { isNotFound } from './open-sheet';
import { sectionWords } from './place-words';

/**
 * FMT-MISSING and S4-COLS: cells of the form that could not be found in the report; one finding a section, which names them by rows and columns.
 * They may be missing there or only have escaped the reader: neither is a blank.
 */
export function checkMissingCells(examination: Examination): readonly Finding[] {
  return TABLE_SECTIONS.flatMap((section) => {
    const sheet = examination.sheet(section);
    const cells = expectedCells(examination, section).filter((cell) => isNotFound(sheet?.readingOf(cell)));
    if (cells.length === 0) return [];
    const places = groupCells(examination.formOf(section) ?? examination.anyForm, cells);
    const path = sectionWords(examination.anyForm, section);
    return findingOf({
      severity: 'error',
      section,
      path,
      message: missingCellsMessage(
        path,
        cells.length,
        places.map(({ words }) => words),
      ),
      rule: MISSING_CELLS[section],
      cells,
    });
  });
}

interface Kind {
  readonly severity: Severity;
  readonly rule: CodedRule;
  readonly message: (place: Words, ...texts: readonly [string, ...string[]]) => Words;
}

const STRANGE: Kind = { severity: 'warning', rule: UNKNOWN_LABEL, message: unknownLabelMessage };

/** The doubts about a layout; those about single readings, years and headings have checks of their own. */
const EACH: Partial<Readonly<Record<DoubtCode, Kind>>> = {
  form_unrecognised: { severity: 'error', rule: UNRECOGNISED, message: unrecognisedMessage },
  section_unread: { severity: 'error', rule: UNREAD_TABLE, message: unreadTableMessage },
  row_unrecognised: STRANGE,
  column_unrecognised: STRANGE,
  other_year: { severity: 'warning', rule: OTHER_YEAR, message: otherYearMessage },
  cell_unrecognised: { severity: 'warning', rule: UNKNOWN_CELL, message: unknownCellMessage },
};

/** Those that a document has in every row if it has them at all: one finding a section. */
const ONCE: Partial<Readonly<Record<DoubtCode, Kind>>> = {
  label_alike: { severity: 'warning', rule: ALIKE_LABEL, message: alikeMessage },
  part_of_year: { severity: 'inconsistency', rule: PART_OF_YEAR, message: partOfYearMessage },
  cells_inferred: { severity: 'warning', rule: CUT, message: cutMessage },
  heads_inferred: { severity: 'warning', rule: LOST_HEADS, message: lostHeadsMessage },
  cells_ambiguous: { severity: 'error', rule: CUT, message: uncutMessage },
};

/** FMT-FORM, FMT-UNREAD, FMT-YEARS, FMT-LABEL, FMT-CELL, FMT-ALIKE, FMT-PART, FMT-HEADS, FMT-CUT: what the reader saw in the tables and could not place, or placed by reasoning. */
export function checkLayout(examination: Examination): readonly Finding[] {
  const { doubts } = examination.report;
  return doubts.flatMap((doubt, at) => {
    const { code, section } = doubt;
    const each = EACH[code];
    if (each) return tell(examination, each, [doubt]);
    const once = ONCE[code];
    const alike = doubts.filter((other) => other.code === code && other.section === section);
    return once && doubts.indexOf(alike[0] as Doubt) === at ? tell(examination, once, alike) : [];
  });
}

function tell(examination: Examination, { severity, rule, message }: Kind, doubts: readonly Doubt[]): readonly Finding[] {
  const [first, ...more] = doubts;
  if (!first) return [];
  const { section } = first;
  const path = section === null ? WHOLE_REPORT : sectionWords(examination.anyForm, section);
  const cells = doubts.flatMap(({ cell }) => cell ?? []);
  const said = message(path, first.text, ...more.map(({ text }) => text));
  return [findingOf({ severity, section, path, message: said, rule, cells })];
}
