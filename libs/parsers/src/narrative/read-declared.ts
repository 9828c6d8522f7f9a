import { readFigure, type Declaration, type DeclaredFigure, type Place } from '@gongkai/model';
import { plainText } from '../labels/plain-text';
import type { PlacedNarrative } from './read-narrative';

/** How a declared figure is worded. `sure` wording names what is counted; `likely` counts only where nothing contradicts it. */
interface Wording {
  readonly sure: RegExp;
  readonly likely: RegExp | null;
}

const TOTAL = '(?:数量|总数|总量|条数|金额)?(?:共计|总计|合计|累计|共|计|为|达到|达|有)?';
const FIGURE = '(?<figure>\\d{1,3}(?:,\\d{3})+|\\d{1,9})';
const COUNT = `${TOTAL}${FIGURE}(?:条|件|篇|项|则)(?!次)`;
const MONEY = `${TOTAL}(?:人民币)?${FIGURE}(?<decimals>\\.\\d{1,6})?(?<money>万元|元)`;
const VERB = '(?:公开|发布|公布)(?:的)?(?:各类|各种|各项)?(?:公开)?(?:的)?';
const WORDINGS: Readonly<Record<string, Wording>> = {
  published_items: {
    sure: new RegExp(`${VERB}政府信息${COUNT}`),
    likely: new RegExp(`主动${VERB}(?:政务)?(?:信息)?${COUNT}`),
  },
  interpretations: { sure: new RegExp(`${VERB}政策(?:文件)?解读(?:材料|信息|稿件)?${COUNT}`), likely: null },
  information_processing_fee: { sure: new RegExp(`收取(?:的)?(?:政府)?信息(?:公开)?(?:信息)?处理费${MONEY}`), likely: null },
};
/** Parts of a whole, other years and estimates are not the year's total. */
const PART = /其中|含|包括/;
const OTHER_YEAR = /上年|去年|上一年|同期|历年|以来/;

interface Found {
  readonly amount: bigint;
  readonly quotation: string;
  readonly section: Declaration['section'];
  readonly place: Place | null;
  readonly sure: boolean;
}

/**
 * Figures that the narrative claims for the whole year, with the sentence as printed; money in 分. Precision before recall: of several different
 * numbers the first that says what it counts stands; where none says so, none is taken.
 */
export function readDeclared(
  narrative: readonly PlacedNarrative[],
  declared: readonly DeclaredFigure[],
  year: number | null,
): readonly Declaration[] {
  return declared.flatMap(({ code, sections }) => {
    const wording = WORDINGS[code];
    if (!wording) return [];
    const parts = narrative.filter((one) => sections.includes(one.section));
    const found = parts.flatMap((part) => sentencesOf(part).flatMap((sentence) => findIn(sentence, part.section, wording, year)));
    const sure = found.find((one) => one.sure);
    const chosen = sure ?? (new Set(found.map((one) => one.amount)).size === 1 ? found[0] : undefined);
    if (!chosen) return [];
    const { sure: _, ...declaration } = chosen;
    return [{ code, ...declaration }];
  });
}

interface Sentence {
  readonly text: string;
  readonly place: Place | null;
}

function sentencesOf({ text, places }: PlacedNarrative): readonly Sentence[] {
  return text.split('\n').flatMap((line, at) =>
    line
      .split(/(?<=[。！？])/)
      .map((sentence) => ({ text: sentence.trim(), place: places[at] ?? null }))
      .filter((sentence) => sentence.text !== ''),
  );
}

function findIn(
  { text: quotation, place }: Sentence,
  section: Declaration['section'],
  wording: Wording,
  year: number | null,
): readonly Found[] {
  const text = plainText(quotation).replace(/\s+/g, '');
  for (const pattern of [wording.sure, wording.likely]) {
    const match = pattern?.exec(text);
    const amount = match ? amountOf(match.groups ?? {}) : null;
    if (match && amount !== null && !isPart(text.slice(0, match.index), year))
      return [{ amount, quotation, section, place, sure: pattern === wording.sure }];
  }
  return [];
}

/** Counts as they are, money in 分; null where it is finer. */
function amountOf({ figure = '', decimals = '', money }: Readonly<Record<string, string | undefined>>): bigint | null {
  const unit = money === undefined ? 'piece' : money === '元' ? 'cny' : 'cny_10k';
  return readFigure(figure.replaceAll(',', '') + decimals, unit);
}

function isPart(before: string, year: number | null): boolean {
  const otherYear = [...before.matchAll(/20\d{2}(?=年)/g)].some(([found]) => year !== null && Number(found) !== year);
  return PART.test(before) || OTHER_YEAR.test(before) || otherYear;
}
