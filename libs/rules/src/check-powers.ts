import type { CellId, Finding } from '@gongkai/model';
import { agencyName, cannotHave } from './agency-facts';
import { TABLES, expectedCells } from './examine';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { NO_POWER, REGULATIONS, noPowerMessage, regulationsMessage } from './i18n/change-words';
import { cellWords } from './place-words';

/**
 * Names of bodies that make no rules: whatever belongs to a county, a banner, a township or a street, or to a district of a city. Rules are made
 * by ministries, provinces and cities with districts; a city's own name does not tell which kind it is.
 */
const WITHOUT_RULES =
  /县|旗|[\p{Script=Han}]{2}(?:乡|镇)(?:人民政府|$)|街道办事处|市[\p{Script=Han}]{1,4}(?<!新|开发|试验|实验|示范|自治)区/u;

/** S2-NO-POWER and S2-REG-POWER: a number where the agency cannot have one, by what is known of it or, for 规章, by its name. */
export function checkPowers(examination: Examination): readonly Finding[] {
  const name = agencyName(examination);
  const named = TABLES.filter((section) => examination.agency?.cannotHave.some((cell) => cell.startsWith(`${section}/`)));
  const known = named.flatMap((section) => expectedCells(examination, section)).filter((cell) => cannotHave(examination, cell));
  const isWithoutRules = name !== null && WITHOUT_RULES.test(name);
  const rules = isWithoutRules ? expectedCells(examination, 's2').filter((cell) => cell.startsWith('s2/regulations/')) : [];
  const hasAmount = (cell: CellId): boolean => amountOf(examination, cell) > 0n;
  return [
    ...known.filter(hasAmount).map((cell) => finding(examination, cell, 'S2-NO-POWER')),
    ...rules.filter((cell) => hasAmount(cell) && !known.includes(cell)).map((cell) => finding(examination, cell, 'S2-REG-POWER')),
  ];
}

/** The amount of a cell; below zero where it holds none. */
function amountOf(examination: Examination, cell: CellId): bigint {
  const section = TABLES.find((table) => cell.startsWith(`${table}/`)) ?? 's2';
  const worth = examination.sheet(section)?.worthOf(cell);
  return typeof worth === 'bigint' ? worth : -1n;
}

function finding(examination: Examination, cell: CellId, code: 'S2-NO-POWER' | 'S2-REG-POWER'): Finding {
  const section = TABLES.find((table) => cell.startsWith(`${table}/`)) ?? 's2';
  const path = cellWords(examination.formOf(section) ?? examination.anyForm, cell);
  const found = amountOf(examination, cell).toString();
  const isKnown = code === 'S2-NO-POWER';
  const message = isKnown ? noPowerMessage(path, found) : regulationsMessage(path, found);
  return findingOf({
    code,
    severity: 'warning',
    section,
    path,
    message,
    rule: isKnown ? NO_POWER : REGULATIONS,
    cells: [cell],
    expected: '0',
    found,
  });
}
