import type { Finding } from '@gongkai/model';
import DataLoader from 'dataloader';
import type { ArrivalsOfReport } from '../arrivals/arrivals.store';
import { ActsService } from '../audit/acts.service';
import type { AnswerRow } from '../comments/comments.store';
import type { Caller } from '../database/caller';
import type { Database } from '../database/database';
import type { Stores } from '../database/stores';
import type { RecheckRow } from '../submissions/rechecks.store';
import type { ApplicabilityRow } from '../organisations/applicability.store';
import type { AgencyRow, RegionRow, SuccessionRow } from '../organisations/organisations.store';
import type { VersionRow } from '../reorganisations/reorganisations.store';
import type { EditionRow, EventRow, KeptFile, Provenance } from '../submissions/editions.store';
import type { ReportRow } from '../submissions/reports.store';
import type { TwinRow } from '../submissions/section-texts.store';
import { isId } from './is-id';
import type { PageBounds } from './page';

export interface ProvenanceRow extends Provenance {
  readonly editionId: string;
}

/** Nested fields of one request, asked for in one statement a kind. What the caller may not see comes back as null or nothing. */
export interface Loaders {
  readonly region: DataLoader<string, RegionRow | null>;
  /** Ids from the outermost region to it; empty where there is none. */
  readonly regionPath: DataLoader<string, readonly string[]>;
  readonly childRegions: DataLoader<string, readonly RegionRow[]>;
  readonly agency: DataLoader<string, AgencyRow | null>;
  readonly successions: DataLoader<string, readonly SuccessionRow[]>;
  readonly agencyVersions: DataLoader<string, readonly VersionRow[]>;
  readonly applicability: DataLoader<string, readonly ApplicabilityRow[]>;
  readonly report: DataLoader<string, ReportRow | null>;
  readonly reportsOfAgency: DataLoader<string, readonly ReportRow[]>;
  readonly edition: DataLoader<string, EditionRow | null>;
  readonly editionsOfReport: DataLoader<string, readonly EditionRow[]>;
  readonly findings: DataLoader<string, readonly Finding[]>;
  /** Sections that others have too, among what the caller may see. */
  readonly twins: DataLoader<string, readonly TwinRow[]>;
  readonly events: DataLoader<string, readonly EventRow[]>;
  readonly provenance: DataLoader<string, ProvenanceRow | null>;
  readonly rechecks: DataLoader<string, readonly RecheckRow[]>;
  readonly commentAnswers: DataLoader<string, readonly AnswerRow[]>;
  /** By the hash of its content. */
  readonly file: DataLoader<string, KeptFile | null>;
  readonly arrivals: DataLoader<ArrivalsAsked, ArrivalsOfReport, string>;
  /** Writes down that editions were read that are not everybody's; gives nothing. */
  readonly notedReading: DataLoader<string, null>;
}

/** A page of what arrived for a report. */
export interface ArrivalsAsked {
  readonly reportId: string;
  readonly bounds: PageBounds;
}

export function createLoaders(database: Database, caller: Caller, now: Date): Loaders {
  const load: Load = (ask) => async (ids) => {
    const known = ids.filter(isId);
    return known.length === 0 ? [] : database.readOnce(caller, (stores) => ask(stores, known));
  };
  const notedReading = notingLoader(new ActsService(database), caller);
  const file = one<KeptFile>(
    (sha256s) => database.readOnce(caller, ({ editions }) => editions.documents(sha256s)),
    ({ sha256 }) => sha256,
  );
  const arrivals = arrivalsLoader((ids, bounds) => database.read(caller, (stores) => stores.arrivals.ofReports(ids, bounds)));
  return { ...organisationLoaders(load), ...reportLoaders(load, now), ...editionLoaders(load), file, arrivals, notedReading };
}

function notingLoader(acts: ActsService, caller: Caller): DataLoader<string, null> {
  return new DataLoader(async (ids) => {
    await acts.read(
      caller,
      ids.map((id) => ({ action: 'editions.read', subject: `editions:${id}`, after: {} })),
    );
    return ids.map(() => null);
  });
}

/** Asks a store for the rows of known ids, in a statement of its own. */
type Load = <Row>(ask: (stores: Stores, ids: readonly string[]) => Promise<readonly Row[]>) => Ask<Row>;

function organisationLoaders(
  load: Load,
): Pick<Loaders, 'region' | 'regionPath' | 'childRegions' | 'agency' | 'successions' | 'agencyVersions' | 'applicability'> {
  const regions = load((stores, ids) => stores.organisations.regions(ids));
  const paths = load((stores, ids) => stores.organisations.paths(ids));
  const children = load((stores, ids) => stores.organisations.childRegions(ids));
  const agencies = load((stores, ids) => stores.organisations.agencies(ids));
  const successions = load((stores, ids) => stores.organisations.successions(ids));
  const versions = load((stores, ids) => stores.reorganisations.versions(ids));
  const applicability = load((stores, ids) => stores.applicability.ofAgencies(ids));
  return {
    region: one(regions, (row) => row.id),
    regionPath: pathsLoader(paths),
    childRegions: many(children, (row) => [row.parentId]),
    agency: one(agencies, (row) => row.id),
    successions: many(successions, (row) => [row.predecessorId, row.successorId]),
    agencyVersions: many(versions, (row) => [row.agencyId]),
    applicability: many(applicability, (row) => [row.agencyId]),
  };
}

function reportLoaders(load: Load, now: Date): Pick<Loaders, 'report' | 'reportsOfAgency'> {
  const reports = load((stores, ids) => stores.reports.reports(ids, now));
  const ofAgencies = load((stores, ids) => stores.reports.ofAgencies(ids, now));
  return { report: one(reports, (row) => row.id), reportsOfAgency: many(ofAgencies, (row) => [row.agencyId]) };
}

function editionLoaders(
  load: Load,
): Pick<Loaders, 'edition' | 'editionsOfReport' | 'findings' | 'twins' | 'events' | 'provenance' | 'rechecks' | 'commentAnswers'> {
  const editions = load((stores, ids) => stores.editions.editions(ids));
  const ofReports = load((stores, ids) => stores.editions.ofReports(ids));
  const twins = load((stores, ids) => stores.sectionTexts.ofEditions(ids));
  const events = load((stores, ids) => stores.editions.events(ids));
  const rechecks = load((stores, ids) => stores.rechecks.ofEditions(ids));
  const answers = load((stores, ids) => stores.comments.answers(ids));
  const provenance = load((stores, ids) => stores.editions.provenance(ids));
  return {
    edition: one(editions, (row) => row.id),
    editionsOfReport: many(ofReports, (row) => [row.reportId]),
    findings: findingsLoader(load((stores, ids) => stores.editions.findings(ids))),
    twins: many(twins, (row) => [row.editionId]),
    events: many(events, (row) => [row.editionId]),
    provenance: one(provenance, (row) => row.editionId),
    rechecks: many(rechecks, (row) => [row.editionId]),
    commentAnswers: many(answers, (row) => [row.editionId]),
  };
}

type Ask<Row> = (ids: readonly string[]) => Promise<readonly Row[]>;

function one<Row>(ask: Ask<Row>, keyOf: (row: Row) => string): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const rows = new Map((await ask(ids)).map((row) => [keyOf(row), row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

function many<Row>(ask: Ask<Row>, keysOf: (row: Row) => readonly (string | null)[]): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (ids) => {
    const found = new Map<string | null, Row[]>(ids.map((id) => [id, []]));
    for (const row of await ask(ids)) for (const key of new Set(keysOf(row))) found.get(key)?.push(row);
    return ids.map((id) => found.get(id) ?? []);
  });
}

function pathsLoader(ask: Ask<{ readonly regionId: string; readonly path: readonly string[] }>): DataLoader<string, readonly string[]> {
  return new DataLoader(async (ids) => {
    const paths = new Map((await ask(ids)).map(({ regionId, path }) => [regionId, path]));
    return ids.map((id) => paths.get(id) ?? []);
  });
}

/** One asking for all reports of whom the same page is asked. */
function arrivalsLoader(
  ask: (reportIds: readonly string[], bounds: PageBounds) => Promise<readonly ArrivalsOfReport[]>,
): Loaders['arrivals'] {
  const nameOf = ({ limit, offset }: PageBounds): string => `${limit} from ${offset}`;
  return new DataLoader(
    async (asked: readonly ArrivalsAsked[]) => {
      const pages = new Map(asked.map(({ bounds }) => [nameOf(bounds), bounds]));
      const found = new Map<string, ArrivalsOfReport>();
      for (const [name, bounds] of pages) {
        const ids = asked.filter((one) => nameOf(one.bounds) === name).map(({ reportId }) => reportId);
        for (const each of await ask(ids, bounds)) found.set(`${name} of ${each.reportId}`, each);
      }
      return asked.map(
        ({ reportId, bounds }) => found.get(`${nameOf(bounds)} of ${reportId}`) ?? new Error(`report ${reportId} was not looked at`),
      );
    },
    { cacheKeyFn: ({ reportId, bounds }) => `${nameOf(bounds)} of ${reportId}` },
  );
}

function findingsLoader(ask: Ask<{ readonly editionId: string; readonly finding: Finding }>): DataLoader<string, readonly Finding[]> {
  return new DataLoader(async (ids) => {
    const found = new Map<string, Finding[]>(ids.map((id) => [id, []]));
    for (const { editionId, finding } of await ask(ids)) found.get(editionId)?.push(finding);
    return ids.map((id) => found.get(id) ?? []);
  });
}
