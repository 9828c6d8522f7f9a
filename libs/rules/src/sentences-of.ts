import { solidText } from '@gongkai/model';
import type { Report, SectionCode } from '@gongkai/model';

/** A sentence of the narrative as printed, and as plain text: half-width, without white space. */
export interface Sentence {
  readonly section: SectionCode;
  readonly quotation: string;
  readonly text: string;
}

/** Text that runs on for longer without a full stop is no sentence. */
const LONGEST_SENTENCE = 3000;

/** The paragraphs of some sections, running text beside tables too, each as its sentences. */
export function sentencesOf(
  report: Pick<Report, 'narrative' | 'prose'>,
  sections: readonly SectionCode[],
): readonly (readonly Sentence[])[] {
  const texts: readonly { readonly section: SectionCode; readonly text: string }[] = [...report.narrative, ...(report.prose ?? [])];
  return texts
    .filter(({ section }) => sections.includes(section))
    .flatMap(({ section, text }) => text.split('\n').map((line) => line.split(/(?<=[。！？])/).map((part) => ({ section, part }))))
    .map((parts) => parts.map(({ section, part }) => ({ section, quotation: part.trim(), text: solidText(part) })))
    .map((sentences) => sentences.filter(({ text }) => text !== '' && text.length <= LONGEST_SENTENCE));
}

/** Digits with or without thousands separators as a number. */
export function numberOfDigits(digits: string | undefined): number {
  return Number((digits ?? '').replaceAll(',', ''));
}
