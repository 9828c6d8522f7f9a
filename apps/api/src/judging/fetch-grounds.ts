import type { AgencyKind, Report } from '@gongkai/model';
import type { AgencyFacts, OwnRule, Twin } from '@gongkai/rules';
import type { StoresOf } from '../database/named-stores';
import { LocalRulesStore } from '../local-rules/local-rules.store';
import { rulesOf } from '../local-rules/rules-of';
import { factsOf } from '../organisations/applicability.service';
import { ApplicabilityStore } from '../organisations/applicability.store';
import { namesakesOf } from '../organisations/namesakes-of';
import { OrganisationsStore } from '../organisations/organisations.store';
import { reportOfEdition } from '../reports/edition-content';
import { type EditionRow, EditionsStore } from '../reports/editions.store';
import { type SectionText, comparableTexts } from '../reports/section-texts';
import { SectionTextsStore } from '../reports/section-texts.store';

/** What is known about the agency a report is filed for. */
export interface Addressee {
  readonly id: string;
  readonly name: string;
  /** The agencies the name printed in the report belongs to. */
  readonly namesakes: readonly { readonly id: string; readonly name: string }[];
  readonly facts: AgencyFacts;
  /** What supervisors of its region and of those above added. */
  readonly localRules: readonly OwnRule[];
}

/** Whose report of which year is judged, as it was registered at the end of that year. */
export interface Owner {
  readonly agencyId: string;
  readonly year: number;
  readonly agencyName: string;
  readonly agencyKind: AgencyKind;
  readonly regionPath: readonly string[];
}

/** A report that is to be judged. */
export interface ReportToJudge {
  readonly report: Report;
  readonly filing: 'online' | 'document';
  /** What is kept is told of the texts of others with each reading, to each by right: for it none are fetched. */
  readonly toKeep: boolean;
}

/** The edition of the year before, as the rules read it. */
export interface YearBefore {
  readonly editionId: string;
  readonly report: Report;
}

/** Everything a report is held against. */
export interface Grounds {
  readonly year: number | null;
  readonly filing: ReportToJudge['filing'];
  readonly addressee: Addressee | null;
  readonly lastYear: YearBefore | null;
  /** Sections that others have too, of what the caller may see. */
  readonly twins: readonly Twin[];
  /** What those of later reports are held against. */
  readonly texts: readonly SectionText[];
}

/** Where all of it is read. */
export const JUDGING = {
  organisations: OrganisationsStore,
  applicability: ApplicabilityStore,
  localRules: LocalRulesStore,
  editions: EditionsStore,
  sectionTexts: SectionTextsStore,
};

/** Everything a report is held against, as far as the caller may see it: registers, names, local rules, last year's edition, texts of others. */
export async function fetchGrounds(
  stores: StoresOf<typeof JUDGING>,
  owner: Owner,
  { report, filing, toKeep }: ReportToJudge,
): Promise<Grounds> {
  const { organisations, applicability, localRules, editions, sectionTexts } = stores;
  const { agencyId, agencyName, year, regionPath } = owner;
  const before = await editions.standing(agencyId, year - 1);
  const texts = await comparableTexts(organisations, report.narrative, owner);
  return {
    year,
    filing,
    addressee: {
      id: agencyId,
      name: agencyName,
      namesakes: report.agencyName === null ? [] : await namesakesOf(organisations, report.agencyName, year),
      facts: factsOf(owner, await applicability.ofAgencies([agencyId])),
      localRules: rulesOf(await localRules.inForce(regionPath)),
    },
    lastYear: yearBefore(before, year),
    twins: toKeep ? [] : await sectionTexts.same(agencyId, year, texts),
    texts,
  };
}

/** Of a report of the year, the edition of the year before. */
export function yearBefore(before: EditionRow | null, year: number): YearBefore | null {
  return before && { editionId: before.id, report: reportOfEdition(before, year - 1) };
}

/** All there is of a report of no agency that is known here. */
export function nothingKnown(year: number | null, filing: ReportToJudge['filing']): Grounds {
  return { year, filing, addressee: null, lastYear: null, twins: [], texts: [] };
}
