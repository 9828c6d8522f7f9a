import { TABLE_SECTIONS, type Finding, type NarrativeSection, type SectionCode, type TableSection, type Words } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { HEADINGS, WHOLE_REPORT, emptySectionMessage, headingMessage } from './i18n/content-words';
import { OLDER, olderMessage } from './i18n/completeness-words';
import { sectionWords } from './place-words';

/**
 * NV-HEAD: each of the six sections is there. A heading with nothing under it is an error where it was typed and where a document has more than one
 * such, else a warning. A report of the years before the statutory forms that has none of their tables is told so once, as FMT-OLDER.
 */
export function checkHeadings(examination: Examination): readonly Finding[] {
  if (isOlder(examination))
    return [findingOf({ ...OLDER_FINDING, path: WHOLE_REPORT, message: olderMessage(yearOf(examination), firstYears(examination)) })];
  const states = examination.anyForm.sections.map(({ code: section }) => ({ section, state: stateOf(examination, section) }));
  const isSparse = states.filter(({ state }) => state === 'empty').length > 1;
  return states.flatMap(({ section, state }) => {
    if (state === 'present') return [];
    const path = sectionWords(examination.anyForm, section);
    const isError = state === 'missing' || isSparse || examination.filing === 'online';
    const message: Words = state === 'missing' ? headingMessage(path) : emptySectionMessage(path);
    return findingOf({ severity: isError ? 'error' : 'warning', section, path, message, rule: HEADINGS });
  });
}

const OLDER_FINDING = { severity: 'error', section: null, rule: OLDER } as const;

function yearOf({ report, expectedYear }: Examination): number | null {
  return report.year ?? expectedYear;
}

function firstYears({ forms }: Examination): readonly number[] {
  return forms.map(({ years }) => years.first);
}

function isOlder(examination: Examination): boolean {
  const year = yearOf(examination);
  return (
    year !== null && year < Math.min(...firstYears(examination)) && TABLE_SECTIONS.every((section) => examination.formOf(section) === null)
  );
}

function stateOf(examination: Examination, section: SectionCode): 'present' | 'empty' | 'missing' {
  const { narrative, doubts } = examination.report;
  if (isNarrative(section)) {
    const texts = narrative.filter((part) => part.section === section).map((part) => part.text);
    if (texts.length === 0) return 'missing';
    return texts.every((text) => text.trim() === '') ? 'empty' : 'present';
  }
  if (examination.formOf(section)) return 'present';
  // A table that is there in an unknown form, or was not read, has a finding of its own.
  const isThere = doubts.some(
    (doubt) => doubt.section === section && (doubt.code === 'form_unrecognised' || doubt.code === 'section_unread'),
  );
  return isThere ? 'present' : 'missing';
}

function isNarrative(section: SectionCode): section is Exclude<NarrativeSection, TableSection> {
  return section === 's1' || section === 's5' || section === 's6';
}
