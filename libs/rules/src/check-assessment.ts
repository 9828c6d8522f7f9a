import type { Finding } from '@gongkai/model';
import { isGovernment } from './agency-facts';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { ASSESSMENT, assessmentMessage } from './i18n/narrative-words';
import { sectionWords } from './place-words';

/** What the report of a government has to mention, each with the words that do. */
const MATTERS: readonly (readonly [string, string, RegExp])[] = [
  ['工作考核', 'assessment', /考核|考评|考绩/],
  ['社会评议', 'social appraisal', /评议|社会评价|满意度|社会评估|第三方评估/],
  ['责任追究', 'accountability', /追究|问责|追责/],
];

/** GV-ASSESS: the report of a government from county up says what came of 工作考核、社会评议 and 责任追究 (国令第711号第五十条第（四）项). */
export function checkAssessment(examination: Examination): readonly Finding[] {
  const texts = examination.report.narrative.map(({ text }) => text);
  if (texts.length === 0 || !isGovernment(examination)) return [];
  const missing = MATTERS.filter(([, , words]) => !texts.some((text) => words.test(text)));
  if (missing.length === 0) return [];
  const path = sectionWords(examination.anyForm, 's5');
  const message = assessmentMessage(
    missing.map(([zh]) => zh),
    missing.map(([, en]) => en),
  );
  return [findingOf({ severity: 'warning', section: 's5', path, message, rule: ASSESSMENT })];
}
