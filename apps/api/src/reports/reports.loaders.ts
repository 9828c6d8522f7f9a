import DataLoader from 'dataloader';
import { byId, many, one, perRequest } from '../requests/loaders';
import { EditionsStore, type KeptFile } from './editions.store';
import { ReportsStore } from './reports.store';
import { SectionTextsStore } from './section-texts.store';

const REPORTS = { reports: ReportsStore };
const EDITIONS = { editions: EditionsStore };

export const reportById = byId(
  REPORTS,
  ({ reports }, ids, now) => reports.reports(ids, now),
  one(({ id }) => id),
);

export const reportsOfAgency = byId(
  REPORTS,
  ({ reports }, ids, now) => reports.ofAgencies(ids, now),
  many(({ agencyId }) => [agencyId]),
);

export const editionById = byId(
  EDITIONS,
  ({ editions }, ids) => editions.editions(ids),
  one(({ id }) => id),
);

export const editionsOfReport = byId(
  EDITIONS,
  ({ editions }, ids) => editions.ofReports(ids),
  many(({ reportId }) => [reportId]),
);

export const findingsOfEdition = byId(
  EDITIONS,
  ({ editions }, ids) => editions.findings(ids),
  (rows) => {
    const findingsOf = many<(typeof rows)[number]>(({ editionId }) => [editionId])(rows);
    return (id) => findingsOf(id).map(({ finding }) => finding);
  },
);

/** Sections that others have too, among what the caller may see. */
export const twinsOfEdition = byId(
  { sectionTexts: SectionTextsStore },
  ({ sectionTexts }, ids) => sectionTexts.ofEditions(ids),
  many(({ editionId }) => [editionId]),
);

export const eventsOfEdition = byId(
  EDITIONS,
  ({ editions }, ids) => editions.events(ids),
  many(({ editionId }) => [editionId]),
);

export const provenanceOfEdition = byId(
  EDITIONS,
  ({ editions }, ids) => editions.provenance(ids),
  one(({ editionId }) => editionId),
);

/** By the hash of its content. */
export const fileBySha256 = perRequest(({ database, caller }) => {
  return new DataLoader<string, KeptFile | null>(async (sha256s) => {
    const files = await database.readOnce(caller, EDITIONS, ({ editions }) => editions.documents(sha256s));
    return sha256s.map(one<KeptFile>(({ sha256 }) => sha256)(files));
  });
});
