import type { Finding, Form, Severity } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { MIXED, ONE_ROW_OTHER, mixedMessage, oneRowOtherMessage } from './i18n/format-words';
import { cellWords, sectionWords } from './place-words';

/**
 * FMT-MIXED and S3-ONE-ROW-OTHER: a section printed in another form than the one in force for the year. Section three in the form of 2019 is named by
 * what tells it apart, its single row of other processing. A whole report in another form is an error, and so is each section of one that was
 * typed; a document in which one section is left over from another year is warned.
 */
export function checkFormMix(examination: Examination): readonly Finding[] {
  const { inForce } = examination;
  if (!inForce) return [];
  const others = SECTIONS.filter((section) => isOther(examination.formOf(section), inForce));
  const severity = others.length === SECTIONS.length || examination.filing === 'online' ? 'error' : 'warning';
  return others.flatMap((section) => {
    const form = examination.formOf(section);
    return form ? findingFor({ section, form, inForce, severity }) : [];
  });
}

const SECTIONS = ['s2', 's3'] as const;

function isOther(form: Form | null, inForce: Form): boolean {
  return form !== null && form.id !== inForce.id;
}

interface Mix {
  readonly section: (typeof SECTIONS)[number];
  readonly form: Form;
  readonly inForce: Form;
  readonly severity: Severity;
}

function findingFor({ section, form, inForce, severity }: Mix): Finding {
  if (section === 's3' && form.id === 'gb2019_60') {
    const cell = 's3/other_processing/total';
    const path = cellWords(form, cell);
    const message = oneRowOtherMessage(path);
    return findingOf({ code: 'S3-ONE-ROW-OTHER', severity, section, path, message, rule: ONE_ROW_OTHER, cells: [cell] });
  }
  const path = sectionWords(inForce, section);
  const [expected, found] = [inForce.document, form.document];
  const message = mixedMessage(path, found, expected);
  return findingOf({ code: 'FMT-MIXED', severity, section, path, message, rule: MIXED, expected, found });
}
