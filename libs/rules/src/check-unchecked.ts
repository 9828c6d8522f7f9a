import type { CellId, Finding, TableSection } from '@gongkai/model';
import { TABLES } from './examine';
import type { Examination } from './examine';
import { equationsOf } from './equations-of';
import { findingOf } from './finding-of';
import { groupCells } from './group-cells';
import { UNCHECKED, uncheckedMessage } from './i18n/completeness-words';
import { sectionWords } from './place-words';
import type { Equation } from './unroll-rules';
import { worthOfAddend } from './weigh-equations';

/** FMT-UNCHECKED: one finding a rule that could not be told everywhere, with the cells that could not be found or read. */
export function checkUnchecked(examination: Examination): readonly Finding[] {
  return TABLES.flatMap((section) => {
    const form = examination.formOf(section);
    if (!form) return [];
    const open = equationsOf(form, examination.lastFormOf(section)).filter(
      (equation) => equation.section === section && unknownIn(examination, equation).length > 0,
    );
    const rules = [...new Set(open.map(({ rule }) => rule))];
    return rules.map((rule) =>
      findingFor(
        examination,
        section,
        open.filter((equation) => equation.rule === rule),
      ),
    );
  });
}

function findingFor(examination: Examination, section: TableSection, equations: readonly Equation[]): Finding {
  const form = examination.formOf(section) ?? examination.anyForm;
  const cells = [...new Set(equations.flatMap((equation) => unknownIn(examination, equation)))];
  const path = sectionWords(form, section);
  const [first] = equations;
  const says = first ? first.rule.says : path;
  const places = groupCells(form, cells).map(({ words }) => words);
  const message = uncheckedMessage(path, { says, times: equations.length }, places);
  return findingOf({ code: 'FMT-UNCHECKED', severity: 'info', section, path, message, rule: UNCHECKED, cells });
}

/** Cells of an equation that hold neither a figure nor a nothing that was seen. */
function unknownIn(examination: Examination, equation: Equation): readonly CellId[] {
  return [...equation.left, ...equation.right]
    .filter((addend) => addend.year === 'this' && worthOfAddend(examination, equation, addend) === 'unknown')
    .map(({ cell }) => cell);
}
