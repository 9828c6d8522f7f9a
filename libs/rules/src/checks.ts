import type { Finding } from '@gongkai/model';
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
import type { CodedRule } from './coded-rule';
import type { Examination } from './examine';
import { FEE_UNIT, JUMP, NO_POWER, REGULATIONS } from './i18n/change-words';
import { CHANGE, LEFT_OUT } from './i18n/change-of-year-words';
import { MISSING_CELLS, NOT_WHOLE, OLDER, REPEATED, UNCHECKED } from './i18n/completeness-words';
import { FEE, HEADINGS, OTHER_HIGH, PARTIAL_ONCE } from './i18n/content-words';
import {
  ALIKE_LABEL,
  BLANK_CELLS,
  CUT,
  LOST_HEADS,
  MISSING_UNIT,
  MIXED_FORMS,
  NEGATIVE,
  ONE_ROW_OTHER,
  OTHER_YEAR,
  PART_OF_YEAR,
  PRECISION,
  SUBTOTAL,
  UNKNOWN_CELL,
  UNKNOWN_LABEL,
  UNREADABLE,
  UNREAD_TABLE,
  UNRECOGNISED,
} from './i18n/format-words';
import { LIKENESS, TWIN } from './i18n/likeness-words';
import {
  ASSESSMENT,
  CITED,
  CLAIM_RULES,
  FEE_AMOUNTS,
  LENGTH,
  PARTS,
  PERCENT,
  SCOPE,
  SIGNED_EARLY,
  SIGNED_LATE,
  STRANGER,
  TITLES,
} from './i18n/narrative-words';
import { BODY_YEAR, REPORT_YEAR } from './i18n/year-words';

/** A check of its own, with the rules its findings may name. */
export interface Check {
  readonly find: (examination: Examination) => readonly Finding[];
  readonly rules: readonly CodedRule[];
}

/** Every check there is, in the order in which they run; that of the equations speaks for the lines of the form files, too. */
export const REPORT_CHECKS: readonly Check[] = [
  { find: checkHeadings, rules: [OLDER, HEADINGS] },
  { find: checkTitles, rules: [TITLES] },
  { find: checkYear, rules: [REPORT_YEAR] },
  { find: checkBodyYears, rules: [BODY_YEAR] },
  { find: checkSigning, rules: [SIGNED_EARLY, SIGNED_LATE] },
  {
    find: checkLayout,
    rules: [UNRECOGNISED, UNREAD_TABLE, UNKNOWN_LABEL, UNKNOWN_CELL, ALIKE_LABEL, OTHER_YEAR, PART_OF_YEAR, LOST_HEADS, CUT],
  },
  { find: checkRepeated, rules: [REPEATED] },
  { find: checkMissingCells, rules: [MISSING_CELLS.s3, MISSING_CELLS.s4] },
  { find: checkUnchecked, rules: [UNCHECKED] },
  { find: checkWhole, rules: [NOT_WHOLE] },
  { find: checkReadings, rules: [UNREADABLE, PRECISION, MISSING_UNIT] },
  { find: checkSigns, rules: [NEGATIVE.s2, NEGATIVE.s3, NEGATIVE.s4] },
  { find: checkBlanks, rules: [BLANK_CELLS] },
  { find: checkFormMix, rules: [MIXED_FORMS, ONE_ROW_OTHER] },
  { find: checkCitedForm, rules: [CITED] },
  { find: checkEquations, rules: [PARTIAL_ONCE] },
  { find: checkSubtotals, rules: [SUBTOTAL] },
  { find: checkOtherShare, rules: [OTHER_HIGH] },
  { find: checkFee, rules: [FEE] },
  { find: checkFeeAmounts, rules: [FEE_AMOUNTS] },
  { find: checkClaims, rules: [...CLAIM_RULES] },
  { find: checkScope, rules: [SCOPE] },
  { find: checkPercents, rules: [PERCENT] },
  { find: checkChanges, rules: [CHANGE] },
  { find: checkParts, rules: [PARTS] },
  { find: checkLeftOut, rules: [LEFT_OUT] },
  { find: checkLength, rules: [LENGTH] },
  { find: checkAssessment, rules: [ASSESSMENT] },
  { find: checkLikeness, rules: [LIKENESS] },
  { find: checkTwins, rules: [TWIN] },
  { find: checkStrangers, rules: [STRANGER] },
  { find: checkPowers, rules: [REGULATIONS, NO_POWER] },
  { find: checkFeeUnit, rules: [FEE_UNIT] },
  { find: checkJumps, rules: [JUMP] },
];

/** Every rule that no line of a form file can say; a code with several parts has an entry for each. */
export const CODED_RULES: readonly CodedRule[] = REPORT_CHECKS.flatMap(({ rules }) => rules);
