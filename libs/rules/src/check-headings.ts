import type { Finding, NarrativeSection, SectionCode, TableSection, Words } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { HEADINGS, emptySectionMessage, headingMessage } from './i18n/content-words';
import { sectionWords } from './place-words';

/** NV-HEAD: each of the six sections is there. A heading with nothing under it is an error where it was typed, a warning in a document. */
export function checkHeadings(examination: Examination): readonly Finding[] {
  return examination.anyForm.sections.flatMap(({ code: section }) => {
    const state = stateOf(examination, section);
    if (state === 'present') return [];
    const path = sectionWords(examination.anyForm, section);
    const isError = state === 'missing' || examination.filing === 'online';
    const message: Words = state === 'missing' ? headingMessage(path) : emptySectionMessage(path);
    return findingOf({ code: 'NV-HEAD', severity: isError ? 'error' : 'warning', section, path, message, rule: HEADINGS });
  });
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
