import { agenciesMeant } from './agency-name';
import type { AgencyRow, OrganisationsStore } from './organisations.store';

/** The agencies a printed name means, at a year's end: those called exactly so, now or ever, else those called so with regions before it. */
export async function namesakesOf(organisations: OrganisationsStore, printed: string, year: number): Promise<readonly AgencyRow[]> {
  const exact = await organisations.agenciesNamed(printed);
  if (exact.length > 0) return exact;
  return organisations.agencies(agenciesMeant(printed, await organisations.namesEnding(printed, year)));
}
