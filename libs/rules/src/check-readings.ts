import {
  TABLE_SECTIONS,
  type DoubtCode,
  type Finding,
  type Reading,
  type Report,
  type Severity,
  type TableSection,
  type Words,
} from '@gongkai/model';
import type { CodedRule } from './coded-rule';
import { expectedCells } from './examine';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import {
  PRECISION,
  MISSING_UNIT,
  UNREADABLE,
  apartMessage,
  estimatedMessage,
  notWholeMessage,
  precisionMessage,
  signedFigureMessage,
  unitMessage,
  unreadableMessage,
} from './i18n/format-words';
import { cellWords, sectionWords } from './place-words';

interface Kind {
  readonly severity: Severity;
  readonly rule: CodedRule;
  readonly message: (path: Words, raw: string) => Words;
}

const KINDS = {
  number_unreadable: { severity: 'error', rule: UNREADABLE, message: unreadableMessage },
  figures_apart: { severity: 'error', rule: UNREADABLE, message: apartMessage },
  figure_estimated: { severity: 'error', rule: UNREADABLE, message: estimatedMessage },
  figure_signed: { severity: 'error', rule: UNREADABLE, message: signedFigureMessage },
  count_not_whole: { severity: 'error', rule: UNREADABLE, message: notWholeMessage },
  money_too_fine: { severity: 'error', rule: PRECISION, message: precisionMessage },
  money_without_unit: { severity: 'warning', rule: MISSING_UNIT, message: unitMessage },
} as const satisfies Partial<Record<DoubtCode, Kind>>;

/** FMT-UNREADABLE, FMT-PRECISION, FMT-UNIT: one finding for each cell whose text gives no exact amount, and for each such doubt outside the cells. */
export function checkReadings(examination: Examination): readonly Finding[] {
  return [...TABLE_SECTIONS.flatMap((section) => inCells(examination, section)), ...outsideCells(examination)];
}

function inCells(examination: Examination, section: TableSection): readonly Finding[] {
  const form = examination.formOf(section) ?? examination.anyForm;
  return expectedCells(examination, section).flatMap((cell) => {
    const reading = examination.sheet(section)?.readingOf(cell);
    const kind = reading ? kindOf(examination, reading) : null;
    if (!reading || !kind) return [];
    const path = cellWords(form, cell);
    const { severity, rule } = kind;
    return findingOf({ severity, section, path, message: kind.message(path, reading.raw), rule, cells: [cell], found: reading.raw });
  });
}

/** A doubt about a cell says more than the cell's state: money too fine is unreadable as an amount. */
function kindOf({ report }: Examination, reading: Reading): Kind | null {
  if (reading.state === 'unit_unknown') return KINDS.money_without_unit;
  if (reading.state !== 'unreadable' || isAsRepeated(report, reading)) return null;
  const doubt = report.doubts.find(({ cell, code }) => cell === reading.cell && isKind(code))?.code;
  return doubt !== undefined && isKind(doubt) ? KINDS[doubt] : KINDS.number_unreadable;
}

/** Why a text gives no exact amount, as the finding of the file says it. */
export function unreadableWords(doubt: DoubtCode, path: Words, raw: string): Words {
  const { message } = isKind(doubt) ? KINDS[doubt] : KINDS.number_unreadable;
  return message(path, raw);
}

/** Two copies that differ are one finding of their own. */
function isAsRepeated({ doubts }: Report, { cell }: Reading): boolean {
  return doubts.some((doubt) => doubt.code === 'cell_repeated' && doubt.cell === cell);
}

function outsideCells(examination: Examination): readonly Finding[] {
  return examination.report.doubts.flatMap((doubt) => {
    const { code: doubted, section, cell, text } = doubt;
    if (cell !== null || section === null || !isKind(doubted)) return [];
    const { severity, rule, message } = KINDS[doubted];
    const path = sectionWords(examination.anyForm, section);
    return findingOf({ severity, section, path, message: message(path, text), rule, found: text });
  });
}

function isKind(code: DoubtCode): code is keyof typeof KINDS {
  return code in KINDS;
}
