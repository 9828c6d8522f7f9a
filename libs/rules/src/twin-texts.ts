import { plainText } from '@gongkai/model';
import type { Narrative, NarrativeSection } from '@gongkai/model';
import { COPY_LIMITS } from './check-likeness';

/** What is left of a section once names, numbers, punctuation and white space are gone: the same text of two agencies is the same here. */
export interface TwinText {
  readonly section: NarrativeSection;
  readonly text: string;
}

/**
 * From how many characters on the same words are no chance. Section one says much in the words of the form, and of an agency where nothing happened
 * nothing else; five is its own.
 */
const SHORTEST: Partial<Readonly<Record<NarrativeSection, number>>> = { s1: COPY_LIMITS.long, s5: COPY_LIMITS.shortest };
const SELF = /(?:我|本)(?:省|市|州|盟|区|县|旗|镇|乡|街道|机关|单位|部门|局|委|办|厅|署|中心)|全(?:省|市|州|盟|区|县|旗|镇|乡|街道|局|委)/g;
const KINDS = /(?:特别行政区|自治区|自治州|自治县|自治旗|街道|地区|省|市|州|盟|区|县|旗|镇|乡)$/;
const SHORTEST_NAME = 2;

/**
 * Sections one and five without what differs between agencies that share a text, where that is long enough to mean something. `names`: of the agency and
 * of the regions it lies in; they count in their short forms too (青禾 for 青禾县, 水务局 and 县水务局 for 青禾县水务局).
 */
export function twinTexts(
  narrative: readonly Narrative[],
  names: { readonly agency: readonly string[]; readonly regions: readonly string[] },
): readonly TwinText[] {
  const own = namesIn(names);
  return (['s1', 's5'] as const).flatMap((section) => {
    const parts = narrative.filter((part) => part.section === section).map(({ text }) => plainText(text).replace(/\s/g, ''));
    const named = own.reduce((text, name) => text.replaceAll(name, ''), parts.join(''));
    const text = named.replace(SELF, '').replace(/[^\p{Script=Han}]/gu, '');
    return text.length >= (SHORTEST[section] ?? Infinity) ? [{ section, text }] : [];
  });
}

/** The longest first, so that no shorter one leaves a rest of it behind. */
function namesIn({ agency, regions }: { readonly agency: readonly string[]; readonly regions: readonly string[] }): readonly string[] {
  const places = regions.flatMap((name) => [name, name.replace(KINDS, '')]);
  const own = agency.flatMap((name) => [
    name,
    ...regions.filter((region) => name.startsWith(region)).flatMap((region) => shortNames(name, region)),
  ]);
  const all = [...own, ...places].map((name) => plainText(name).replace(/\s/g, '')).filter((name) => name.length >= SHORTEST_NAME);
  return [...new Set(all)].sort((left, right) => right.length - left.length || (left < right ? -1 : 1));
}

function shortNames(name: string, region: string): readonly string[] {
  const rest = name.slice(region.length);
  return [rest, `${KINDS.exec(region)?.[0] ?? ''}${rest}`];
}
