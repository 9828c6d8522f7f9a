import { isSignedLate, type NamedYear, type Narrative } from '@gongkai/model';
import { saysPeriod } from './find-period';
import { arabicDates } from './read-period';
import type { Front } from './read-front';

/** What a report says of its year, and the year that this makes it; null where what it says disagrees. */
export interface YearsRead {
  readonly year: number | null;
  readonly years: readonly NamedYear[];
}

export interface YearSources {
  readonly front: Pick<Front, 'title' | 'year' | 'period' | 'periodText'>;
  /** The paragraphs before the first section. */
  readonly preamble: readonly string[];
  readonly narrative: readonly Narrative[];
  readonly signedOn: string | null;
  /** What headings and captions of tables name; told where it is another year, and never what decides it. */
  readonly captions: readonly NamedYear[];
}

const YEAR_TOKEN = /[\doOlI〇零○一二三四五六七八九]{3,8}(?=年|(?:政府)?信息公开)/g;
const GOOD_YEAR = /^(?:20[0-4]\d|二[〇零○O][〇零○O一二三四五六七八九]{2})$/;
/** In running text only what cannot be a number of years: 20223年, 2o23年. */
const CERTAIN_TYPO = /(?<![\d.,])(?:20\d{3,6}|2[oO0][\doOlI]{2,4})(?=年)/g;
/** A sentence that tells of a whole year: 2022年新收…, （一）2022年度我局共…; not 2022年底, 2022年3月, 2022年印发的…. */
const FRAME =
  /^(?:[一二三四五六七八九十]{1,2}[是、]|\([一二三四五六七八九十]{1,2}\)[^,。\d]{0,20}[,。:]?|\d{1,2}[.、])?(20\d{2})年(?:度|全年)?(?:,|(?=我|本|共|全|新?收|受理|接|主动|累计|(?!印发|出台|修订|制定|制发|编制|颁布|成立|开通|建成)[\p{Script=Han}]{1,6}(?:共|新收|收到|受理|主动公开|公开)))/u;
const OF_THE_YEAR = /(?:公开|申请|发布|信息|受理|收到)[^。]{0,200}?\d{1,12}(?:余|多)?[条件篇份]/;
/** What is longer, in characters, is no sentence that anybody wrote. */
const LONGEST_SENTENCE = 600;
const PLAN = /计划|下一步|力争|拟(?!稿)|将(?!本|现|有关|其)/;
/** 现将2023年度…报告如下. */
const PRESENTS = /(?:现将|现就|现对|特将|将)[^。;]{0,40}?(20\d{2})年/;

/** Every year that title, period, text and date of signing name as that of the report; none of them decides alone where they disagree. */
export function readYears(sources: YearSources): YearsRead {
  const { front, signedOn } = sources;
  const title = titleYears(front);
  const period = periodYears(front);
  const body = bodyYears(sources);
  const signature = signedOn === null ? [] : [named('signature', Number(signedOn.slice(0, 4)) - 1, signedOn)];
  const typos = typosIn(sources);
  const year = front.year ?? agreed([...period, ...body], signature);
  const captions = sources.captions.filter((caption) => year !== null && caption.year !== year);
  return { year, years: [...title, ...period, ...body, ...captions, ...signature, ...typos] };
}

function named(place: NamedYear['place'], year: number | null, text: string): NamedYear {
  return { place, year, text };
}

/** The one year that period and text name, where the date of signing fits; a date alone says nothing. */
function agreed(said: readonly NamedYear[], signature: readonly NamedYear[]): number | null {
  const years = new Set(said.map(({ year }) => year));
  const [only] = years;
  if (years.size !== 1 || only === undefined || only === null) return null;
  return signature.every(({ year, text }) => year === only || isSignedLate(text, only)) ? only : null;
}

function titleYears({ title, year }: YearSources['front']): readonly NamedYear[] {
  if (title === null) return [];
  if (year !== null) return [named('title', year, title)];
  const typo = yearTypo(title);
  return typo === null ? [] : [named('title', null, typo)];
}

/** What looks like a year in a title or a period and is none: 20223, 2o23, 二〇二三三. */
export function yearTypo(text: string): string | null {
  const tokens = arabicDates(text).match(YEAR_TOKEN) ?? [];
  return tokens.find((token) => !GOOD_YEAR.test(token) && /^[2二]/.test(token)) ?? null;
}

function periodYears({ period, periodText }: YearSources['front']): readonly NamedYear[] {
  if (periodText === null) return [];
  if (period === null) return [named('period', null, periodText)];
  return [...new Set([period.from, period.to].map((date) => Number(date.slice(0, 4))))].map((year) => named('period', year, periodText));
}

/** The year of the sentence that presents the report; those that section one tells of, where the year of the title is not among those it names. */
function bodyYears({ front, preamble, narrative }: YearSources): readonly NamedYear[] {
  const title = front.title === null ? '' : arabicDates(front.title);
  const one = narrative.filter(({ section }) => section === 's1').flatMap(({ text }) => text.split('\n'));
  const sentences = [...preamble, ...one].flatMap(sentencesIn).filter((sentence) => !saysPeriod(sentence));
  const plain = sentences
    .map((sentence) => ({ text: sentence.trim(), solid: arabicDates(sentence) }))
    .filter(({ solid }) => !title.includes(solid));
  const isNamed = front.year !== null && plain.some(({ solid }) => solid.includes(`${front.year}年`));
  const found = plain.flatMap(({ text, solid }) => {
    const isFrame = !isNamed && OF_THE_YEAR.test(solid) && !PLAN.test(solid);
    const year = PRESENTS.exec(solid)?.[1] ?? (isFrame ? FRAME.exec(solid)?.[1] : undefined);
    return year === undefined || (isNamed && Number(year) === front.year) ? [] : [named('body', Number(year), text)];
  });
  return found.filter(({ year }, at) => found.findIndex((other) => other.year === year) === at);
}

function sentencesIn(line: string): readonly string[] {
  return line.split(/(?<=[。！？；;])/).filter((sentence) => sentence.length <= LONGEST_SENTENCE);
}

/** Numbers in the text that are meant for a year and are none. */
function typosIn({ preamble, narrative, front }: YearSources): readonly NamedYear[] {
  const lines = [...preamble, ...narrative.flatMap(({ text }) => text.split('\n'))];
  return lines.flatMap((line) =>
    sentencesIn(line)
      .filter((sentence) => sentence.trim().replace(/[。；;]$/, '') !== front.periodText && sentence.trim() !== front.title)
      .flatMap((sentence) => {
        const typo = arabicDates(sentence)
          .match(CERTAIN_TYPO)
          ?.find((token) => !GOOD_YEAR.test(token));
        return typo === undefined ? [] : [named('body', null, sentence.trim())];
      }),
  );
}
