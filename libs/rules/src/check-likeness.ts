import { plainText, TABLE_SECTIONS } from '@gongkai/model';
import type { Finding, NarrativeSection, Report, TableSection } from '@gongkai/model';
import { expectedCells } from './examine';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { LIKENESS, likenessMessage, sameFiguresMessage } from './i18n/likeness-words';
import { sectionWords } from './place-words';

/**
 * From when on two texts are too much alike: shared runs of `run` characters over all of them. The shorter a text, the more of it is what everybody
 * writes: below `long` characters it has to be the same almost to the letter, below `shortest` it says nothing.
 */
export const COPY_LIMITS = { run: 5, long: 100, shortest: 30, share: 0.85, shareOfShort: 0.95 } as const;

/** Cells other than zero from which on an equal table is no chance, and what its largest amount must at least be. */
const SAME_FIGURES: Readonly<Record<TableSection, number>> = { s2: 3, s3: 8, s4: 4 };
const LEAST_LARGEST = 5n;

/**
 * NV-COPY: a section that repeats last year's (不得年年雷同). Of section five numbers, years and punctuation do not count; section
 * one tells every year the same in the same words, so that there the numbers have to be the same too. A table with last year's figures is a hint.
 */
export function checkLikeness(examination: Examination): readonly Finding[] {
  const { report, last } = examination;
  if (!last) return [];
  return [
    ...alike(examination, 's1', (part) => textOf(part, 's1').replace(/20\d{2}年?/g, '')),
    ...alike(examination, 's5', (part) => textOf(part, 's5').replace(/\d/g, '')),
    ...TABLE_SECTIONS.filter((section) => hasSameFigures(examination, section)).map((section) => sameFigures(examination, section)),
  ];

  function alike({ anyForm }: Examination, section: NarrativeSection, wordsOf: (part: Report) => string): readonly Finding[] {
    const share = last ? likeness(wordsOf(report), wordsOf(last), section === 's1') : null;
    if (share === null) return [];
    const path = sectionWords(anyForm, section);
    const message = likenessMessage(path, Math.floor(share * 100).toString());
    return [findingOf({ severity: 'warning', section, path, message, rule: LIKENESS })];
  }
}

/** Characters and digits only. */
function textOf({ narrative }: Report, section: NarrativeSection): string {
  const texts = narrative.filter((part) => part.section === section).map(({ text }) => plainText(text));
  return texts.join('').replace(/[^\p{Script=Han}\d]/gu, '');
}

/** Shared runs over all runs of both texts, where that is too much for their length; null otherwise. */
function likeness(one: string, other: string, isWord: boolean): number | null {
  const length = Math.min(one.length, other.length);
  if (length < COPY_LIMITS.shortest || (isWord && !/[1-9]/.test(one))) return null;
  const [left, right] = [runsOf(one), runsOf(other)];
  const shared = [...left].filter((run) => right.has(run)).length;
  const share = shared / (left.size + right.size - shared);
  const limit = isWord || length < COPY_LIMITS.long ? COPY_LIMITS.shareOfShort : COPY_LIMITS.share;
  return share >= limit ? share : null;
}

function runsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: text.length - COPY_LIMITS.run + 1 }, (_, at) => text.slice(at, at + COPY_LIMITS.run)));
}

/** Whether every cell of a table is last year's, and enough of them are not zero. */
function hasSameFigures(examination: Examination, section: TableSection): boolean {
  const [now, before] = [examination.sheet(section), examination.lastSheet(section)];
  if (!now || !before) return false;
  const worths = expectedCells(examination, section).map((cell) => [now.worthOf(cell), before.worthOf(cell)] as const);
  const amounts = worths.flatMap(([worth]) => (typeof worth === 'bigint' && worth !== 0n ? [worth] : []));
  return (
    worths.every(([worth, other]) => worth === other) &&
    amounts.length >= SAME_FIGURES[section] &&
    amounts.some((amount) => amount >= LEAST_LARGEST)
  );
}

function sameFigures(examination: Examination, section: TableSection): Finding {
  const path = sectionWords(examination.anyForm, section);
  const message = sameFiguresMessage(path);
  return findingOf({ severity: 'info', section, path, message, rule: LIKENESS });
}
