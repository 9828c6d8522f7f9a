import { readFigure, type Declaration, type DeclaredFigure, type Place, type SectionCode } from '@gongkai/model';
import { arabicText } from './arabic-text';
import { WORDINGS, isMixed } from './claim-wordings';
import type { Wording } from './wording';

/** Parts of a whole, other years, plans and estimates are not the year's total. */
const PART = /其中|含|包括/;
const OTHER_YEAR = /上年|去年|上一年|前年|同期|往年|历年|近[两二三四五几]年|(?<!今年|本年|年初)以来|截[至止][^,。;]*累计/;
const PLAN = /计划|力争|目标|预计|拟|明年|来年|下一步|下步/;
/** What tells that 申请 alone is one for information. */
const OF_REQUESTS = /依申请|信息公开|结转/;
/** Other places, and what a regulation says. */
const ELSEWHERE = /全省|全国|外省|外地|邻县|邻市|兄弟(?:单位|县区?)|其他(?:地区|县区?|单位|部门)|某[市县区局单]|规定|应当|不得|超过/;
/** 较去年增加12.3% says nothing about which year is spoken of; nor does what stands in brackets, or what was carried in. */
const ASIDE = [
  /\([^()]*\)/g,
  /(?:较|比|与|同比)(?:于)?(?:上年度?|去年|上一年度?|往年|同期|20\d{2}年度?)[^,。;]*[,;]?/g,
  /(?:上年度?|上一?年度|去年)(?:未办结)?(?:结转|转结|转入)|结转(?:的)?上一?年度?/g,
];

/** Every claim names a number or denies that there was one. */
const CLAIMING = /[\d未没无]/;
const DENIAL = /[未没无]/;

/** Text that runs on for longer without a full stop is no sentence and claims nothing. */
const LONGEST_SENTENCE = 3000;
const LONGEST_TOPIC = 24;

interface Sentence {
  readonly section: SectionCode;
  readonly quotation: string;
  readonly text: string;
  /** The sentence before it in its paragraph; empty for the first. */
  readonly previous: string;
  /** What its paragraph is about, where that is said first: （二）依申请公开. */
  readonly topic: string;
  readonly place: Place | null;
  /** Where numbers of it are claimed already. */
  readonly taken: Set<number>;
}

interface Found {
  readonly amount: bigint;
  readonly sentence: Sentence;
  /** Where its number stands in the sentence; null where it is said in words. */
  readonly at: number | null;
  readonly sure: boolean;
  /** What came out by one channel is the whole only where no other number is named. */
  readonly byChannel: boolean;
}

/** The text of a section, with the place of each of its lines where that is known. */
export interface ReadableText {
  readonly section: SectionCode;
  readonly text: string;
  readonly places?: readonly Place[];
}

/**
 * Figures that the narrative claims for the whole year, with the sentence as printed; money in 分. Precision before recall: a number is claimed
 * once; of a figure that is held against the tables every different claim is kept, of any other the first that says what it counts, and where
 * none says so and several differ, none.
 */
export function readDeclared(
  narrative: readonly ReadableText[],
  declared: readonly DeclaredFigure[],
  year: number | null,
): readonly Declaration[] {
  const sentences = narrative.flatMap(sentencesOf).filter(({ text }) => CLAIMING.test(text));
  return declared.flatMap((figure) => {
    const wording = WORDINGS[figure.code];
    if (!wording) return [];
    const own = sentences.filter(({ section }) => figure.sections.includes(section));
    const chosen = choose(
      own.flatMap((sentence) => findIn(sentence, wording, year)),
      figure.rule !== null,
    );
    for (const { sentence, at } of chosen) if (at !== null) sentence.taken.add(at);
    return chosen.map(({ amount, sentence: { quotation, section, place } }) => ({ code: figure.code, amount, quotation, section, place }));
  });
}

function choose(found: readonly Found[], isCompared: boolean): readonly Found[] {
  const sure = found.filter((one) => one.sure);
  if (isCompared) return sure.filter((one, at) => sure.findIndex((other) => other.amount === one.amount) === at);
  const whole = sure.filter((one) => !one.byChannel);
  if (whole.length > 0) return whole.slice(0, 1);
  const left = sure.length > 0 ? sure : found;
  return new Set(left.map((one) => one.amount)).size === 1 ? left.slice(0, 1) : [];
}

function sentencesOf({ section, text, places }: ReadableText): readonly Sentence[] {
  return text.split('\n').flatMap((line, at) => {
    const sentences = line.split(/(?<=[。！？])/).filter((sentence) => sentence.trim() !== '' && sentence.length <= LONGEST_SENTENCE);
    const texts = sentences.map(arabicText);
    return sentences.map((sentence, index) => ({
      section,
      quotation: sentence.trim(),
      text: texts[index] ?? '',
      previous: texts[index - 1] ?? '',
      topic: topicOf(sentences[0] ?? '', section),
      place: places?.[at] ?? null,
      taken: new Set<number>(),
    }));
  });
}

/** A short sentence that opens a paragraph; in section four, what the section is about. */
function topicOf(first: string, section: SectionCode): string {
  return section === 's4' ? '政府信息公开' : first.length <= LONGEST_TOPIC ? arabicText(first) : '';
}

function findIn(sentence: Sentence, wording: Wording, year: number | null): readonly Found[] {
  const { sure, likely, none = [] } = wording;
  if (!wording.names.some((name) => sentence.text.includes(name)) || !isAbout(sentence, wording)) return [];
  const said = numbersIn(sentence, sure, wording, year);
  if (said.length > 0) return said.map((one) => ({ ...one, sure: true }));
  const denied = (DENIAL.test(sentence.text) ? none : [])
    .flatMap((pattern) => matchesOf(sentence.text, pattern))
    .find((match) => isMeant(sentence, match, wording, year));
  if (denied) return [{ amount: 0n, sentence, at: null, sure: true, byChannel: false }];
  return numbersIn(sentence, likely ? [likely] : [], wording, year).map((one) => ({ ...one, sure: false }));
}

function numbersIn(sentence: Sentence, patterns: readonly RegExp[], wording: Wording, year: number | null): readonly Omit<Found, 'sure'>[] {
  if (!/\d/.test(sentence.text)) return [];
  const found = patterns.flatMap((pattern) =>
    matchesOf(sentence.text, pattern).flatMap((match) => {
      const amount = amountOf(match.groups ?? {});
      // 行政复议5件，均为其他结果: the number is claimed twice.
      const at = match.groups?.all === undefined ? match.index + match[0].lastIndexOf(match.groups?.figure ?? '') : null;
      const isFree = amount !== null && (at === null || !sentence.taken.has(at)) && isMeant(sentence, match, wording, year);
      const byChannel = wording.channel?.test(sentence.text.slice(0, match.index)) ?? false;
      const isOneOfSeveral = byChannel && (wording.besides?.test(without(sentence.text, match)) ?? false);
      return isFree && !isOneOfSeveral ? [{ amount, sentence, at, byChannel }] : [];
    }),
  );
  return found.filter((one, index) => one.at === null || found.findIndex((other) => other.at === one.at) === index);
}

/** Most patterns are not met in a sentence at all. */
function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
}

/** The sentence before and behind a claim. */
const without = (text: string, match: RegExpExecArray): string =>
  `${text.slice(0, match.index)};${text.slice(match.index + match[0].length)}`;

/** Counts as they are, money in 分; null where it is finer. */
function amountOf({ figure = '', decimals = '', money }: Readonly<Record<string, string | undefined>>): bigint | null {
  const unit = money === undefined ? 'piece' : money === '元' ? 'cny' : 'cny_10k';
  return readFigure(figure.replaceAll(',', '') + decimals, unit);
}

/** Whether the words around say that the whole year of this agency is meant. */
function isMeant({ text, previous, topic }: Sentence, match: RegExpExecArray, wording: Wording, year: number | null): boolean {
  const before = text.slice(0, match.index);
  const frame = ASIDE.reduce((rest, pattern) => rest.replace(pattern, ''), before);
  const named = [...frame.matchAll(/20\d{2}(?=年)/g)].some(([found]) => year !== null && Number(found) !== year);
  if (named || OTHER_YEAR.test(frame) || PLAN.test(frame) || ELSEWHERE.test(frame)) return false;
  if (!wording.isPart && PART.test(frame)) return false;
  if (match.groups?.bare !== undefined && !OF_REQUESTS.test(`${topic}${previous}${text}`)) return false;
  return !wording.not?.test(before) && !isMixed(match.groups?.between ?? '');
}

function isAbout({ text, previous, topic }: Sentence, { about }: Wording): boolean {
  return about === undefined || [text, previous, topic].some((words) => about.test(words));
}
