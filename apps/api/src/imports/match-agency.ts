import { agenciesMeant, nameKey, type RegisteredName } from '../organisations/agency-name';

/** The one agency that is called so, or those it might be, the most alike first; never a guess. */
export type AgencyMatch = { readonly agencyId: string } | { readonly candidates: readonly string[] };

const MOST_CANDIDATES = 5;
/** Of the pairs of neighbouring characters, the share both names have: 教育局 and 青禾县教育局 0.57, 青禾县水利局 and 青禾县林业局 0.4. */
const ALIKE = 0.5;
/** Of shorter names one character is too much. */
const SHORTEST_SLIP = 3;

/**
 * Finds whose report it is by the name it prints, or in its absence by the name of the file, which decides nothing. Whose name differs in one
 * character comes first among those it might be.
 */
export function matchAgency(printed: string | null, fileName: string, names: readonly RegisteredName[]): AgencyMatch {
  const wanted = printed ?? wordsOf(fileName);
  const meant = agenciesMeant(wanted, names);
  const [only, ...others] = meant;
  if (only !== undefined && others.length === 0 && printed !== null) return { agencyId: only };
  const candidates = meant.length > 0 ? meant : mostAlike(nameKey(wanted), names);
  return { candidates: candidates.slice(0, MOST_CANDIDATES) };
}

/** What a file name may say of an agency: its last part without year, ending and the words every report has. */
function wordsOf(fileName: string): string {
  const last = fileName.split('/').at(-1) ?? '';
  return last.replace(/\.[a-z]+$/i, '').replace(/\d{4}|年度?|政府信息公开|工作|报告|[\s_\-.、()（）【】]/g, '');
}

function mostAlike(wanted: string, names: readonly RegisteredName[]): readonly string[] {
  const shares = names
    .map(({ agencyId, name }) => ({ agencyId, share: likeness(wanted, nameKey(name)) }))
    .filter(({ share }) => share >= ALIKE)
    .sort((one, other) => other.share - one.share || Number(one.agencyId) - Number(other.agencyId));
  return [...new Set(shares.map(({ agencyId }) => agencyId))];
}

/** 1 for names that differ in one character, else Dice's coefficient over pairs of neighbouring characters. */
function likeness(one: string, other: string): number {
  if (isOneSlipFrom(one, other)) return 1;
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  if (pairs.size + others.size === 0) return 0;
  return (2 * [...pairs].filter((pair) => others.has(pair)).length) / (pairs.size + others.size);
}

/** One character written wrongly, left out or added. */
function isOneSlipFrom(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [[...one], [...other]] : [[...other], [...one]];
  if (short.length < SHORTEST_SLIP || long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const skipped = long.length === short.length ? 1 : 0;
  return short.slice(same + skipped).join('') === long.slice(same + 1).join('');
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`));
}
