import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { FEE, FEE_WORDS, feeMessage } from './i18n/content-words';
import { sectionWords } from './place-words';

/** 国办函〔2020〕109号 has been in force since 2021; earlier reports owe nothing about it. */
const FIRST_YEAR = 2021;

/** NV-FEE: section six says something about information processing fees, be it that none were charged. Silence has to be explained. */
export function checkFee(examination: Examination): readonly Finding[] {
  const { report, expectedYear } = examination;
  const year = report.year ?? expectedYear;
  const texts = report.narrative.filter((part) => part.section === 's6').map((part) => part.text);
  if (year === null || year < FIRST_YEAR || texts.length === 0 || texts.some((text) => FEE_WORDS.test(text))) return [];
  const path = sectionWords(examination.anyForm, 's6');
  return [findingOf({ severity: 'inconsistency', section: 's6', path, message: feeMessage(path), rule: FEE })];
}
