import { solidText } from '@gongkai/model';
import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { LENGTH, lengthMessage } from './i18n/narrative-words';
import { sectionWords } from './place-words';

const LONGEST = 1000;

/** NV-LEN: section one has in principle at most a thousand characters, where the document of the form says so. */
export function checkLength(examination: Examination): readonly Finding[] {
  const { report, inForce } = examination;
  const text = report.narrative.filter(({ section }) => section === 's1').map((part) => solidText(part.text));
  const characters = [...text.join('')].length;
  if (inForce?.passages.overview === undefined || characters <= LONGEST) return [];
  const path = sectionWords(examination.anyForm, 's1');
  return [
    findingOf({
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
