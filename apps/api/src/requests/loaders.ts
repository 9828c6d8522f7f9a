import type { Finding, Place } from '@gongkai/model';
import DataLoader from 'dataloader';
import type { Caller } from '../database/caller';
import type { Database } from '../database/database';
import type { Stores } from '../database/stores';
import type { AgencyRow, RegionRow, SuccessionRow } from '../organisations/organisations.store';
import type { EditionRow, EventRow } from '../submissions/editions.store';
import type { ReportRow } from '../submissions/reports.store';

export interface ProvenanceRow {
  readonly editionId: string;
  readonly raw: readonly (string | null)[];
  readonly places: readonly (Place | null)[];
}

/** Nested fields of one request, asked for in one statement a kind. What the caller may not see comes back as null or nothing. */
export interface Loaders {
  readonly region: DataLoader<string, RegionRow | null>;
  readonly childRegions: DataLoader<string, readonly RegionRow[]>;
  readonly agency: DataLoader<string, AgencyRow | null>;
  readonly successions: DataLoader<string, readonly SuccessionRow[]>;
  readonly report: DataLoader<string, ReportRow | null>;
  readonly reportsOfAgency: DataLoader<string, readonly ReportRow[]>;
  readonly edition: DataLoader<string, EditionRow | null>;
  readonly editionsOfReport: DataLoader<string, readonly EditionRow[]>;
  readonly findings: DataLoader<string, readonly Finding[]>;
  readonly events: DataLoader<string, readonly EventRow[]>;
  readonly provenance: DataLoader<string, ProvenanceRow | null>;
}

export function createLoaders(database: Database, caller: Caller, now: Date): Loaders {
  const load =
    <Row>(ask: (stores: Stores, ids: readonly string[]) => Promise<readonly Row[]>) =>
    async (ids: readonly string[]) => {
      const known = ids.filter(isId);
      return known.length === 0 ? [] : database.read(caller, (stores) => ask(stores, known));
    };
  return {
    region: one(
      load((stores, ids) => stores.organisations.regions(ids)),
      (row) => row.id,
    ),
    childRegions: many(
      load((stores, ids) => stores.organisations.childRegions(ids)),
      (row) => [row.parentId],
    ),
    agency: one(
      load((stores, ids) => stores.organisations.agencies(ids)),
      (row) => row.id,
    ),
    successions: many(
      load((stores, ids) => stores.organisations.successions(ids)),
      (row) => [row.predecessorId, row.successorId],
    ),
    report: one(
      load((stores, ids) => stores.reports.reports(ids, now)),
      (row) => row.id,
    ),
    reportsOfAgency: many(
      load((stores, ids) => stores.reports.ofAgencies(ids, now)),
      (row) => [row.agencyId],
    ),
    edition: one(
      load((stores, ids) => stores.editions.editions(ids)),
      (row) => row.id,
    ),
    editionsOfReport: many(
      load((stores, ids) => stores.editions.ofReports(ids)),
      (row) => [row.reportId],
    ),
    findings: findingsLoader(load((stores, ids) => stores.editions.findings(ids))),
    events: many(
      load((stores, ids) => stores.editions.events(ids)),
      (row) => [row.editionId],
    ),
    provenance: one(
      load((stores, ids) => stores.editions.provenance(ids)),
      (row) => row.editionId,
    ),
  };
}

/** Ids are numbers the database can hold; anything else names nothing. */
export function isId(id: string): boolean {
  return /^\d{1,18}$/.test(id);
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
    const rows = await ask(ids);
    return ids.map((id) => rows.filter((row) => keysOf(row).includes(id)));
  });
}

function findingsLoader(ask: Ask<{ readonly editionId: string; readonly finding: Finding }>): DataLoader<string, readonly Finding[]> {
  return new DataLoader(async (ids) => {
    const rows = await ask(ids);
    return ids.map((id) => rows.filter((row) => row.editionId === id).map((row) => row.finding));
  });
}
