import { solidText, TABLE_SECTIONS } from '@gongkai/model';
import type { CellId, Doubt, Finding, TableSection } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { groupCells } from './group-cells';
import { REPEATED, copiedMessage, repeatedMessage } from './i18n/completeness-words';
import { sectionWords } from './place-words';

/**
 * FMT-REPEATED: one finding a section for cells that stand more than once. Copies that say the same are an info; where they differ nobody can tell
 * which is meant, and such cells are unreadable, unless only one of the copies could be read.
 */
export function checkRepeated(examination: Examination): readonly Finding[] {
  return TABLE_SECTIONS.flatMap((section) => {
    const doubts = examination.report.doubts.filter((doubt) => doubt.code === 'cell_repeated' && doubt.section === section);
    return doubts.length === 0 ? [] : findingFor(examination, section, doubts);
  });
}

function findingFor(examination: Examination, section: TableSection, doubts: readonly Doubt[]): readonly Finding[] {
  const form = examination.formOf(section) ?? examination.anyForm;
  const sheet = examination.sheet(section);
  const cells = cellsOf(doubts);
  const differing = cellsOf(doubts.filter(({ cell, text }) => cell !== null && plain(sheet?.readingOf(cell)?.raw) !== plain(text)));
  const isLost = differing.some((cell) => sheet?.readingOf(cell)?.state === 'unreadable');
  const severity = isLost ? 'error' : differing.length > 0 ? 'warning' : 'info';
  const path = sectionWords(form, section);
  const wordsOf = (some: readonly CellId[]) => groupCells(form, some).map(({ words }) => words);
  const isSame = differing.length === 0;
  const message = isSame
    ? copiedMessage(path, cells.length, wordsOf(cells))
    : repeatedMessage(path, cells.length, wordsOf(differing), isLost);
  const first = isSame ? cells : differing;
  return [findingOf({ severity, section, path, message, rule: REPEATED, cells: first })];
}

function cellsOf(doubts: readonly Doubt[]): readonly CellId[] {
  return [...new Set(doubts.flatMap(({ cell }) => cell ?? []))];
}

function plain(text: string | undefined): string {
  return solidText(text ?? '');
}
