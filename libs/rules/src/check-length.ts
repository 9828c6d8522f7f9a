import { solidText } from '@gongkai/model';
import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { LENGTH, lengthMessage } from './i18n/narrative-words';
import { sectionWords } from './place-words';

const LONGEST = 1000;
/** 国办公开办函〔2021〕30号 is in force from the reports of 2021. */
const FIRST_YEAR = 2021;

/** NV-LEN: section one has in principle at most a thousand characters (国办公开办函〔2021〕30号一（一）). */
export function checkLength(examination: Examination): readonly Finding[] {
  const { report, expectedYear } = examination;
  const year = report.year ?? expectedYear;
  const text = report.narrative.filter(({ section }) => section === 's1').map((part) => solidText(part.text));
  const characters = [...text.join('')].length;
  if (year === null || year < FIRST_YEAR || characters <= LONGEST) return [];
  const path = sectionWords(examination.anyForm, 's1');
  return [
    findingOf({
      code: 'NV-LEN',
      severity: 'info',
      section: 's1',
      path,
      message: lengthMessage(path, String(characters)),
      rule: LENGTH,
      expected: String(LONGEST),
      found: String(characters),
    }),
  ];
}
