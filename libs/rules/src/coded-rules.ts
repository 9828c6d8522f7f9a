import type { MissingStrategy, Severity, Words } from '@gongkai/model';
import type { RuleWords } from './finding-of';
import { CHANGE, LEFT_OUT } from './i18n/change-of-year-words';
import { FEE_UNIT, JUMP, NO_POWER, REGULATIONS } from './i18n/change-words';
import { FEE, HEADINGS, OTHER_HIGH, PARTIAL_ONCE } from './i18n/content-words';
import * as completeness from './i18n/completeness-words';
import * as format from './i18n/format-words';
import { LIKENESS, TWIN } from './i18n/likeness-words';
import * as narrative from './i18n/narrative-words';
import { BODY_YEAR, YEAR } from './i18n/year-words';

/** What a blank means to a rule; `finding`: that something is missing is what it finds. */
export type MissingMeaning = MissingStrategy | 'finding';

/** The facts of a rule that no line of a form file can say. */
export interface CodedRule extends RuleWords {
  readonly code: string;
  /** The severities its findings may have, the gravest first. */
  readonly severities: readonly Severity[];
  readonly missing: MissingMeaning;
}

/** Every rule that is a check of its own; a code with several parts has an entry for each. In the order in which they are checked. */
export const CODED_RULES: readonly CodedRule[] = [
  coded('NV-HEAD', HEADINGS, 'finding', 'error', 'warning'),
  coded('NV-HEAD', narrative.TITLES, 'skip', 'warning', 'info'),
  coded('NV-YEAR', YEAR, 'finding', 'error', 'warning'),
  coded('NV-YEAR', BODY_YEAR, 'skip', 'warning'),
  coded('TM-EARLY', narrative.SIGNING, 'skip', 'error'),
  coded('TM-LATE', narrative.SIGNING, 'skip', 'warning'),
  coded('FMT-OLDER', completeness.OLDER, 'skip', 'error'),
  coded('FMT-FORM', format.UNRECOGNISED, 'skip', 'error'),
  coded('FMT-UNREAD', format.UNREAD_TABLE, 'skip', 'error'),
  coded('FMT-LABEL', format.UNKNOWN_LABEL, 'skip', 'warning'),
  coded('FMT-CELL', format.UNKNOWN_CELL, 'skip', 'warning'),
  coded('FMT-ALIKE', format.ALIKE, 'skip', 'warning'),
  coded('FMT-YEARS', format.OTHER_YEAR, 'skip', 'warning'),
  coded('FMT-HEADS', format.LOST_HEADS, 'skip', 'warning'),
  coded('FMT-CUT', format.CUT, 'skip', 'error', 'warning'),
  coded('FMT-REPEATED', completeness.REPEATED, 'skip', 'error', 'warning', 'info'),
  coded('FMT-MISSING', completeness.MISSING_CELLS, 'finding', 'error'),
  coded('S4-COLS', completeness.MISSING_CELLS, 'finding', 'error'),
  coded('FMT-UNCHECKED', completeness.UNCHECKED, 'finding', 'info'),
  coded('FMT-WHOLE', completeness.WHOLE, 'finding', 'error'),
  coded('FMT-UNREADABLE', format.UNREADABLE, 'skip', 'error'),
  coded('FMT-PRECISION', format.PRECISION, 'skip', 'error'),
  coded('FMT-UNIT', format.UNIT, 'skip', 'warning'),
  coded('S2-NONNEG', format.NEGATIVE, 'skip', 'error'),
  coded('S3-INT', format.NEGATIVE, 'skip', 'error'),
  coded('S4-INT', format.NEGATIVE, 'skip', 'error'),
  coded('S3-GROUP', format.SUBTOTAL, 'zero', 'warning'),
  coded('FMT-BLANK', format.BLANK, 'finding', 'error', 'warning'),
  coded('FMT-MIXED', format.MIXED, 'skip', 'error', 'warning'),
  coded('S3-ONE-ROW-OTHER', format.ONE_ROW_OTHER, 'skip', 'error', 'warning'),
  coded('FMT-TEMPLATE', narrative.CITED, 'skip', 'warning'),
  coded('S3-PARTIAL-ONCE', PARTIAL_ONCE, 'skip', 'warning'),
  coded('S3-OTHER-HIGH', OTHER_HIGH, 'zero', 'warning'),
  coded('XY-JUMP', JUMP, 'skip', 'info'),
  coded('S2-FEE-UNIT', FEE_UNIT, 'skip', 'warning'),
  coded('S2-REG-POWER', REGULATIONS, 'skip', 'warning'),
  coded('S2-NO-POWER', NO_POWER, 'skip', 'warning'),
  coded('NV-FEE', FEE, 'finding', 'inconsistency'),
  coded('NV-FEE', narrative.FEE_AMOUNTS, 'skip', 'warning', 'info'),
  coded('NV-NEW', narrative.CLAIM, 'skip', 'warning', 'info'),
  coded('NV-DONE', narrative.CLAIM, 'skip', 'warning', 'info'),
  coded('NV-S4', narrative.CLAIM, 'skip', 'warning', 'info'),
  coded('NV-S2', narrative.CLAIM, 'skip', 'warning', 'info'),
  coded('NV-NORM', narrative.CLAIM, 'skip', 'warning', 'info'),
  coded('NV-SCOPE', narrative.SCOPE, 'skip', 'warning'),
  coded('NV-PCT', narrative.PERCENT, 'skip', 'warning'),
  coded('NV-PCT', CHANGE, 'skip', 'warning'),
  coded('NV-GAP', LEFT_OUT, 'finding', 'warning'),
  coded('NV-PARTS', narrative.PARTS, 'skip', 'warning'),
  coded('NV-LEN', narrative.LENGTH, 'skip', 'info'),
  coded('GV-ASSESS', narrative.ASSESSMENT, 'finding', 'warning'),
  coded('NV-COPY', LIKENESS, 'skip', 'warning', 'info'),
  coded('NV-TWIN', TWIN, 'skip', 'warning'),
  coded('NV-COPY', narrative.STRANGER, 'skip', 'warning'),
];

function coded(code: string, { says, basis, remedy }: RuleWords, missing: MissingMeaning, ...severities: readonly Severity[]): CodedRule {
  return { code, severities, says, basis, remedy, missing };
}

export const MISSING_MEANINGS: Readonly<Record<MissingMeaning, Words>> = {
  zero: { zh: '空白按没有计', en: 'a blank counts as nothing' },
  skip: { zh: '有空白的不检查', en: 'a blank leaves it unchecked' },
  finding: { zh: '缺少的本身就是问题', en: 'what is missing is the finding' },
};
