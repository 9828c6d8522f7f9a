import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { MIXED, ONE_ROW_OTHER, mixedMessage, oneRowOtherMessage } from './i18n/format-words';
import { cellWords, sectionWords } from './place-words';

/**
 * FMT-MIXED and S3-ONE-ROW-OTHER: a section printed in another form than the one in force for the year.
 * Section three in the form of 2019 is named by what tells it apart, its single row of other processing.
 */
export function checkFormMix(examination: Examination): readonly Finding[] {
  const { inForce } = examination;
  if (!inForce) return [];
  return (['s2', 's3'] as const).flatMap((section) => {
    const form = examination.formOf(section);
    if (!form || form.id === inForce.id) return [];
    if (section === 's3' && form.id === 'gb2019_60') {
      const cell = 's3/other_processing/total';
      const path = cellWords(form, cell);
      const message = oneRowOtherMessage(path);
      return findingOf({ code: 'S3-ONE-ROW-OTHER', severity: 'warning', section, path, message, rule: ONE_ROW_OTHER, cells: [cell] });
    }
    const path = sectionWords(inForce, section);
    const message = mixedMessage(path, form.document, inForce.document);
    return findingOf({
      code: 'FMT-MIXED',
      severity: 'warning',
      section,
      path,
      message,
      rule: MIXED,
      expected: inForce.document,
      found: form.document,
    });
  });
}
