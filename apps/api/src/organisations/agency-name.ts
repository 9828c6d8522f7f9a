import { type AgencyKind, solidText } from '@gongkai/model';

/** A name an agency has or had, with the names of the regions it stands in, the outermost first, its own last. */
export interface RegisteredName {
  readonly agencyId: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly regions: readonly string[];
}

interface Stripped {
  readonly rest: string;
  readonly own: boolean;
  readonly any: boolean;
}

/** Agencies that carry a place of their own in their name: 槐荫镇人民政府. */
const PLACED: readonly AgencyKind[] = ['TOWNSHIP', 'SUBDISTRICT', 'FUNCTIONAL_ZONE_COMMITTEE'];
const PLACE = /^.{1,12}?(?:街道|镇|乡|苏木|区)/u;

/** A name without what only its setting adds: spaces, what is not seen, and other characters of the same meaning. */
export function nameKey(name: string): string {
  return solidText(name);
}

/**
 * Whether a printed name is this one with regions before it: 云岭市白榆县教育局 is the 教育局 of 白榆县, and so is an alias behind its region's
 * name. The agency's own region must be among them, or the name must hold a place of its own; 云岭市教育局 is no bureau of a county.
 */
export function isCalledWithRegions(printed: string, { name, kind, regions }: RegisteredName): boolean {
  const [wanted, known] = [withoutRegions(printed, regions), withoutRegions(name, regions)];
  if (wanted.rest === '' || wanted.rest !== known.rest) return false;
  return wanted.own || (wanted.any && !known.own && PLACED.includes(kind) && PLACE.test(known.rest));
}

/** Ids of the agencies a printed name means: those called exactly so, else those called so with regions before it. */
export function agenciesMeant(printed: string, names: readonly RegisteredName[]): readonly string[] {
  const wanted = nameKey(printed);
  const exact = names.filter(({ name }) => nameKey(name) === wanted);
  const meant = exact.length > 0 ? exact : names.filter((one) => isCalledWithRegions(printed, one));
  return [...new Set(meant.map(({ agencyId }) => agencyId))];
}

function withoutRegions(name: string, regions: readonly string[]): Stripped {
  let stripped: Stripped = { rest: nameKey(name), own: false, any: false };
  regions.forEach((region, index) => {
    const key = nameKey(region);
    if (key === '' || !stripped.rest.startsWith(key)) return;
    stripped = { rest: stripped.rest.slice(key.length), own: index === regions.length - 1, any: true };
  });
  return stripped;
}
