import { createHash } from 'node:crypto';
import type { Narrative, NarrativeSection } from '@gongkai/model';
import { twinTexts } from '@gongkai/rules';
import type { OrganisationsStore } from '../organisations/organisations.store';

/** A section's text without names and numbers, as its SHA-256. */
export interface SectionText {
  readonly section: NarrativeSection;
  readonly sha256: string;
}

interface Named {
  readonly agencyName: string;
  readonly regionPath: readonly string[];
}

/** The sections of a report that are long enough to be held against those of others. */
export function sectionTextsOf(narrative: readonly Narrative[], agency: string, regions: readonly string[]): readonly SectionText[] {
  const texts = twinTexts(narrative, { agency: [agency], regions });
  return texts.map(({ section, text }) => ({ section, sha256: createHash('sha256').update(text).digest('hex') }));
}

/** The same with the names of the regions an agency lies in. */
export async function comparableTexts(
  organisations: OrganisationsStore,
  narrative: readonly Narrative[],
  { agencyName, regionPath }: Named,
): Promise<readonly SectionText[]> {
  const regions = await organisations.regions(regionPath);
  return sectionTextsOf(
    narrative,
    agencyName,
    regions.map(({ name }) => name),
  );
}
