import type { NarrativeSection, Report } from '@gongkai/model';

/** A sentence of the narrative as printed, and as plain text: half-width, without white space. */
export interface Sentence {
  readonly section: NarrativeSection;
  readonly quotation: string;
  readonly text: string;
}

/** Text that runs on for longer without a full stop is no sentence. */
const LONGEST_SENTENCE = 3000;

/** The paragraphs of some narrative sections, each as its sentences. */
export function sentencesOf(report: Pick<Report, 'narrative'>, sections: readonly NarrativeSection[]): readonly (readonly Sentence[])[] {
  return report.narrative
    .filter(({ section }) => sections.includes(section))
    .flatMap(({ section, text }) => text.split('\n').map((line) => line.split(/(?<=[。！？])/).map((part) => ({ section, part }))))
    .map((parts) => parts.map(({ section, part }) => ({ section, quotation: part.trim(), text: plainText(part) })))
    .map((sentences) => sentences.filter(({ text }) => text !== '' && text.length <= LONGEST_SENTENCE));
}

/** Full-width signs as ordinary ones, white space gone. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Digits with or without thousands separators as a number. */
export function numberIn(digits: string | undefined): number {
  return Number((digits ?? '').replaceAll(',', ''));
}
