import { TABLE_SECTIONS, type Finding, type TableSection } from '@gongkai/model';
import { expectedCells } from './examine';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { WHOLE_REPORT } from './i18n/content-words';
import { NOT_WHOLE, emptyTableMessage, fewFiguresMessage } from './i18n/completeness-words';
import { sectionWords } from './place-words';

/** Fewer than a tenth of the cells: even an agency that leaves out every zero prints more. */
const LEAST_SHARE = 10;
/** The tables in which every agency has some figure. */
const NEVER_EMPTY: readonly TableSection[] = ['s2', 's3'];

/** FMT-WHOLE: a document that holds hardly any figure, or none in a whole table, is no report yet. What is typed has an error for each blank. */
export function checkWhole(examination: Examination): readonly Finding[] {
  if (examination.filing === 'online') return [];
  const counts = TABLE_SECTIONS.map((section) => ({ section, ...countIn(examination, section) })).filter(({ cells }) => cells > 0);
  const numbers = counts.reduce((sum, one) => sum + one.numbers, 0);
  const cells = counts.reduce((sum, one) => sum + one.cells, 0);
  const said = { severity: 'error', rule: NOT_WHOLE } as const;
  if (numbers * LEAST_SHARE < cells)
    return [findingOf({ ...said, section: null, path: WHOLE_REPORT, message: fewFiguresMessage(numbers, cells) })];
  return counts
    .filter((one) => one.numbers === 0 && one.seen > 0 && NEVER_EMPTY.includes(one.section))
    .map(({ section }) => {
      const path = sectionWords(examination.anyForm, section);
      return findingOf({ ...said, section, path, message: emptyTableMessage(path) });
    });
}

function countIn(examination: Examination, section: TableSection) {
  const states = expectedCells(examination, section).map((cell) => examination.sheet(section)?.readingOf(cell)?.state);
  return {
    cells: states.length,
    numbers: states.filter((state) => state === 'number').length,
    seen: states.filter((state) => state !== undefined && state !== 'not_found').length,
  };
}
