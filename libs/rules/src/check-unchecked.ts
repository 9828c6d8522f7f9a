import { TABLE_SECTIONS, type Finding, type TableSection } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { groupCells } from './group-cells';
import { UNCHECKED, uncheckedMessage } from './i18n/completeness-words';
import { sectionWords } from './place-words';
import { untoldRules } from './untold-rules';
import type { UntoldRule } from './untold-rules';

/** FMT-UNCHECKED: one finding a rule and report that could not be told everywhere, with the cells that could not be found or read. */
export function checkUnchecked(examination: Examination): readonly Finding[] {
  return TABLE_SECTIONS.flatMap((section) => {
    const untold = untoldRules(examination, section);
    const kinds = [...new Map(untold.map((one) => [keyOf(one), one])).keys()];
    return kinds.map((kind) =>
      findingFor(
        examination,
        section,
        untold.filter((one) => keyOf(one) === kind),
      ),
    );
  });
}

function keyOf({ says, year }: UntoldRule): string {
  return `${year} ${says.zh}`;
}

function findingFor(examination: Examination, section: TableSection, untold: readonly UntoldRule[]): Finding {
  const [first] = untold;
  const isLast = first?.year === 'last';
  const form = (isLast ? examination.lastFormOf(section) : examination.formOf(section)) ?? examination.anyForm;
  const cells = [...new Set(untold.flatMap((one) => one.cells))];
  const path = sectionWords(form, section);
  const says = first ? first.says : path;
  const places = groupCells(form, cells).map(({ words }) => words);
  const message = uncheckedMessage(path, { says, times: untold.length, isLast }, places);
  // Cells of last year's report are not cells of this one: nothing here is to be lit for them.
  return findingOf({ severity: 'info', section, path, message, rule: UNCHECKED, cells: isLast ? [] : cells });
}
