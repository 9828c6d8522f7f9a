import { TABLE_SECTIONS, type CellId, type Finding } from '@gongkai/model';
import { cannotHave, makesNoRules } from './agency-facts';
import type { CodedRule } from './coded-rule';
import { expectedCells } from './examine';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { NO_POWER, REGULATIONS, noPowerMessage, regulationsMessage } from './i18n/change-words';
import { cellWords } from './place-words';

/** S2-NO-POWER and S2-REG-POWER: a number where the agency cannot have one, by what is known of it or, for 规章, by its name. */
export function checkPowers(examination: Examination): readonly Finding[] {
  const named = TABLE_SECTIONS.filter((section) => examination.agency?.cannotHave.some((cell) => cell.startsWith(`${section}/`)));
  const known = named.flatMap((section) => expectedCells(examination, section)).filter((cell) => cannotHave(examination, cell));
  const rules = makesNoRules(examination) ? expectedCells(examination, 's2').filter((cell) => cell.startsWith('s2/regulations/')) : [];
  const hasAmount = (cell: CellId): boolean => amountOf(examination, cell) > 0n;
  return [
    ...known.filter(hasAmount).map((cell) => finding(examination, cell, NO_POWER)),
    ...rules.filter((cell) => hasAmount(cell) && !known.includes(cell)).map((cell) => finding(examination, cell, REGULATIONS)),
  ];
}

/** The amount of a cell; below zero where it holds none. */
function amountOf(examination: Examination, cell: CellId): bigint {
  const section = TABLE_SECTIONS.find((table) => cell.startsWith(`${table}/`)) ?? 's2';
  const worth = examination.sheet(section)?.worthOf(cell);
  return typeof worth === 'bigint' ? worth : -1n;
}

function finding(examination: Examination, cell: CellId, rule: CodedRule): Finding {
  const section = TABLE_SECTIONS.find((table) => cell.startsWith(`${table}/`)) ?? 's2';
  const path = cellWords(examination.formOf(section) ?? examination.anyForm, cell);
  const found = amountOf(examination, cell).toString();
  const message = rule === NO_POWER ? noPowerMessage(path, found) : regulationsMessage(path, found);
  return findingOf({
    severity: 'warning',
    section,
    path,
    message,
    rule,
    cells: [cell],
    expected: '0',
    found,
  });
}
