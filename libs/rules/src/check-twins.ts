import type { Finding, Form, NarrativeSection } from '@gongkai/model';
import type { Examination, Twin } from './examine';
import { findingOf } from './finding-of';
import { TWIN, twinMessage } from './i18n/likeness-words';
import { sectionWords } from './place-words';

const SECTIONS: readonly NarrativeSection[] = ['s1', 's5'];
const AGENCIES_TOLD = 3;

/** NV-TWIN: a section that another agency's report of the same year has word for word, but for names and numbers. */
export function checkTwins({ anyForm, twins = [] }: Examination): readonly Finding[] {
  return twinFindings(anyForm, twins);
}

/** The same of a report that was checked already: others may be sent after it. */
export function twinFindings(form: Form, twins: readonly Twin[]): readonly Finding[] {
  return SECTIONS.flatMap((section) => {
    const agencies = [...new Set(twins.filter((twin) => twin.section === section).map(({ agency }) => agency))].sort();
    if (agencies.length === 0) return [];
    const path = sectionWords(form, section);
    const message = twinMessage(path, agencies.slice(0, AGENCIES_TOLD), agencies.length);
    return [findingOf({ severity: 'warning', section, path, message, rule: TWIN })];
  });
}
