import type { Finding, NarrativeSection, Report } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { LIKENESS, likenessMessage } from './i18n/narrative-words';
import { sectionWords } from './place-words';

/** From when on two texts are too much alike: shared runs of `run` characters over all of them; texts shorter than `shortest` say nothing. */
export const COPY_LIMITS = { run: 5, shortest: 100, share: 0.85 } as const;

/** Section one tells every year the same numbers in the same words; problems and improvements are what must not repeat. */
const SECTIONS: readonly NarrativeSection[] = ['s5'];

/** NV-COPY: a narrative section that repeats last year's. Numbers, years and punctuation do not count (国办公开办函〔2021〕30号: 不得年年雷同). */
export function checkLikeness(examination: Examination): readonly Finding[] {
  const { report, last, anyForm } = examination;
  if (!last) return [];
  return SECTIONS.flatMap((section) => {
    const share = likeness(wordsOf(report, section), wordsOf(last, section));
    if (share === null || share < COPY_LIMITS.share) return [];
    const path = sectionWords(anyForm, section);
    const percent = Math.floor(share * 100).toString();
    return findingOf({ code: 'NV-COPY', severity: 'warning', section, path, message: likenessMessage(path, percent), rule: LIKENESS });
  });
}

function wordsOf({ narrative }: Report, section: NarrativeSection): string {
  const texts = narrative.filter((part) => part.section === section).map(({ text }) => text);
  return texts.join('').replace(/[^\p{Script=Han}]/gu, '');
}

/** Shared runs over all runs of both texts, 0 to 1; null where one is too short to tell. */
function likeness(one: string, other: string): number | null {
  if (Math.min(one.length, other.length) < COPY_LIMITS.shortest) return null;
  const [left, right] = [runsOf(one), runsOf(other)];
  const shared = [...left].filter((run) => right.has(run)).length;
  return shared / (left.size + right.size - shared);
}

function runsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: text.length - COPY_LIMITS.run + 1 }, (_, at) => text.slice(at, at + COPY_LIMITS.run)));
}
