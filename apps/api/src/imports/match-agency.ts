/** A name an agency has or had. */
export interface AgencyName {
  readonly agencyId: string;
  readonly name: string;
}

/** The one agency that is called so, or those it might be, the most alike first; never a guess. */
export type AgencyMatch = { readonly agencyId: string } | { readonly candidates: readonly string[] };

const MOST_CANDIDATES = 5;
/** Of the pairs of neighbouring characters, the share both names have: 教育局 and 青禾县教育局 0.57, 青禾县水利局 and 青禾县林业局 0.4. */
const ALIKE = 0.5;

/** Finds whose report it is by the name it prints, or in its absence by the name of the file, which decides nothing. */
export function matchAgency(printed: string | null, fileName: string, names: readonly AgencyName[]): AgencyMatch {
  const wanted = keyOf(printed ?? wordsOf(fileName));
  const keyed = names.map(({ agencyId, name }) => ({ agencyId, key: keyOf(name) }));
  const called = new Set(keyed.filter(({ key }) => key === wanted).map(({ agencyId }) => agencyId));
  const [only, ...others] = called;
  if (only !== undefined && others.length === 0 && printed !== null) return { agencyId: only };
  const candidates = called.size > 0 ? [...called] : mostAlike(wanted, keyed);
  return { candidates: candidates.slice(0, MOST_CANDIDATES) };
}

function keyOf(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

/** What a file name may say of an agency: its last part without year, ending and the words every report has. */
function wordsOf(fileName: string): string {
  const last = fileName.split('/').at(-1) ?? '';
  return last.replace(/\.[a-z]+$/i, '').replace(/\d{4}|年度?|政府信息公开|工作|报告|[\s_\-.、()（）【】]/g, '');
}

function mostAlike(wanted: string, names: readonly { readonly agencyId: string; readonly key: string }[]): readonly string[] {
  const shares = names
    .map(({ agencyId, key }) => ({ agencyId, share: alike(wanted, key) }))
    .filter(({ share }) => share >= ALIKE)
    .sort((one, other) => other.share - one.share || Number(one.agencyId) - Number(other.agencyId));
  return [...new Set(shares.map(({ agencyId }) => agencyId))];
}

/** Dice's coefficient over pairs of neighbouring characters. */
function alike(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  if (pairs.size + others.size === 0) return 0;
  return (2 * [...pairs].filter((pair) => others.has(pair)).length) / (pairs.size + others.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`));
}
