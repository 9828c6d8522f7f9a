import type { Finding, SectionCode, Severity } from '@gongkai/model';
import { checkAssessment } from './check-assessment';
import { checkBlanks } from './check-blanks';
import { checkBodyYears } from './check-body-years';
import { checkChanges } from './check-changes';
import { checkCitedForm } from './check-cited-form';
import { checkClaims } from './check-claims';
import { checkEquations } from './check-equations';
import { checkFee } from './check-fee';
import { checkFeeAmounts } from './check-fee-amounts';
import { checkFeeUnit } from './check-fee-unit';
import { checkFormMix } from './check-form-mix';
import { checkHeadings } from './check-headings';
import { checkJumps } from './check-jumps';
import { checkLayout, checkMissingCells } from './check-layout';
import { checkLeftOut } from './check-left-out';
import { checkLength } from './check-length';
import { checkLikeness } from './check-likeness';
import { checkOtherShare } from './check-other-share';
import { checkParts } from './check-parts';
import { checkPercents } from './check-percents';
import { checkPowers } from './check-powers';
import { checkReadings } from './check-readings';
import { checkRepeated } from './check-repeated';
import { checkScope } from './check-scope';
import { checkSigning } from './check-signing';
import { checkSigns } from './check-signs';
import { checkStrangers } from './check-strangers';
import { checkSubtotals } from './check-subtotals';
import { checkTitles } from './check-titles';
import { checkTwins } from './check-twins';
import { checkUnchecked } from './check-unchecked';
import { checkWhole } from './check-whole';
import { checkYear } from './check-year';
import { TABLES, examine, expectedCells } from './examine';
import type { CheckInput, Examination } from './examine';
import { lawNamed } from './law-named';

const CHECKS: readonly ((examination: Examination) => readonly Finding[])[] = [
  checkHeadings,
  checkTitles,
  checkYear,
  checkBodyYears,
  checkSigning,
  checkLayout,
  checkRepeated,
  checkMissingCells,
  checkUnchecked,
  checkWhole,
  checkReadings,
  checkSigns,
  checkBlanks,
  checkFormMix,
  checkCitedForm,
  checkEquations,
  checkSubtotals,
  checkOtherShare,
  checkFee,
  checkFeeAmounts,
  checkClaims,
  checkScope,
  checkPercents,
  checkChanges,
  checkParts,
  checkLeftOut,
  checkLength,
  checkAssessment,
  checkLikeness,
  checkTwins,
  checkStrangers,
  checkPowers,
  checkFeeUnit,
  checkJumps,
];

const SEVERITIES: readonly Severity[] = ['error', 'inconsistency', 'warning', 'info'];
const SECTIONS: readonly (SectionCode | null)[] = [null, 's1', 's2', 's3', 's4', 's5', 's6'];

/**
 * Everything that is wrong with a report, the gravest first, then in the order of the form.
 * Section two is checked under its own form, three under its own, four under its own. The caller decides what a finding forbids.
 */
export function checkReport(input: CheckInput): readonly Finding[] {
  const examination = examine(input);
  const positions = new Map(TABLES.flatMap((section) => expectedCells(examination, section)).map((cell, at) => [cell, at]));
  const placeOf = ({ cells: [first] }: Finding): number => (first === undefined ? -1 : (positions.get(first) ?? -1));
  const compare = (a: Finding, b: Finding): number =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) ||
    placeOf(a) - placeOf(b);
  const named = (finding: Finding): Finding => ({ ...finding, basis: lawNamed(finding.basis, input.forms, examination.inForce) });
  return CHECKS.flatMap((check) => check(examination))
    .sort(compare)
    .map(named);
}
