import { TABLE_SECTIONS, type Finding, type SectionCode, type Severity } from '@gongkai/model';
import { REPORT_CHECKS } from './checks';
import { examine, expectedCells } from './examine';
import type { CheckInput } from './examine';
import { lawNamed } from './law-named';

const SEVERITIES: readonly Severity[] = ['error', 'inconsistency', 'warning', 'info'];
const SECTIONS: readonly (SectionCode | null)[] = [null, 's1', 's2', 's3', 's4', 's5', 's6'];

/**
 * Everything that is wrong with a report, the gravest first, then in the order of the form.
 * Section two is checked under its own form, three under its own, four under its own. The caller decides what a finding forbids.
 */
export function checkReport(input: CheckInput): readonly Finding[] {
  const examination = examine(input);
  const positions = new Map(TABLE_SECTIONS.flatMap((section) => expectedCells(examination, section)).map((cell, at) => [cell, at]));
  const placeOf = ({ cells: [first] }: Finding): number => (first === undefined ? -1 : (positions.get(first) ?? -1));
  const compare = (a: Finding, b: Finding): number =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) ||
    placeOf(a) - placeOf(b);
  const named = (finding: Finding): Finding => ({ ...finding, basis: lawNamed(finding.basis, input.forms, examination.inForce) });
  return REPORT_CHECKS.flatMap(({ find }) => find(examination))
    .sort(compare)
    .map(named);
}
